using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
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
        Filter(rows, key is null ? Condition.Unknown : Kind is ColumnKind.Date && key.Length == 7 ? Arranging.RangeOf(key) : key)!;

    internal abstract IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known);
    internal abstract IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool down);

    /// <summary>The first so many of each of the parts as it sorts them, looked up in all.</summary>
    internal abstract IQueryable<TEntity> Page(IReadOnlyList<IQueryable<TEntity>> parts, IQueryable<TEntity> all, bool down, int size);

    internal abstract IQueryable<TEntity>? After(IQueryable<TEntity> rows, string key, Guid id, bool down);

    internal abstract string? KeyOf(TEntity row);
    internal abstract bool CanBeUnknown { get; }

    /// <summary>Whether a card can be put under an answer.</summary>
    internal bool Takes(string? key) => key is null ? CanBeUnknown : LabelOf(key) is not null;

    /// <summary>What an answer is called; null where it is none of this column's.</summary>
    internal string? LabelOf(string key) => Choices.FirstOrDefault(c => AsKey(c.Value).Equals(key, StringComparison.OrdinalIgnoreCase)).Label;
}

/// <inheritdoc/>
/// <typeparam name="TKey">The type sorted and filtered by.</typeparam>
/// <param name="key">The column in the database, one property of the row. For text give the folded one, so that an index serves it.</param>
public sealed class ListColumn<TEntity, TRow, TKey>(Expression<Func<TEntity, TKey>> key) : ListColumn<TEntity, TRow> where TEntity : Entity
{
    // Read of one row of a page, whose last it is: compiling each column's for that took as long as the page.
    private TKey KeyIn(TEntity row) => KeyOfRow is { } read ? read(row) : (TKey)((PropertyInfo)((MemberExpression)key.Body).Member).GetValue(row)!;

    /// <summary>Reads the key of a row where it is no property of it.</summary>
    public Func<TEntity, TKey>? KeyOfRow { get; init; }

    /// <summary>What a row is where a typed text says something else than its key, such as the name of a linked record: over the row that the key is of. Null where the text is of the key.</summary>
    public Func<string, Expression?>? Called { get; init; }

    private protected override string KeyName => key.Body is MemberExpression { Member.Name: var name } ? name.StartsWith("Folded", StringComparison.Ordinal) ? name["Folded".Length..] : name : "";

    internal override bool CanBeUnknown => default(TKey) is null && !(key.Body is MemberExpression { Member.Name: var name } && name.StartsWith("Folded", StringComparison.Ordinal));

    public override IQueryable<TEntity>? Filter(IQueryable<TEntity> rows, string text)
    {
        if (text == "none") return Known(rows, known: false);
        if (Called?.Invoke(text) is { } called) return rows.Where(With(_ => called));
        if (IsSeveral) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(System.Text.Json.JsonSerializer.Serialize(text, CustomFields.CustomValues.Plainly)))));
        if (typeof(TKey) == typeof(string) && Kind is ColumnKind.Text) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(Folding.Fold(text)))));
        if (text.Split("..") is [var from, var to]) return Between(rows, Plain(from), Plain(to));
        return Read(AsKey(Plain(text))) is { } value ? rows.Where(With(k => Expression.Equal(k, Value(value)))) : null;
    }

    internal override IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known) => rows.Where(IsKnown(known));

    private Expression<Func<TEntity, bool>> IsKnown(bool known) =>
        !CanBeUnknown ? _ => known : With(k => known ? Expression.NotEqual(k, Expression.Constant(null, typeof(TKey))) : Expression.Equal(k, Expression.Constant(null, typeof(TKey))));

    internal override Summed<TEntity>? Sum => Kind is not (ColumnKind.Number or ColumnKind.Money) || !IsNumber ? null :
        new(Id, Expression.Lambda<Func<TEntity, double?>>(Expression.Convert(key.Body, typeof(double?)), key.Parameters), CurrencyKey, Kind is ColumnKind.Money && (Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)) == typeof(long));

    internal override bool IsGroupable => !IsSeveral && (Kind is ColumnKind.Choice && Choices.Count > 0 || IsDay);

    internal override Task<IReadOnlyList<GroupSum>> SumsAsync(IQueryable<TEntity> rows, IReadOnlyList<Summed<TEntity>> sums, GroupBy by, CancellationToken ct) => (by, IsDay, typeof(TKey) == typeof(string)) switch
    {
        (GroupBy.Month, true, true) => GroupReading.SumsAsync(rows, GroupReading.MonthOfText(key), sums, ct),
        (GroupBy.Month, true, false) => GroupReading.SumsAsync(rows, GroupReading.MonthOfDay(key), sums, ct, GroupReading.MonthText),
        _ => GroupReading.SumsAsync(rows, key, sums, ct),
    };

    // An own day is kept as its text.
    private bool IsDay => Kind is ColumnKind.Date && (Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)) is var type && (type == typeof(DateOnly) || type == typeof(string));

    private static bool IsNumber => (Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)) is var type && (type == typeof(long) || type == typeof(int) || type == typeof(double));

    internal override Expression<Func<TEntity, bool>>? Test(Comparison how, string value, ListDays? days)
    {
        if (value == Condition.Unknown) return how is Comparison.Is ? IsKnown(false) : how is Comparison.IsNot ? IsKnown(true) : null;
        if (Called?.Invoke(value) is { } called) return how switch { Comparison.Is or Comparison.Has => With(_ => called), Comparison.IsNot or Comparison.HasNot => With(_ => Expression.Not(called)), _ => null };
        if (Kind is ColumnKind.Date && days?.Of(value) is var (first, last)) return Within(how, first, last, days);
        if (IsSeveral || how is Comparison.Has or Comparison.HasNot) return Holds(how, value);
        if (Read(AsKey(value)) is not { } read) return null;
        return how switch
        {
            Comparison.Is => With(k => Expression.Equal(k, Value(read))),
            // What nobody knows is not it either.
            Comparison.IsNot => With(k => OrUnknown(k, Expression.NotEqual(k, Value(read)))),
            Comparison.From => With(k => From(k, Value(read))),
            _ => With(k => To(k, Value(read))),
        };
    }

    private Expression<Func<TEntity, bool>>? Within(Comparison how, DateOnly first, DateOnly last, ListDays days)
    {
        // Of moments a day ends where the next begins.
        var isMoment = (Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)) == typeof(DateTime);
        var (from, to) = isMoment ? (days.Calendar.StartOf(first).ToString("O", CultureInfo.InvariantCulture), days.Calendar.StartOf(last.AddDays(1)).AddTicks(-1).ToString("O", CultureInfo.InvariantCulture)) : (KeyText.Of(first), KeyText.Of(last));
        if (Read(from) is not { } low || Read(to) is not { } high) return null;
        return how switch
        {
            Comparison.Is => With(k => AndKnown(k, Expression.AndAlso(From(k, Value(low)), To(k, Value(high))))),
            Comparison.IsNot => With(k => OrUnknown(k, Expression.OrElse(Beyond(Value(low), k, down: false), Beyond(k, Value(high), down: false)))),
            Comparison.From => With(k => AndKnown(k, From(k, Value(low)))),
            Comparison.To => With(k => AndKnown(k, To(k, Value(high)))),
            _ => null,
        };
    }

    private Expression<Func<TEntity, bool>>? Holds(Comparison how, string value)
    {
        if (typeof(TKey) != typeof(string) || how is Comparison.From or Comparison.To) return null;
        var part = IsSeveral ? System.Text.Json.JsonSerializer.Serialize(value, CustomFields.CustomValues.Plainly) : Folding.Fold(value);
        return With(k => how is Comparison.Has or Comparison.Is ? AndKnown(k, Contains(k, part)) : OrUnknown(k, Expression.Not(Contains(k, part))));
    }

    private static Expression Contains(Expression text, string part) => Expression.Call(text, nameof(string.Contains), null, Expression.Constant(part));

    private Expression OrUnknown(Expression k, Expression condition) => CanBeUnknown ? Expression.OrElse(Expression.Equal(k, Expression.Constant(null, typeof(TKey))), condition) : condition;

    private Expression AndKnown(Expression k, Expression condition) => CanBeUnknown ? Expression.AndAlso(Expression.NotEqual(k, Expression.Constant(null, typeof(TKey))), condition) : condition;

    // A form types numbers as its language writes them; a key is read as programs write it.
    private string Plain(string text) => Kind is ColumnKind.Money or ColumnKind.Number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.CurrentCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;

    internal override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool down) =>
        down ? rows.OrderByDescending(key).ThenByDescending(r => r.Id) : rows.OrderBy(key).ThenBy(r => r.Id);

    internal override IQueryable<TEntity> Page(IReadOnlyList<IQueryable<TEntity>> parts, IQueryable<TEntity> all, bool down, int size) => PageByKeys.Rows([.. parts.Select(p => Sort(p, down).Take(size))], all, key, down);

    internal override IQueryable<TEntity>? After(IQueryable<TEntity> rows, string key, Guid id, bool down)
    {
        if (Read(key) is not { } value) return null;
        return rows.Where(With(k => Expression.OrElse(Beyond(k, Value(value), down), Expression.AndAlso(Expression.Equal(k, Value(value)), Beyond(IdOf(k), Expression.Constant(id), down)))));
    }

    internal override string? KeyOf(TEntity row) => KeyIn(row) is { } known ? KeyText.Of(known) : null;

    private IQueryable<TEntity>? Between(IQueryable<TEntity> rows, string from, string to)
    {
        // What nobody knows is within no range.
        if (CanBeUnknown) rows = Known(rows, known: true);
        if (from.Length > 0) rows = Read(AsKey(from)) is { } low ? rows.Where(With(k => From(k, Value(low)))) : rows.Where(_ => false);
        if (to.Length > 0) rows = Read(AsKey(to)) is { } high ? rows.Where(With(k => To(k, Value(high)))) : rows.Where(_ => false);
        return rows;
    }

    private Expression<Func<TEntity, bool>> With(Func<Expression, Expression> condition) => Expression.Lambda<Func<TEntity, bool>>(condition(key.Body), key.Parameters);

    private static Expression Beyond(Expression left, Expression right, bool down) => down ? Compared(Expression.LessThan, left, right) : Compared(Expression.GreaterThan, left, right);

    // Said as it is, since what is not beyond is a question no index answers.
    private static Expression From(Expression k, Expression low) => Compared(Expression.GreaterThanOrEqual, k, low);

    private static Expression To(Expression k, Expression high) => Compared(Expression.LessThanOrEqual, k, high);

    private static Expression Compared(Func<Expression, Expression, Expression> how, Expression left, Expression right) =>
        left.Type == typeof(string) ? how(Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0)) : how(left, right);

    private Expression IdOf(Expression _) => Expression.Property(key.Parameters[0], nameof(Entity.Id));

    // A captured value becomes a parameter of the statement, so that the engine plans it once.
    private static Expression Value(object value)
    {
        var box = new Box { Value = (TKey)value };
        return Expression.Field(Expression.Constant(box), nameof(Box.Value));
    }

    private static object? Read(string text) => KeyText.Read(typeof(TKey), text);

    private sealed class Box
    {
        public TKey Value = default!;
    }
}
