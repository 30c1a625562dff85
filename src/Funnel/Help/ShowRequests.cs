using System.Text.Json.Serialization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>Who needs help for a customer: what the viewer is asked for, what anybody may take, what they asked and where they helped; and who helps with what.</summary>
internal static class ShowRequests
{
    private const int Most = 30;

    public sealed record Input
    {
        /// <summary>Part of a topic that somebody helps with.</summary>
        public string? Q { get; init; }

        /// <summary>An entry of the viewer's to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<RequestsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (me, now) = (db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime);
        var (asked, open) = (HelpSight.AskedOfMe(db), Open(db));
        var forMe = await HelpView.ReadAsync(db, Urgent(asked), ct);
        var forAnybody = await HelpView.ReadAsync(db, Urgent(open.Where(r => !asked.Any(a => a.Id == r.Id))), ct);
        var mine = await HelpView.ReadAsync(db, db.HelpRequests.Where(r => r.OwnerId == me).OrderBy(r => r.State == HelpState.Done ? 1 : 0).ThenByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Take(Most), ct);
        var helped = await HelpView.ReadAsync(db, db.HelpRequests.Where(r => r.HelperId == me).OrderByDescending(r => r.AllocatedAt).ThenByDescending(r => r.Id).Take(Most), ct);
        var experts = await ShowExperts.ReadAsync(db, input.Q, ct);
        return new RequestsView
        {
            ForMe = forMe, ForAnybody = forAnybody, Mine = mine, Helped = helped, HelpedAll = await db.HelpRequests.CountAsync(r => r.HelperId == me, ct),
            Experts = experts, Find = input.Q, Editing = input.Edit, Me = me, Now = now, Today = Standing.Of(await db.TenantAsync(ct), now).Today,
        };
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same after a form of an entry was posted.</summary>
    public static Task<Outcome<RequestsView>> Again(OfOne input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Edit = input.Id }, db, clock, ct);

    /// <summary>The requests the viewer sees as data, the latest first.</summary>
    public static async Task<Outcome<ListPage<HelpView>>> Read(ListRequest input, AppDb db, CancellationToken ct)
    {
        var page = await List(db).DataAsync(db, db.HelpRequests, input, ct);
        return page with { Rows = [.. page.Rows.Select(r => r.For(db))] };
    }

    /// <summary>What anybody may take and nobody has: of others.</summary>
    private static IQueryable<HelpRequest> Open(AppDb db)
    {
        var me = db.Viewer.PersonId;
        return db.HelpRequests.Where(r => r.OwnerId != me && r.Anybody && r.RefusedById != me && (r.State == HelpState.Refused || r.State == HelpState.Waiting && (r.Kind == HelpKind.Rescue || r.ToPersonId == null && r.ToTeamId == null)));
    }

    // A customer who waits comes first, then what is needed soonest.
    private static IQueryable<HelpRequest> Urgent(IQueryable<HelpRequest> rows) => rows.OrderBy(r => r.Kind == HelpKind.Rescue ? 0 : 1).ThenBy(r => r.NeededOn == null).ThenBy(r => r.NeededOn).ThenBy(r => r.AskedAt).ThenBy(r => r.Id).Take(Most);

    private static ListOf<HelpRequest, HelpView> List(AppDb db) => new(db.Reaches.Fields, Kinds.HelpRequest,
    [
        new ListColumn<HelpRequest, HelpView, DateTime>(r => r.AskedAt) { Id = "asked", Label = () => T("Asked"), Kind = ColumnKind.Date, Cell = _ => null },
        new ListColumn<HelpRequest, HelpView, HelpState>(r => r.State) { Id = "state", Label = () => T("State"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<HelpRequest, HelpView, Guid?>(r => r.OpportunityId) { Id = "deal", Label = () => T("Deal"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
    ], HelpView.Reading(db), "-asked");
}

/// <summary>Requests as their page shows them.</summary>
public sealed record RequestsView
{
    public required IReadOnlyList<HelpView> ForMe { get; init; }
    public required IReadOnlyList<HelpView> ForAnybody { get; init; }
    public required IReadOnlyList<HelpView> Mine { get; init; }
    public required IReadOnlyList<HelpView> Helped { get; init; }

    /// <summary>How often the viewer helped, ever.</summary>
    public required int HelpedAll { get; init; }
    public required IReadOnlyList<ExpertView> Experts { get; init; }
    public string? Find { get; init; }

    [JsonIgnore]
    public Guid? Editing { get; init; }
    public required Guid Me { get; init; }
    public required DateTime Now { get; init; }
    public required DateOnly Today { get; init; }
}
