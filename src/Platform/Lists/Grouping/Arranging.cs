using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>Puts the rows of a list together: in groups, as columns of a board, on the days of a month. Two statements, however many rows there are.</summary>
internal static class Arranging
{
    /// <summary>Groups that are shown, rows of each, cards of a board's column, rows of a day.</summary>
    public const int MostGroups = 40, RowsOfGroup = 5, CardsOfColumn = 20, RowsOfDay = 4;

    // So few are read whole and sorted: SQLite takes every answer for as frequent as the others, and to find those of a rare one in order walked along a million names.
    private const int Few = 500;

    public static async Task<ListPage<TRow>> PageAsync<TEntity, TRow>(ListOf<TEntity, TRow> list, AppDb db, IQueryable<TEntity> matching, ListRequest request, CancellationToken ct) where TEntity : Entity
    {
        var column = list.GroupColumn(request) ?? throw new WrongConditionException(T("Rows cannot be put together by {0}: choose one of {1}.", request.GroupId, string.Join(", ", list.Groupable(request.Layout).Select(c => c.Id))));
        var isDays = request.Layout is ListLayout.Calendar;
        var month = isDays ? CalendarMonth.Read(request.Month, await ListDays.ReadAsync(db, ct)) : null;
        if (month is not null) matching = column.Filter(matching, RangeOf(CalendarMonth.Text(month.First)))!;
        var summed = isDays ? [] : list.Shown(request).Select(c => c.Sum).OfType<Summed<TEntity>>().Take(4).ToList();
        var sums = await db.Kept.ReadAsync(db, $"groups of {list.Kind} {request.Query.AsKey}", () => column.SumsAsync(matching, summed, isDays ? GroupBy.Answer : GroupBy.Month, ct));
        var keys = Order(column, sums.GroupBy(s => s.Key).Select(g => (g.Key, Count: g.Where(s => s.Part == g.Min(x => x.Part)).Sum(s => s.Count))), request.Layout);
        var (rows, movable) = await RowsAsync(list, db, matching, column, [.. keys.Take(MostGroups).Where(k => k.Count > 0)], request, ct);
        var groups = keys.Take(MostGroups).Select((k, i) => new ListGroup<TRow>(k.Key, k.Count, [.. SumsOf(sums.Where(s => s.Key == k.Key), summed)], rows.GetValueOrDefault(k.Key ?? "") ?? [])).ToList();
        return new ListPage<TRow>([.. groups.SelectMany(g => g.Rows)], null, keys.Sum(k => k.Count)) { Groups = groups, Month = month, MoreGroups = Math.Max(0, keys.Count - MostGroups), Movable = movable };
    }

    /// <summary>A month, yyyy-MM, as the filter of a column of days takes it.</summary>
    public static string RangeOf(string month)
    {
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{first:yyyy-MM-dd}..{first.AddMonths(1).AddDays(-1):yyyy-MM-dd}";
    }

    private static List<(string? Key, int Count)> Order<TEntity, TRow>(ListColumn<TEntity, TRow> column, IEnumerable<(string? Key, int Count)> groups, ListLayout layout) where TEntity : Entity
    {
        var counts = groups.ToDictionary(g => g.Key ?? "", g => g.Count, column.Spelling);
        if (column.Kind is ColumnKind.Date) return [.. counts.OrderBy(c => c.Key.Length == 0).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key.Length == 0 ? null : c.Key, c.Value))];
        // Answers come in their own order, on a board also those that nothing has yet; what has none of them comes last.
        var known = column.Choices.Where(c => c.Value != Condition.Unknown).Select(c => column.AsKey(c.Value)).ToList();
        var ordered = known.Where(k => layout is ListLayout.Board || counts.ContainsKey(k)).Select(k => ((string?)k, counts.GetValueOrDefault(k)));
        if (layout is ListLayout.Groups && known.Count > MostGroups) ordered = ordered.OrderByDescending(g => g.Item2);
        return [.. ordered, .. counts.Where(c => c.Key.Length > 0 && !known.Contains(c.Key, column.Spelling)).OrderByDescending(c => c.Value).Select(c => ((string?)c.Key, c.Value)), .. counts.Where(c => c.Key.Length == 0).Select(c => ((string?)null, c.Value))];
    }

    // The keys of the first rows of all groups in one statement, each part of it one walk along an index; then those rows.
    private static async Task<(Dictionary<string, List<TRow>> Groups, IReadOnlyDictionary<object, int>? Movable)> RowsAsync<TEntity, TRow>(ListOf<TEntity, TRow> list, AppDb db, IQueryable<TEntity> matching, ListColumn<TEntity, TRow> column, IReadOnlyList<(string? Key, int Count)> keys, ListRequest request, CancellationToken ct) where TEntity : Entity
    {
        if (keys.Count == 0) return ([], null);
        var most = request.Layout switch { ListLayout.Board => CardsOfColumn, ListLayout.Calendar => RowsOfDay, _ => RowsOfGroup };
        var (sort, down) = list.SortOf(request);
        var parts = keys.Select(k => k.Count <= Few ? column.InGroup(matching, k.Key).OrderBy(r => r.Id).Take(Few + most) : column.InGroup(matching, k.Key));
        // One engine sorts what is unknown first and the other last: what is known comes first on both, as in a list.
        if (sort.CanBeUnknown && sort != column) parts = parts.SelectMany(p => new[] { sort.Known(p, known: true), sort.Known(p, known: false) });
        var read = await list.Read(sort.Page([.. parts], db.Rows<TEntity>().AsNoTracking(), down, most)).ToListAsync(ct);
        var shown = read.GroupBy(r => GroupOf(column.KeyOf(r.Row), column, keys), column.Spelling).ToDictionary(g => g.Key, g => g.OrderBy(r => sort.KeyOf(r.Row) is null).Take(most).ToList(), column.Spelling);
        var groups = shown.ToDictionary(g => g.Key, g => g.Value.ConvertAll(r => r.View), column.Spelling);
        if (list.MovedBy(request, db) is null) return (groups, null);
        var reach = db.Reaches.For(list.Moves!.OwnedAs ?? list.Kind, AccessLevel.Edit);
        return (groups, shown.Values.SelectMany(g => g).Where(r => r.Row is IOwned owned && reach.Includes(r.Row.Id, owned.OwnerId)).ToDictionary(object (r) => r.View!, r => r.Row.Version, ReferenceEqualityComparer.Instance));
    }

    private static string GroupOf<TEntity, TRow>(string? key, ListColumn<TEntity, TRow> column, IReadOnlyList<(string? Key, int Count)> keys) where TEntity : Entity =>
        key is null ? "" : column.Kind is ColumnKind.Date && keys.Any(k => k.Key?.Length == 7) ? key[..7] : key;

    private static IEnumerable<ListSum> SumsOf<TEntity>(IEnumerable<GroupSum> sums, IReadOnlyList<Summed<TEntity>> summed) where TEntity : Entity =>
        sums.Where(s => s.Part >= 0 && s.Known > 0).OrderBy(s => s.Part).ThenByDescending(s => s.Known).Select(s => new ListSum(summed[s.Part].Column, s.Currency, s.Known, s.Sum, summed[s.Part].IsMinor));
}
