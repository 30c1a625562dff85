using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>A page of a list, ready to draw.</summary>
public sealed record ListView<TRow>
{
    public required IReadOnlyList<TRow> Rows { get; init; }
    public required IReadOnlyList<Column<TRow>> Columns { get; init; }
    public required IReadOnlyList<FilterChip> Chips { get; init; }
    public required IReadOnlyList<ListFilter> Filters { get; init; }
    public required IReadOnlyList<Choice> AllColumns { get; init; }
    public required IReadOnlyList<string> ShownColumns { get; init; }
    public required string Url { get; init; }

    /// <summary>The object kind listed, as saved views name it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Sort and filters of this page, as a view keeps them.</summary>
    public required string Query { get; init; }
    public required int Count { get; init; }
    public string? NextHref { get; init; }
    public bool IsFirst { get; init; }
    public IReadOnlyList<SavedViewLink> Views { get; init; } = [];

    /// <summary>Conditions as a form, while somebody fills it in.</summary>
    public ConditionForm? Editing { get; init; }

    /// <summary>Where the form of conditions opens.</summary>
    public required string EditHref { get; init; }

    /// <summary>What else stands in the address, for forms that change one part of it.</summary>
    public required IReadOnlyList<(string Name, string Value)> Asked { get; init; }

    /// <summary>What a row is called.</summary>
    public required Func<TRow, string?> Title { get; init; }

    /// <summary>How the rows are laid out, and the ways they can be.</summary>
    public required Arrangement<TRow> Arranged { get; init; }
    public bool IsFiltered => Chips.Count > 0;
}

/// <summary>A filter the list offers, with what it is set to.</summary>
public sealed record ListFilter(string Id, string Label, ColumnKind Kind, IReadOnlyList<Choice> Choices, string? Text, string? From, string? To)
{
    /// <summary>Rows may have no answer.</summary>
    public bool CanBeUnknown { get; init; }

    /// <summary>Rows may have several answers.</summary>
    public bool IsSeveral { get; init; }

    /// <summary>A condition can ask for it.</summary>
    public bool IsAskable { get; init; }
}

/// <summary>A saved view as a tab.</summary>
public sealed record SavedViewLink(Guid Id, string Name, string Href, bool IsCurrent, bool IsMine);

/// <summary>Puts a page of a list together for drawing.</summary>
public static class ListViews
{
    /// <param name="list">The list.</param>
    /// <param name="page">The page of it.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="url">The address of the list without its query.</param>
    /// <param name="views">Saved views of this kind.</param>
    public static ListView<TRow> View<TEntity, TRow>(this ListOf<TEntity, TRow> list, ListPage<TRow> page, ListRequest request, string url, IReadOnlyList<SavedViewLink>? views = null) where TEntity : Entity
    {
        var shown = list.Shown(request);
        IReadOnlyList<ListFilter> filters = [.. list.Columns.Where(c => c.Id.Length > 0).Select(c => FilterOf(c, request))];
        return new ListView<TRow>
        {
            Rows = page.Rows,
            Count = page.Count,
            Columns = [.. shown.Select(c => HeadOf(list, c, request, url))],
            Chips = [.. list.Filters(request).Select(f => new FilterChip($"{f.Column.Label()}: {Said(f.Column, f.Text)}", url + Query(request, without: f.Column.Id))), .. Asked(request, filters, url)],
            Filters = filters,
            Editing = request.Query["edit"] is not { } kept ? null : kept == "where" ? ConditionForm.Begun(request.Conditions, filters) : ConditionForm.Read(kept),
            EditHref = url + Query(request, with: ("edit", "where")),
            Asked = [.. request.Query.Values.Where(v => v.Key is not ("after" or "edit")).Select(v => (v.Key, v.Value))],
            Title = list.Columns[0].Cell,
            Arranged = Arrangements.Of(list, page, request, url),
            AllColumns = [.. list.Columns.Skip(1).Select(c => new Choice(c.Id, c.Label()))],
            ShownColumns = [.. shown.Select(c => c.Id)],
            Url = url,
            Kind = list.Kind,
            Query = Query(request),
            NextHref = page.Next is null ? null : url + Query(request, with: ("after", page.Next)),
            IsFirst = request.After is null,
            Views = views ?? [],
        };
    }

    private static Column<TRow> HeadOf<TEntity, TRow>(ListOf<TEntity, TRow> list, ListColumn<TEntity, TRow> column, ListRequest request, string url) where TEntity : Entity
    {
        var sorted = column.Id != (request.SortId ?? list.UsualSort.TrimStart('-')) ? Sorted.No : (request.Sort ?? list.UsualSort).StartsWith('-') ? Sorted.Down : Sorted.Up;
        return new Column<TRow>(column.Label(), column.Cell)
        {
            Align = column.Kind is ColumnKind.Number or ColumnKind.Money ? Align.Number : Align.Start,
            SortHref = column.IsSortable ? url + Query(request, with: ("sort", sorted is Sorted.Up ? "-" + column.Id : column.Id)) : null,
            Sorted = sorted,
            Phone = column.Phone,
        };
    }

    private static ListFilter FilterOf<TEntity, TRow>(ListColumn<TEntity, TRow> c, ListRequest request) where TEntity : Entity =>
        new(c.Id, c.Label(), c.Kind, [.. c.Choices.Select(x => new Choice(x.Value, x.Label))], request.Query[c.Id], request.Query[c.Id + ".from"], request.Query[c.Id + ".to"]) { CanBeUnknown = c.CanBeUnknown, IsSeveral = c.IsSeveral, IsAskable = c.IsAskable };

    // What all have to hold can be let go one by one.
    private static IEnumerable<FilterChip> Asked(ListRequest request, IReadOnlyList<ListFilter> filters, string url) => request.Conditions switch
    {
        null => [],
        Condition.Several { IsAny: false } all => all.Parts.Select((part, i) => new FilterChip(ConditionWords.Said(part, filters), url + Query(request, with: ("where", new Condition.Several(false, [.. all.Parts.Where((_, j) => j != i)]).ToString())))),
        var one => [new FilterChip(ConditionWords.Said(one, filters), url + Query(request, without: "where"))],
    };

    private static string Said<TEntity, TRow>(ListColumn<TEntity, TRow> column, string text) where TEntity : Entity => text switch
    {
        "none" => T("unknown"),
        _ when column.Choices.FirstOrDefault(c => c.Value == text) is { Label: { } label } => label,
        _ when text.Split("..") is [var from, var to] => from.Length == 0 ? T("up to {0}", to) : to.Length == 0 ? T("from {0}", from) : T("{0} to {1}", from, to),
        _ => text,
    };

    /// <summary>What stands behind the question mark of a list's address: filters, sort, columns; not the page.</summary>
    public static string AddressOf(ListRequest request) => Query(request);

    /// <summary>The list's address without some of its parts.</summary>
    internal static string AddressWithout(ListRequest request, params string[] parts) =>
        new QueryBuilder(request.Query.Values.Where(v => v.Key is not ("after" or "edit") && !parts.Contains(v.Key) && !parts.Any(p => v.Key.StartsWith(p + ".", StringComparison.Ordinal)))).ToQueryString().ToString();

    /// <summary>The request's address, with one part set or one filter left out; a change of sort or filter starts at the first page.</summary>
    internal static string Query(ListRequest request, (string Name, string Value)? with = null, string? without = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in request.Query.Values)
            if (name is not ("after" or "edit") && name != with?.Name && name != without && !(without is not null && name.StartsWith(without + ".", StringComparison.Ordinal))) query.Add(name, value);
        if (with is { } part) query.Add(part.Name, part.Value);
        return query.ToQueryString().ToString();
    }
}
