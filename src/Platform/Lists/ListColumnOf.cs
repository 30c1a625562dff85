using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Lists.Grouping;
namespace Coxswain.Platform.Lists;

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

    internal override bool CanBeUnknown => default(TKey) is null && !IsFolded;

    internal override StringComparer Spelling => typeof(TKey) == typeof(string) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    // What is folded of nothing is an empty text.
    private bool IsFolded => key.Body is MemberExpression { Member.Name: var name } && name.StartsWith("Folded", StringComparison.Ordinal);

    public override IQueryable<TEntity>? Filter(IQueryable<TEntity> rows, string text)
    {
        if (text == "none") return Known(rows, known: false);
        if (Called?.Invoke(text) is { } called) return rows.Where(With(_ => called));
        if (IsSeveral) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(System.Text.Json.JsonSerializer.Serialize(AsKey(text), CustomFields.CustomValues.Plainly)))));
        if (typeof(TKey) == typeof(string) && Kind is ColumnKind.Text) return rows.Where(With(k => Expression.Call(k, nameof(string.Contains), null, Expression.Constant(Folding.Fold(text)))));
        if (text.Split("..") is [var from, var to] && !(Kind is ColumnKind.Choice && LabelOf(AsKey(text)) is not null)) return Between(rows, Plain(from), Plain(to));
        return Read(AsKey(Plain(text))) is { } value ? rows.Where(With(k => Expression.Equal(k, Value(value)))) : null;
    }

    internal override IQueryable<TEntity> Known(IQueryable<TEntity> rows, bool known) => rows.Where(IsKnown(known));

    private Expression<Func<TEntity, bool>> IsKnown(bool known)
    {
        if (IsFolded) return With(k => known ? Expression.AndAlso(Expression.NotEqual(k, Nothing), Expression.NotEqual(k, Expression.Constant(""))) : Expression.OrElse(Expression.Equal(k, Nothing), Expression.Equal(k, Expression.Constant(""))));
        return !CanBeUnknown ? _ => known : With(k => known ? Expression.NotEqual(k, Nothing) : Expression.Equal(k, Nothing));
    }

    private static ConstantExpression Nothing => Expression.Constant(null, typeof(TKey));

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
        if (Read(typeof(TKey) == typeof(string) && Kind is ColumnKind.Text ? Folding.Fold(value) : AsKey(value)) is not { } read) return null;
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
        var part = IsSeveral ? System.Text.Json.JsonSerializer.Serialize(AsKey(value), CustomFields.CustomValues.Plainly) : Folding.Fold(value);
        return With(k => how is Comparison.Has or Comparison.Is ? AndKnown(k, Contains(k, part)) : OrUnknown(k, Expression.Not(Contains(k, part))));
    }

    private static Expression Contains(Expression text, string part) => Expression.Call(text, nameof(string.Contains), null, Expression.Constant(part));

    private Expression OrUnknown(Expression k, Expression condition) => CanBeUnknown ? Expression.OrElse(Expression.Equal(k, Nothing), condition) : condition;

    private Expression AndKnown(Expression k, Expression condition) => CanBeUnknown ? Expression.AndAlso(Expression.NotEqual(k, Nothing), condition) : condition;

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
