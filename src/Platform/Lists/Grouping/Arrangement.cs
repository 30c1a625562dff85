using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Money;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>How a list is laid out, ready to draw.</summary>
/// <param name="Layout">Which way.</param>
/// <param name="Ways">All ways it can be, with where they lead.</param>
public sealed record Arrangement<TRow>(ListLayout Layout, IReadOnlyList<ArrangementWay> Ways)
{
    public IReadOnlyList<DrawnGroup<TRow>> Groups { get; init; } = [];

    /// <summary>Groups beyond those.</summary>
    public int MoreGroups { get; init; }

    /// <summary>What a calendar shows.</summary>
    public CalendarMonth? Month { get; init; }
    public string? PreviousHref { get; init; }
    public string? NextHref { get; init; }

    /// <summary>The quiet line of a card: what the other columns say.</summary>
    public Func<TRow, string?> Note { get; init; } = _ => null;

    /// <summary>The amount on a card.</summary>
    public Func<TRow, string?> Amount { get; init; } = _ => null;

    /// <summary>How cards of this list are moved.</summary>
    public CardMoves<TRow>? Moves { get; init; }

    /// <summary>Where moves of this board are posted to; null where its cards stay.</summary>
    public string? MoveAction { get; init; }

    /// <summary>A card that was moved and stays where it is until somebody answers what it asks; null where none does.</summary>
    public AskingCard? Asking { get; init; }

    /// <summary>The version of a row whose card the viewer may move.</summary>
    public Func<TRow, int?> VersionOf { get; init; } = _ => null;
}

/// <summary>A way to lay a list out.</summary>
public sealed record ArrangementWay(string Label, string Icon, string Href, bool IsCurrent);

/// <summary>A group: what a filter says of it, its head, what its rows come to, and the first of them.</summary>
public sealed record DrawnGroup<TRow>(string? Key, string Label, int Count, string? Sums, string Href, IReadOnlyList<TRow> Rows)
{
    /// <summary>Cards can be put here.</summary>
    public bool TakesCards { get; init; }
}

internal static class Arrangements
{
    private const int MostNotes = 3;

    public static Arrangement<TRow> Of<TEntity, TRow>(ListOf<TEntity, TRow> list, ListPage<TRow> page, ListRequest request, string url) where TEntity : Entity
    {
        var ways = Ways(list, request, url).ToList();
        if (page.Groups is not { } groups || list.GroupColumn(request) is not { } column) return new(ListLayout.Rows, ways);
        var shown = list.Shown(request).Skip(1).Where(c => c != column).ToList();
        var amount = shown.FirstOrDefault(c => c.Kind is ColumnKind.Money);
        var month = request.Layout is ListLayout.Calendar ? page.Month : null;
        return new(request.Layout, ways)
        {
            Groups = [.. groups.Select(g => new DrawnGroup<TRow>(g.Key is null ? null : column.AsText(g.Key), LabelOf(column, g), g.Count, SumsOf(list, g.Sums), url + HrefOf(column, g.Key, request), g.Rows) { TakesCards = column.Takes(g.Key) })],
            MoreGroups = page.MoreGroups,
            Month = month,
            PreviousHref = month is null ? null : url + ListViews.Query(request, ("month", CalendarMonth.Text(month.First.AddMonths(-1)))),
            NextHref = month is null ? null : url + ListViews.Query(request, ("month", CalendarMonth.Text(month.First.AddMonths(1)))),
            Note = row => string.Join(" · ", shown.Where(c => c != amount).Select(c => (Column: c, Text: c.Cell(row))).Where(t => !string.IsNullOrEmpty(t.Text)).Select(t => t.Column.Kind is ColumnKind.Number ? $"{t.Column.Label()} {t.Text}" : t.Text).Take(MostNotes)) is { Length: > 0 } note ? note : null,
            Amount = row => amount?.Cell(row),
            Moves = list.Moves,
            MoveAction = page.Movable is null ? null : list.Moves!.Url + ListViews.Query(request),
            VersionOf = row => page.Movable is { } movable && movable.TryGetValue(row!, out var version) ? version : null,
        };
    }

    private static IEnumerable<ArrangementWay> Ways<TEntity, TRow>(ListOf<TEntity, TRow> list, ListRequest request, string url) where TEntity : Entity
    {
        var plain = ListViews.AddressWithout(request, "as", "group", "month");
        string With(string address, params (string Name, string Value)[] parts) => url + parts.Aggregate(address, (a, p) => a.With(p.Name, p.Value));
        yield return new(T("List"), "table", url + plain, request.Layout is ListLayout.Rows);
        foreach (var c in list.Groupable(ListLayout.Groups)) yield return new(T("Grouped by {0}", c.Label()), "list-filter", With(plain, ("group", c.Id)), request.Layout is ListLayout.Groups && request.GroupId == c.Id);
        foreach (var c in list.Groupable(ListLayout.Board)) yield return new(T("Board by {0}", c.Label()), "columns-3", With(plain, ("as", "board"), ("group", c.Id)), request.Layout is ListLayout.Board && list.GroupColumn(request) == c);
        foreach (var c in list.Groupable(ListLayout.Calendar)) yield return new(T("Calendar by {0}", c.Label()), "calendar-days", With(plain, ("as", "calendar"), ("group", c.Id)), request.Layout is ListLayout.Calendar && list.GroupColumn(request) == c);
    }

    private static string LabelOf<TEntity, TRow>(ListColumn<TEntity, TRow> column, ListGroup<TRow> group) where TEntity : Entity
    {
        if (group.Key is null) return T("unknown");
        if (column.Kind is ColumnKind.Date) return DateOnly.TryParseExact(group.Key.Length == 7 ? group.Key + "-01" : group.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? group.Key.Length == 7 ? day.ToString("Y", CultureInfo.CurrentCulture) : DayText.Whole(day) : group.Key;
        return column.LabelOf(group.Key) ?? (group.Rows is [var first, ..] ? column.Cell(first) : null) ?? group.Key;
    }

    // The group as a filter of the list; a month beside another filter of the same days has to hold with it.
    private static string HrefOf<TEntity, TRow>(ListColumn<TEntity, TRow> column, string? key, ListRequest request) where TEntity : Entity
    {
        var value = key is null ? Condition.Unknown : column.Kind is ColumnKind.Date && key.Length == 7 ? Arranging.RangeOf(key) : column.AsText(key);
        if (column.Kind is not ColumnKind.Date || value.Split("..") is not [var from, var to]) return ListViews.AddressWithout(request, "as", "group", "month", column.Id).With(column.Id, value);
        var within = new Condition.Several(false, [new Condition.Test(column.Id, Comparison.From, from), new Condition.Test(column.Id, Comparison.To, to)]);
        var whole = request.Conditions is { } where ? new Condition.Several(false, [where, within]) : within;
        return ListViews.AddressWithout(request, "as", "group", "month", "where").With("where", whole.ToString());
    }

    private static string? SumsOf<TEntity, TRow>(ListOf<TEntity, TRow> list, IReadOnlyList<ListSum> sums) where TEntity : Entity
    {
        // An amount says what it is; of several sums, and of plain numbers, somebody has to.
        var texts = sums.GroupBy(s => s.Column).Select(g => (Column: list.Columns.First(c => c.Id == g.Key), Text: string.Join(" + ", g.Select(Text)))).ToList();
        return texts switch { [] => null, [{ Column.Kind: ColumnKind.Money } only] => only.Text, _ => string.Join(" · ", texts.Select(t => $"{t.Column.Label()} {t.Text}")) };
    }

    private static string Text(ListSum sum)
    {
        if (string.IsNullOrEmpty(sum.Currency)) return sum.Sum.ToString("#,0.##", CultureInfo.CurrentCulture);
        return MoneyText.Of(sum.IsMinor ? (long)Math.Round(sum.Sum) : Minor.FromMajor((decimal)sum.Sum, sum.Currency), sum.Currency) ?? "";
    }
}

/// <summary>A card of a board that asks something before it moves.</summary>
/// <param name="Href">Where its record is.</param>
/// <param name="Form">What it asks.</param>
public sealed record AskingCard(string Href, Microsoft.AspNetCore.Components.RenderFragment Form);
