using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Lists.Grouping;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Lists;

/// <summary>A list of a kind of record: its columns and how a row of it is read. Pages by key, counts to a cap, never reads an offset.</summary>
/// <param name="fields">What whoever looks does not see: a column of it is none of theirs.</param>
/// <param name="kind">The object kind, as saved views name it.</param>
/// <param name="all">All its columns; the first leads to the record.</param>
/// <param name="read">What is read of a row.</param>
/// <param name="usualSort">The sort where the request names none.</param>
public sealed class ListOf<TEntity, TRow>(FieldAccess fields, string kind, IReadOnlyList<ListColumn<TEntity, TRow>> all, Expression<Func<TEntity, TRow>> read, string usualSort) where TEntity : Entity
{
    private const int ExportPart = 500;

    private readonly IReadOnlyList<ListColumn<TEntity, TRow>> columns = fields.Hidden(kind) is { Count: > 0 } hidden ? [.. all.Where(c => !c.Of.Any(hidden.Contains))] : all;

    public string Kind => kind;

    public string UsualSort => usualSort;

    /// <summary>How cards of its boards are moved; null where they stay.</summary>
    public CardMoves<TRow>? Moves { get; init; }

    /// <summary>The column of a request's board by which the viewer may move cards; null where cards stay.</summary>
    internal ListColumn<TEntity, TRow>? MovedBy(ListRequest request, AppDb db) =>
        Moves is { } moves && request.Layout is ListLayout.Board && GroupColumn(request) is { } by && (by.Id.StartsWith(CustomFields.CustomField.Prefix, StringComparison.Ordinal) || moves.Columns.Contains(by.Id))
        && !db.Reaches.Fields.Locked(kind).Contains(by.Of[0]) ? by : null;

    public IReadOnlyList<ListColumn<TEntity, TRow>> Columns => columns;

    /// <summary>The columns a request shows.</summary>
    public IReadOnlyList<ListColumn<TEntity, TRow>> Shown(ListRequest request) =>
        request.Columns?.Split(',') is { } chosen ? [columns[0], .. columns.Skip(1).Where(c => chosen.Contains(c.Id))] : [.. columns.Where(c => c.IsShown)];

    /// <summary>The filters of a request that this list knows, with their text.</summary>
    public IReadOnlyList<(ListColumn<TEntity, TRow> Column, string Text)> Filters(ListRequest request) =>
        [.. columns.Select(c => (Column: c, Text: TextOf(c.Id, request.Query))).Where(f => f.Text is not null).Select(f => (f.Column, f.Text!))];

    // A form posts the two ends of a range as two fields; an address written by hand may say from..to.
    private static string? TextOf(string id, QueryValues query) =>
        query[id] ?? (query[id + ".from"] is null && query[id + ".to"] is null ? null : $"{query[id + ".from"]}..{query[id + ".to"]}");

    /// <summary>The matching rows of the source, unsorted: for exports and sums.</summary>
    /// <exception cref="WrongConditionException">A condition cannot be read, or asks for what this list has not.</exception>
    public async Task<IQueryable<TEntity>> MatchingAsync(AppDb db, IQueryable<TEntity> source, ListRequest request, CancellationToken ct)
    {
        var rows = Filters(request).Aggregate(source, (rows, filter) => filter.Column.Filter(rows, filter.Text) ?? rows.Where(_ => false));
        return request.Conditions is { } where ? rows.Where(ConditionSql.Of(where, columns, await ListDays.ReadAsync(db, ct))) : rows;
    }

    /// <summary>All matching rows in the usual order, read as they are taken.</summary>
    public async Task<IAsyncEnumerable<TRow>> AllAsync(AppDb db, IQueryable<TEntity> source, ListRequest request, CancellationToken ct)
    {
        var matching = await MatchingAsync(db, source.AsNoTracking(), request, ct);
        var reads = Shown(request).Select(c => c.Reads).OfType<Func<IReadOnlyList<TRow>, CancellationToken, Task>>().Distinct().ToList();
        return reads.Count == 0 ? UsualColumn.Sort(matching, usualSort.StartsWith('-')).Select(read).AsAsyncEnumerable() : InPartsAsync(db, matching, reads, ct);
    }

    // What stands beside the rows is read between them, which no engine does while it still gives rows.
    private async IAsyncEnumerable<TRow> InPartsAsync(AppDb db, IQueryable<TEntity> matching, IReadOnlyList<Func<IReadOnlyList<TRow>, CancellationToken, Task>> reads, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Cursor? after = null; ;)
        {
            var part = await RowsAsync(db.Rows<TEntity>().AsNoTracking(), matching, UsualColumn, usualSort.StartsWith('-'), after, ExportPart, ct);
            var rows = part.Take(ExportPart).Select(p => p.View).ToList();
            foreach (var each in reads) await each(rows, ct);
            foreach (var row in rows) yield return row;
            if (part.Count <= ExportPart) yield break;
            after = new Cursor(UsualColumn.KeyOf(part[ExportPart - 1].Row), part[ExportPart - 1].Row.Id);
        }
    }

    /// <summary>The columns by which rows can be put together so.</summary>
    internal IEnumerable<ListColumn<TEntity, TRow>> Groupable(ListLayout layout) => columns.Where(c => c.IsGroupable && layout switch { ListLayout.Calendar => c.Kind is ColumnKind.Date, ListLayout.Board => c.Kind is ColumnKind.Choice, _ => true });

    /// <summary>The column a request puts rows together by; null where that is none.</summary>
    internal ListColumn<TEntity, TRow>? GroupColumn(ListRequest request) => Groupable(request.Layout).FirstOrDefault(c => request.GroupId is null || c.Id == request.GroupId);

    private ListColumn<TEntity, TRow> UsualColumn => columns.Single(c => c.Id == usualSort.TrimStart('-'));

    /// <summary>The column a request sorts by, and whether downwards.</summary>
    internal (ListColumn<TEntity, TRow> Column, bool Down) SortOf(ListRequest request) =>
        columns.FirstOrDefault(c => c.Id == request.SortId && c.IsSortable) is { } column ? (column, request.IsDown) : (UsualColumn, usualSort.StartsWith('-'));

    /// <summary>One page of the source, and the capped count of all matching rows.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">What the list is of.</param>
    /// <param name="request">Filters, sort, and where the page begins.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="known">How many match, where that was worked out for a sum; who does so refuses slow lists before.</param>
    /// <param name="size">Rows of a page, where it is not the usual.</param>
    public async Task<ListPage<TRow>> PageAsync(AppDb db, IQueryable<TEntity> source, ListRequest request, CancellationToken ct, int? known = null, int? size = null)
    {
        if (known is null) await RefuseSlowAsync(db, source, request, ct);
        var matching = await MatchingAsync(db, source.AsNoTracking(), request, ct);
        if (request.Layout is not ListLayout.Rows) return await Arranging.PageAsync(this, db, matching, request, ct);
        var (column, down) = SortOf(request);

        var rows = await RowsAsync(db.Rows<TEntity>().AsNoTracking(), matching, column, down, Cursor.Read(request.After), size ?? ListRequest.PageSize, ct);
        var more = rows.Count > (size ?? ListRequest.PageSize);
        var page = rows.Take(size ?? ListRequest.PageSize).ToList();
        var next = more ? new Cursor(column.KeyOf(page[^1].Row), page[^1].Row.Id).ToString() : null;
        var count = request.After is null && !more ? page.Count : known is { } counted ? Math.Min(counted, ListPage<TRow>.Cap) : await matching.Take(ListPage<TRow>.Cap).CountAsync(ct);
        return new ListPage<TRow>([.. page.Select(p => p.View)], next, count);
    }

    /// <summary>Refuses a list that would read through too many rows, before anything is read.</summary>
    /// <exception cref="SlowListException">It would.</exception>
    public async Task RefuseSlowAsync(AppDb db, IQueryable<TEntity> source, ListRequest request, CancellationToken ct)
    {
        string?[] named = [request.GroupId, .. request.Conditions?.Columns ?? []];
        var asked = Filters(request).Select(f => f.Column).Append(columns.FirstOrDefault(c => c.Id == request.SortId && c.IsSortable)).Concat(columns.Where(c => named.Contains(c.Id)));
        if (asked.FirstOrDefault(c => c is { IsSlow: true }) is not { } slow) return;
        // Only what the other filters leave is read through.
        var left = Filters(request).Where(f => !f.Column.IsSlow).Aggregate(source, (rows, filter) => filter.Column.Filter(rows, filter.Text) ?? rows.Where(_ => false));
        foreach (var part in request.Conditions?.Needed ?? [])
            if (part.Columns.All(id => columns.FirstOrDefault(c => c.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { IsSlow: false })) left = left.Where(ConditionSql.Of(part, columns, await ListDays.ReadAsync(db, ct)));
        if (await left.Take(SlowListException.Most + 1).CountAsync(ct) > SlowListException.Most) throw new SlowListException(slow.Label());
    }

    // Known values come first, then the unknown ones by id: each part is one walk along an index, on both engines alike.
    private async Task<List<Pair>> RowsAsync(IQueryable<TEntity> all, IQueryable<TEntity> matching, ListColumn<TEntity, TRow> column, bool down, Cursor? after, int size, CancellationToken ct)
    {
        var wanted = size + 1;
        var rows = new List<Pair>();
        if (after is null or { Key: not null })
        {
            var known = column.CanBeUnknown ? column.Known(matching, known: true) : matching;
            if (after is not null) known = column.After(known, after.Key!, after.Id, down) ?? known;
            rows = await Read(column.Page([known], all, down, wanted)).ToListAsync(ct);
        }
        if (rows.Count < wanted && column.CanBeUnknown)
        {
            var unknown = column.Known(matching, known: false).OrderBy(r => r.Id).AsQueryable();
            if (after is { Key: null }) unknown = unknown.Where(r => r.Id > after.Id);
            rows.AddRange(await Read(PageByKeys.Rows([unknown.Take(wanted - rows.Count)], all, r => r.Id, down: false)).ToListAsync(ct));
        }
        return rows;
    }

    internal IQueryable<Pair> Read(IQueryable<TEntity> rows)
    {
        var row = read.Parameters[0];
        var pair = Expression.MemberInit(Expression.New(typeof(Pair)), Expression.Bind(typeof(Pair).GetProperty(nameof(Pair.Row))!, row), Expression.Bind(typeof(Pair).GetProperty(nameof(Pair.View))!, read.Body));
        return rows.Select(Expression.Lambda<Func<TEntity, Pair>>(pair, row));
    }

    internal sealed class Pair
    {
        public TEntity Row { get; init; } = null!;
        public TRow View { get; init; } = default!;
    }
}
