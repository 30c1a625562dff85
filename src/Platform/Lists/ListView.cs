using Coxswain.Platform.Data;
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
    public bool IsFiltered => Chips.Count > 0;
}

/// <summary>A filter the list offers, with what it is set to.</summary>
public sealed record ListFilter(string Id, string Label, ColumnKind Kind, IReadOnlyList<Choice> Choices, string? Text, string? From, string? To);

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
        return new ListView<TRow>
        {
            Rows = page.Rows,
            Count = page.Count,
            Columns = [.. shown.Select(c => HeadOf(list, c, request, url))],
            Chips = [.. list.Filters(request).Select(f => new FilterChip($"{f.Column.Label()}: {Said(f.Column, f.Text)}", url + Query(request, without: f.Column.Id)))],
            Filters = [.. list.Columns.Where(c => c.Id.Length > 0).Select(c => FilterOf(c, request))],
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
        new(c.Id, c.Label(), c.Kind, [.. c.Choices.Select(x => new Choice(x.Value, x.Label))], request.Query[c.Id], request.Query[c.Id + ".from"], request.Query[c.Id + ".to"]);

    private static string Said<TEntity, TRow>(ListColumn<TEntity, TRow> column, string text) where TEntity : Entity => text switch
    {
        "none" => T("unknown"),
        _ when column.Choices.FirstOrDefault(c => c.Value == text) is { Label: { } label } => label,
        _ when text.Split("..") is [var from, var to] => from.Length == 0 ? T("up to {0}", to) : to.Length == 0 ? T("from {0}", from) : T("{0} to {1}", from, to),
        _ => text,
    };

    /// <summary>What stands behind the question mark of a list's address: filters, sort, columns; not the page.</summary>
    public static string AddressOf(ListRequest request) => Query(request);

    /// <summary>The request's address, with one part set or one filter left out; a change of sort or filter starts at the first page.</summary>
    private static string Query(ListRequest request, (string Name, string Value)? with = null, string? without = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in request.Query.Values)
            if (name is not "after" && name != with?.Name && name != without && !(without is not null && name.StartsWith(without + ".", StringComparison.Ordinal))) query.Add(name, value);
        if (with is { } part) query.Add(part.Name, part.Value);
        return query.ToQueryString().ToString();
    }
}
