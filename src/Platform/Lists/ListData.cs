using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>A list read by a program: it names what it asks for exactly, takes pages as large as it likes, and can ask for what changed since.</summary>
public static class ListData
{
    // Conditions, and how rows are put together: they stand in the address as a page has them.
    private static readonly string[] Arranging = ["where", "group", "as", "month"];

    // A save that began before this moment may be read only after it: a program asks again from a little earlier.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>One page of the source.</summary>
    /// <param name="list">The list.</param>
    /// <param name="db">The database.</param>
    /// <param name="source">What the list is of.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="sight">All that the viewer may read, where the list is of less than that.</param>
    /// <param name="more">Parameters the act knows beside the columns.</param>
    /// <exception cref="UnknownParameterException">A parameter is not known, or its text cannot be read.</exception>
    public static async Task<ListPage<TRow>> DataAsync<TEntity, TRow>(this ListOf<TEntity, TRow> list, AppDb db, IQueryable<TEntity> source, ListRequest request, CancellationToken ct, IQueryable<TEntity>? sight = null, params string[] more) where TEntity : Entity
    {
        if (ProblemsOf(list, source, request, more) is { Any: true } problems) throw new UnknownParameterException(problems);
        if (request.ChangedSince is not { } since) return await list.PageAsync(db, source, request, ct, size: request.Limit);
        var (kind, from) = (typeof(TEntity).KindOf(), since.ToUniversalTime());
        var until = db.Clock.GetUtcNow().UtcDateTime - Overlap;
        var changed = db.Rows<Event>().Where(e => e.RecordedAt >= from && e.SubjectKind == kind).Select(e => e.SubjectId);
        var page = await list.PageAsync(db, source.Where(r => changed.Contains(r.Id)), request, ct, size: request.Limit);
        if (request.After is not null) return page;
        return page with { Gone = await GoneSince.ReadAsync(db, sight ?? source, kind, from, ct), Until = until };
    }

    private static Problems ProblemsOf<TEntity, TRow>(ListOf<TEntity, TRow> list, IQueryable<TEntity> source, ListRequest request, string[] more) where TEntity : Entity
    {
        var known = ApiFields.Parameters(typeof(ListRequest)).Concat(Arranging).Concat(more).Concat(list.Columns.Select(c => c.Id).Where(i => i.Length > 0)).ToList();
        var problems = new Problems();
        foreach (var name in request.Query.Values.Keys.Where(k => !known.Contains(End(k), StringComparer.OrdinalIgnoreCase))) problems.Add(name, ApiFields.Said(name, known));
        if (request.SortId is { } sort && !list.Columns.Any(c => c.Id == sort && c.IsSortable)) problems.Add("sort", ApiFields.Said(sort, list.Columns.Where(c => c.IsSortable && c.Id.Length > 0).Select(c => c.Id)));
        if (request.After is { } after && Cursor.Read(after) is null) problems.Add("after", T("This is not understood."));
        foreach (var (column, text) in list.Filters(request).Where(f => f.Column.Filter(source, f.Text) is null)) problems.Add(column.Id, T("This is not understood."));
        return problems;
    }

    private static string End(string name) => name.EndsWith(".from", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name.EndsWith(".to", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}

/// <summary>A list was asked by a parameter it does not have.</summary>
public sealed class UnknownParameterException(Problems problems) : RefusalException(Outcome.Invalid(problems));
