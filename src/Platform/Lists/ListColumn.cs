using System.Linq.Expressions;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Ui;
namespace Coxswain.Platform.Lists;

/// <summary>How a column is filtered and aligned.</summary>
public enum ColumnKind { Text, Choice, Number, Money, Date }

/// <summary>A column of a list: what it is called, what it sorts and filters by, and what it shows.</summary>
/// <typeparam name="TEntity">The rows in the database.</typeparam><typeparam name="TRow">What is read of them to show.</typeparam>
public abstract class ListColumn<TEntity, TRow> where TEntity : Entity
{
    /// <summary>Its name in the address, e.g. <c>owner</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading, through T.</summary>
    public required Func<string> Label { get; init; }
    public required ColumnKind Kind { get; init; }

    /// <summary>The text of a row's cell; null draws nothing.</summary>
    public required Func<TRow, string?> Cell { get; init; }

    /// <summary>The properties or own fields it tells of: who does not see one of them has no such column. The key's own unless said.</summary>
    public IReadOnlyList<string> Of { get => field ?? [Id.StartsWith(CustomFields.CustomField.Prefix, StringComparison.Ordinal) ? Id : KeyName]; init; }

    private protected abstract string KeyName { get; }

    /// <summary>Shown before anyone chose columns.</summary>
    public bool IsShown { get; init; } = true;
    public bool IsSortable { get; init; } = true;

    /// <summary>Where it goes on a phone.</summary>
    public OnPhone Phone { get; init; }

    /// <summary>The answers a choice filter offers: value and label. The lookup runs once per page.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>From a filter's text to that of the key it is compared with, e.g. from whole euros to cents.</summary>
    public Func<string, string> AsKey { get; init; } = text => text;

    /// <summary>The way back: what a filter says of a key.</summary>
    public Func<string, string> AsText { get; init; } = key => key;

    /// <summary>No index serves it: every row is looked into, which long lists refuse.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The key is an array of texts, of which a choice filter names one.</summary>
    public bool IsSeveral { get; init; }

    /// <summary>Reads what its cells need beside the rows, where they need it: before rows are drawn, once for many.</summary>
    public Func<IReadOnlyList<TRow>, CancellationToken, Task>? Reads { get; init; }

    /// <summary>The currency of a row's amount, where its column is one: sums are made by currency.</summary>
    public Expression<Func<TEntity, string?>>? CurrencyKey { get; init; }

    /// <summary>What a group or a page adds up; null where there is nothing to add.</summary>
    internal abstract Summed<TEntity>? Sum { get; }

    /// <summary>A condition can ask for it.</summary>
    internal bool IsAskable => Kind switch { ColumnKind.Choice => Choices.Count > 0, ColumnKind.Number or ColumnKind.Money => Sum is not null, _ => true };

    /// <summary>Rows can be put together by it: it has few answers, or days.</summary>
    internal abstract bool IsGroupable { get; }

    /// <summary>How many rows there are of each answer, or of each month or day, and what they add up to.</summary>
    internal abstract Task<IReadOnlyList<GroupSum>> SumsAsync(IQueryable<TEntity> rows, IReadOnlyList<Summed<TEntity>> sums, GroupBy by, CancellationToken ct);

    /// <summary>The rows that a condition asks for; null where the value cannot be read.</summary>
    internal abstract Expression<Func<TEntity, bool>>? Test(Comparison how, string value, ListDays? days);

    /// <summary>Rows that match a filter's text: a value, <c>none</c> for unknown, or <c>from..to</c> for numbers and dates; null where it cannot be read.</summary>
    public abstract IQueryable<TEntity>? Filter(IQueryable<TEntity> rows, string text);

    /// <summary>The rows of one group.</summary>
    internal IQueryable<TEntity> InGroup(IQueryable<TEntity> rows, string? key) =>
        Filter(rows, key is null ? Condition.Unknown : Kind is ColumnKind.Date && key.Length == 7 ? Arranging.RangeOf(key) : AsText(key))!;

    internal abstract IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known);
    internal abstract IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool down);

    /// <summary>The first so many of each of the parts as it sorts them, looked up in all.</summary>
    internal abstract IQueryable<TEntity> Page(IReadOnlyList<IQueryable<TEntity>> parts, IQueryable<TEntity> all, bool down, int size);

    internal abstract IQueryable<TEntity>? After(IQueryable<TEntity> rows, string key, Guid id, bool down);

    internal abstract string? KeyOf(TEntity row);
    internal abstract bool CanBeUnknown { get; }

    /// <summary>How two of its answers are told apart: texts as they are written, keys and names of answers however they are.</summary>
    internal abstract StringComparer Spelling { get; }

    /// <summary>Whether a card can be put under an answer.</summary>
    internal bool Takes(string? key) => key is null ? CanBeUnknown : LabelOf(key) is not null;

    /// <summary>What an answer is called; null where it is none of this column's.</summary>
    internal string? LabelOf(string key) => Choices.FirstOrDefault(c => c.Value != Condition.Unknown && AsKey(c.Value).Equals(key, StringComparison.OrdinalIgnoreCase)).Label;
}
