using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
namespace Coxswain.Platform.Lists;

/// <summary>How a column is filtered and aligned.</summary>
public enum ColumnKind { Text, Choice, Number, Money, Date }

/// <summary>A column of a list: what it is called, what it sorts and filters by, and what it shows.</summary>
/// <typeparam name="TEntity">The rows in the database.</typeparam>
/// <typeparam name="TRow">What is read of them to show.</typeparam>
public abstract class ListColumn<TEntity, TRow> where TEntity : Entity
{
    /// <summary>Its name in the address, e.g. <c>owner</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading, through T.</summary>
    public required Func<string> Label { get; init; }
    public required ColumnKind Kind { get; init; }

    /// <summary>The text of a row's cell; null draws nothing.</summary>
    public required Func<TRow, string?> Cell { get; init; }

    /// <summary>Shown before anyone chose columns.</summary>
    public bool IsShown { get; init; } = true;
    public bool IsSortable { get; init; } = true;

    /// <summary>Where it goes on a phone.</summary>
    public OnPhone Phone { get; init; }

    /// <summary>The answers a choice filter offers: value and label. The lookup runs once per page.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>From a filter's typed text to the text of the key it is compared with, e.g. from whole euros to cents.</summary>
    public Func<string, string> AsKey { get; init; } = text => text;

    /// <summary>No index serves it: every row is looked into, which long lists refuse.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Rows that match a filter's text: a value, <c>none</c> for unknown, or <c>from..to</c> for numbers and dates.</summary>
    /// <returns>Null where the text cannot be read.</returns>
    public abstract IQueryable<TEntity>? Filter(IQueryable<TEntity> rows, string text);

    internal abstract IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known);

    internal abstract IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool down);

    internal abstract IQueryable<TEntity>? After(IQueryable<TEntity> rows, string key, Guid id, bool down);

    internal abstract string? KeyOf(TEntity row);

    internal abstract bool CanBeUnknown { get; }
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

    /// <summary>The key is an array of texts, of which a choice filter names one.</summary>
    public bool IsSeveral { get; init; }

    internal override bool CanBeUnknown => default(TKey) is null && !(key.Body is MemberExpression { Member.Name: var name } && name.StartsWith("Folded", StringComparison.Ordinal));

    public override IQueryable<TEntity>? Filter(IQueryable<TEntity> rows, string text)
    {
        if (text == "none") return Known(rows, known: false);
        if (IsSeveral) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(System.Text.Json.JsonSerializer.Serialize(text, CustomFields.CustomValues.Plainly)))));
        if (typeof(TKey) == typeof(string) && Kind is ColumnKind.Text) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(Folding.Fold(text)))));
        if (text.Split("..") is [var from, var to]) return Between(rows, from, to);
        return Read(AsKey(text)) is { } value ? rows.Where(With(k => Expression.Equal(k, Value(value)))) : null;
    }

    internal override IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known) =>
        !CanBeUnknown ? rows.Where(_ => known) : rows.Where(With(k => known ? Expression.NotEqual(k, Expression.Constant(null, typeof(TKey))) : Expression.Equal(k, Expression.Constant(null, typeof(TKey)))));

    internal override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool down) =>
        down ? rows.OrderByDescending(key).ThenByDescending(r => r.Id) : rows.OrderBy(key).ThenBy(r => r.Id);

    internal override IQueryable<TEntity>? After(IQueryable<TEntity> rows, string key, Guid id, bool down)
    {
        if (Read(key) is not { } value) return null;
        return rows.Where(With(k => Expression.OrElse(Beyond(k, Value(value), down), Expression.AndAlso(Expression.Equal(k, Value(value)), Beyond(IdOf(k), Expression.Constant(id), down)))));
    }

    internal override string? KeyOf(TEntity row) => KeyIn(row) is { } known ? Round(known, Convert.ToString(known, CultureInfo.InvariantCulture)!) : null;

    private static string Round(TKey value, string text) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => text,
    };

    private IQueryable<TEntity>? Between(IQueryable<TEntity> rows, string from, string to)
    {
        // What nobody knows is within no range.
        if (CanBeUnknown) rows = Known(rows, known: true);
        if (from.Length > 0) rows = Read(AsKey(from)) is { } low ? rows.Where(With(k => Expression.Not(Beyond(Value(low), k, down: false)))) : rows.Where(_ => false);
        if (to.Length > 0) rows = Read(AsKey(to)) is { } high ? rows.Where(With(k => Expression.Not(Beyond(k, Value(high), down: false)))) : rows.Where(_ => false);
        return rows;
    }

    private Expression<Func<TEntity, bool>> With(Func<Expression, Expression> condition) => Expression.Lambda<Func<TEntity, bool>>(condition(key.Body), key.Parameters);

    private static Expression Beyond(Expression left, Expression right, bool down)
    {
        if (left.Type == typeof(string)) (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));
        return down ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    private Expression IdOf(Expression _) => Expression.Property(key.Parameters[0], nameof(Entity.Id));

    // A captured value becomes a parameter of the statement, so that the engine plans it once.
    private static Expression Value(object value)
    {
        var box = new Box { Value = (TKey)value };
        return Expression.Field(Expression.Constant(box), nameof(Box.Value));
    }

    private static object? Read(string text)
    {
        var type = Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey);
        if (type == typeof(string)) return text;
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? id : null;
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(DateTime)) return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var name) ? name : null;
        if (type == typeof(double)) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var small) ? small : null;
        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private sealed class Box
    {
        public TKey Value = default!;
    }
}
