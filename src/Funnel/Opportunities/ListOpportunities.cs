using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Lists opportunities: open ones by close date unless the address asks otherwise.</summary>
internal static class ListOpportunities
{
    private const int MostSources = 30;

    public static async Task<Outcome<OpportunitiesView>> Do(ListRequest input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (input.Query["asOf"] is not null) return await ListPastOpportunities.Do(input, db, clock, frame, ct);
        var request = Asked(input, db);
        var tenant = await db.TenantAsync(ct);
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var choices = await OffersAsync(db, request, ct);
        var list = OpportunityList.Of(db, standing, tenant.Currency, choices);
        await list.RefuseSlowAsync(db, Source(db, request), request, ct);
        var total = await FunnelTotal.OfAsync($"deals {request.Query.AsKey}", (await list.MatchingAsync(db, Source(db, request), request, ct)).Select(o => new AmountRow { Amount = o.Amount, Currency = o.Currency, ClosedOn = o.ClosedOn }).Seen(db), db, tenant.Currency, standing.Day, ct);
        var page = await list.PageAsync(db, Source(db, request), request, ct, total.Count);
        await choices.Links.ReadAsync(db, choices.Fields, page.Rows.Select(r => r.CustomFields), ct);
        frame.AsOf = DayNotice.Of(standing);
        return new OpportunitiesView
        {
            List = list.View(page, request, "/opportunities", await ViewsAsync(db, input, ct)),
            Total = page.Count == 0 ? null : total,
            Asked = request.Query,
            Mine = db.Viewer.PersonId.ToString(),
            MayAdd = db.Viewer.May(Permission.EditFunnel),
            MayImport = db.Viewer.May(Permission.Import),
            MayExport = db.Viewer.May(Permission.Export),
            PastDay = standing.Day,
        };
    }

    /// <summary>The same as data: rows, where the next page begins, the count as far as it was counted.</summary>
    public static async Task<Outcome<ListPage<OpportunityView>>> Read(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var request = Asked(input, db);
        var tenant = await db.TenantAsync(ct);
        var list = OpportunityList.Of(db, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime), tenant.Currency, await OpportunityChoices.OfFieldsAsync(db, ct));
        return await list.DataAsync(db, Source(db, request), request, ct, db.Opportunities, "all", "end");
    }

    /// <summary>All that the list's filters offer.</summary>
    internal static async Task<OpportunityChoices> OffersAsync(AppDb db, ListRequest request, CancellationToken ct) =>
        (await ChoicesAsync(db, ct)) with { Fields = await db.CustomFieldsAsync(Kinds.Opportunity, ct), Sources = await SourcesAsync(db, ct), Accounts = await AccountAsync(db, request.Query["account"], ct) };

    /// <summary>"mine" stands for whoever asks.</summary>
    internal static ListRequest Asked(ListRequest input, AppDb db)
    {
        if (input.Query["owner"] != "mine") return input;
        var values = input.Query.Values.ToDictionary(v => v.Key, v => v.Key.Equals("owner", StringComparison.OrdinalIgnoreCase) ? db.Viewer.PersonId.ToString() : v.Value, StringComparer.OrdinalIgnoreCase);
        return input with { Query = new QueryValues(values) };
    }

    // A program that asks what changed is told of those that ended, or it would keep them open for ever.
    internal static IQueryable<Opportunity> Source(AppDb db, ListRequest request) =>
        request.Query["end"] is null && request.Query["all"] is null && request.ChangedSince is null && !Asks(request, "end") ? db.Opportunities.Where(o => o.End == StageEnd.Open) : db.Opportunities;

    private static bool Asks(ListRequest request, string column) => request.Conditions?.Columns.Contains(column) is true || request.GroupId == column;

    private static async Task<IReadOnlyList<SavedViewLink>> ViewsAsync(AppDb db, ListRequest input, CancellationToken ct)
    {
        var saved = await db.Kept.ReadAsync(db, "views of deals", () => db.SavedViewsOf(Kinds.Opportunity, db.Teammates()).Select(v => new { v.Id, v.Name, v.Path, v.Query, v.OwnerId }).ToListAsync(ct));
        return SavedViews.Tabs(input, "/opportunities", [], saved.Select(v => (v.Id, v.Name, v.Path + v.Query, v.OwnerId == db.Viewer.PersonId)));
    }

    // Accounts are too many to choose from here: the one asked for is named, and can be let go.
    private static async Task<IReadOnlyList<(string, string)>> AccountAsync(AppDb db, string? asked, CancellationToken ct) =>
        Guid.TryParse(asked, out var id) && await db.AccountRows().Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(ct) is { } name ? [(asked, name)] : [];

    internal static async Task<OpportunityChoices> ChoicesAsync(AppDb db, CancellationToken ct)
    {
        var stages = await db.Kept.ReadAsync(db, "names of stages", () => db.Stages.AsNoTracking().OrderBy(s => s.Position).Select(s => new { s.Id, s.Name }).ToListAsync(ct));
        var owners = await db.Kept.ReadAsync(db, "names of owners", () => db.PersonRows().Where(p => p.IsHere && p.Role != Role.Staff && p.Role != Role.Recruiter && p.Role != Role.Trainer).OrderBy(p => p.FoldedName).Take(200).Select(p => new { p.Id, p.Name }).ToListAsync(ct));
        return new(
            [.. stages.Select(s => (s.Id.ToString(), s.Name))],
            [.. owners.Select(p => (p.Id.ToString(), p.Id == db.Viewer.PersonId ? T("Me") : p.Name)).OrderBy(p => p.Item1 != db.Viewer.PersonId.ToString())]);
    }

    private static async Task<IReadOnlyList<(string, string)>> SourcesAsync(AppDb db, CancellationToken ct)
    {
        var sources = await db.Kept.ReadAsync(db, "sources of deals", () => db.Engine is Engine.Postgres ? OneAfterTheOtherAsync(db, ct) : db.Opportunities.Where(o => o.Source != null).Select(o => o.Source!).Distinct().OrderBy(s => s).Take(MostSources).ToListAsync(ct));
        return [.. sources.Select(s => (s, s))];
    }

    // PostgreSQL goes through every deal to name the few there are; SQLite steps over those that say the same.
    private static async Task<List<string>> OneAfterTheOtherAsync(AppDb db, CancellationToken ct)
    {
        var sources = new List<string>();
        var named = db.Opportunities.Where(o => o.Source != null).OrderBy(o => o.Source).Select(o => o.Source!);
        for (var next = await named.FirstOrDefaultAsync(ct); next is not null && sources.Count < MostSources; next = await named.Where(s => s.CompareTo(next) > 0).FirstOrDefaultAsync(ct)) sources.Add(next);
        return sources;
    }
}
