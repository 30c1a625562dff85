using System.Globalization;
using System.Linq.Expressions;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>What rows are put together by, of a column of days.</summary>
public enum GroupBy { Answer, Month }

/// <summary>Something of each row that is added up.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Value">The number; null is not known.</param>
/// <param name="Currency">Of amounts: sums are made by currency.</param>
/// <param name="IsMinor">The number is in minor units.</param>
public sealed record Summed<TEntity>(string Column, Expression<Func<TEntity, double?>> Value, Expression<Func<TEntity, string?>>? Currency, bool IsMinor) where TEntity : Entity;

/// <summary>What the rows of one group, and of one currency, come to.</summary>
/// <param name="Part">Which of the summed columns; −1 where only rows are counted.</param>
/// <param name="Key">The group: what a filter would compare with, a month as yyyy-MM; null for unknown.</param>
/// <param name="Currency">Of amounts.</param>
/// <param name="Count">Rows.</param>
/// <param name="Known">Rows whose number is known.</param>
/// <param name="Sum">Of those.</param>
public sealed record GroupSum(int Part, string? Key, string? Currency, int Count, int Known, double Sum);

/// <summary>Counts and adds up in one statement, however many columns are summed.</summary>
internal static class GroupReading
{
    public static async Task<IReadOnlyList<GroupSum>> SumsAsync<TEntity, TKey>(IQueryable<TEntity> rows, Expression<Func<TEntity, TKey>> key, IReadOnlyList<Summed<TEntity>> sums, CancellationToken ct, Func<TKey, string>? text = null) where TEntity : Entity
    {
        var parts = sums.Count == 0 ? [Part(rows, key, -1, null)] : sums.Select((sum, i) => Part(rows, key, i, sum)).ToList();
        var groups = await parts.Aggregate((all, part) => all.Concat(part)).ToListAsync(ct);
        return [.. groups.Select(g => new GroupSum(g.Part, g.Key is null ? null : (text ?? Text)(g.Key), g.Currency, g.Count, g.Known, g.Sum ?? 0))];
    }

    /// <summary>A month counted from year 0, as yyyy-MM.</summary>
    public static string MonthText(int? month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{month % 12 + 1:00}");

    /// <summary>The month of a day, counted from year 0.</summary>
    public static Expression<Func<TEntity, int?>> MonthOfDay<TEntity, TKey>(Expression<Func<TEntity, TKey>> key)
    {
        var day = typeof(TKey) == typeof(DateOnly) ? key.Body : Expression.Property(key.Body, nameof(Nullable<>.Value));
        Expression Of(string part) => Expression.Convert(Expression.Property(day, part), typeof(int?));
        var month = Expression.Subtract(Expression.Add(Expression.Multiply(Of(nameof(DateOnly.Year)), Expression.Constant(12, typeof(int?))), Of(nameof(DateOnly.Month))), Expression.Constant(1, typeof(int?)));
        return Expression.Lambda<Func<TEntity, int?>>(month, key.Parameters);
    }

    /// <summary>The month of a day kept as yyyy-MM-dd.</summary>
    public static Expression<Func<TEntity, string?>> MonthOfText<TEntity, TKey>(Expression<Func<TEntity, TKey>> key) =>
        Expression.Lambda<Func<TEntity, string?>>(Expression.Call(key.Body, nameof(string.Substring), null, Expression.Constant(0), Expression.Constant(7)), key.Parameters);

    private static string Text<TKey>(TKey key) => (object?)key switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
    };

    private static IQueryable<Group<TKey>> Part<TEntity, TKey>(IQueryable<TEntity> rows, Expression<Func<TEntity, TKey>> key, int part, Summed<TEntity>? sum) where TEntity : Entity
    {
        // An engine groups by no constant: what has no currency, and what is only counted, is grouped by its key alone.
        var keyed = rows.Select(Of(key, sum));
        if (sum is null) return keyed.GroupBy(k => k.Key).Select(g => new Group<TKey> { Part = part, Key = g.Key, Currency = "", Count = g.Count(), Known = 0, Sum = 0 });
        if (sum.Currency is null) return keyed.GroupBy(k => k.Key).Select(g => new Group<TKey> { Part = part, Key = g.Key, Currency = "", Count = g.Count(), Known = g.Count(k => k.Value != null), Sum = g.Sum(k => k.Value) });
        return keyed.GroupBy(k => new { k.Key, k.Currency }).Select(g => new Group<TKey> { Part = part, Key = g.Key.Key, Currency = g.Key.Currency, Count = g.Count(), Known = g.Count(k => k.Value != null), Sum = g.Sum(k => k.Value) });
    }

    private static Expression<Func<TEntity, Keyed<TKey>>> Of<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, Summed<TEntity>? sum) where TEntity : Entity
    {
        var row = key.Parameters[0];
        List<MemberAssignment> parts = [Expression.Bind(typeof(Keyed<TKey>).GetProperty(nameof(Keyed<>.Key))!, key.Body)];
        if (sum is not null) parts.Add(Expression.Bind(typeof(Keyed<TKey>).GetProperty(nameof(Keyed<>.Value))!, new Swap(sum.Value.Parameters[0], row).Visit(sum.Value.Body)!));
        if (sum?.Currency is { } currency) parts.Add(Expression.Bind(typeof(Keyed<TKey>).GetProperty(nameof(Keyed<>.Currency))!, new Swap(currency.Parameters[0], row).Visit(currency.Body)!));
        return Expression.Lambda<Func<TEntity, Keyed<TKey>>>(Expression.MemberInit(Expression.New(typeof(Keyed<TKey>)), parts), row);
    }

    private sealed class Keyed<TKey>
    {
        public TKey Key { get; init; } = default!;
        public string? Currency { get; init; }
        public double? Value { get; init; }
    }

    private sealed class Group<TKey>
    {
        public int Part { get; init; }
        public TKey Key { get; init; } = default!;
        public string? Currency { get; init; }
        public int Count { get; init; }
        public int Known { get; init; }
        public double? Sum { get; init; }
    }
}

/// <summary>The same expression of another row.</summary>
internal sealed class Swap(Expression from, Expression to) : ExpressionVisitor
{
    public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
}
