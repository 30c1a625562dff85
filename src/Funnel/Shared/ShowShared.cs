using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Shared;

/// <summary>Shows the shared plan of a deal to whoever sees the deal: its steps, what the customer did, and the link.</summary>
internal static class ShowShared
{
    public const int MostSayings = 60;

    private const int MostOffers = 20, FirstOffers = 2;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A step to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<SharedView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var tenant = await db.TenantAsync(ct);
        var plan = await db.SharedPlans.AsNoTracking().Where(p => p.OpportunityId == deal.Id).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);
        var steps = await db.SharedSteps.AsNoTracking().Where(s => s.OpportunityId == deal.Id).OrderBy(s => s.DueOn == null).ThenBy(s => s.DueOn).ThenBy(s => s.Id).Take(NoteSharedStep.Most).Select(Reading(db)).Seen(db).ToListAsync(ct);
        var way = mayEdit ? (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince) : null;
        return new SharedView
        {
            DealId = deal.Id, Deal = deal, MayEdit = mayEdit, MayManage = db.Viewer.May(Permission.ManageSettings), IsOn = tenant.SharesPlans, Today = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today, Editing = mayEdit ? input.Edit : null,
            Aim = plan?.Aim, WantedOn = plan?.WantedOn, Version = plan?.Version ?? 0, Steps = steps, Sayings = await SayingsAsync(db, deal.Id, ct),
            Link = mayEdit ? await Links(db, l => l.OpportunityId == deal.Id).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct) : null,
            Contacts = mayEdit ? await ShowIssues.ContactsAsync(db, deal.AccountId, ct) : [], Gates = way is null ? [] : [.. way.Open(deal.StageId).SelectMany(s => s.Gates.Select(g => new Choice(g.Key.ToString(), g.Act, s.Stage.Name)))],
            Offers = way is null ? [] : await OffersAsync(db, deal, way, steps, ct),
        };
    }

    public sealed record OfStep { public Guid Id { get; init; } }

    /// <summary>The same with the step of a posted form open.</summary>
    public static async Task<Outcome<SharedView>> Again(OfStep input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.SharedSteps.Where(s => s.Id == input.Id).Select(s => (Guid?)s.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Edit = input.Id }, db, clock, ct) : Outcome.Missing;

    public static Task<SharedStepView> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.SharedSteps.AsNoTracking().Where(s => s.Id == id).Select(Reading(db)).Seen(db).SingleAsync(ct);

    public static IQueryable<SharedLinkView> Links(AppDb db, Expression<Func<SharedLink, bool>> which)
    {
        var opened = db.SharedOpenings;
        return db.SharedLinks.AsNoTracking().Where(which).Select(l => new SharedLinkView
        {
            Id = l.Id, Until = l.Until, EndedAt = l.EndedAt, Opened = opened.Where(o => o.SharedLinkId == l.Id).Sum(o => o.Times), OpenedDays = opened.Count(o => o.SharedLinkId == l.Id),
            LastOpenedOn = opened.Where(o => o.SharedLinkId == l.Id).Max(o => (DateOnly?)o.On),
        });
    }

    private static async Task<IReadOnlyList<SharedSayingView>> SayingsAsync(AppDb db, Guid deal, CancellationToken ct) =>
        await db.SharedSayings.AsNoTracking().Where(s => s.OpportunityId == deal).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(MostSayings)
            .Select(s => new SharedSayingView { Id = s.Id, StepId = s.SharedStepId, Did = s.Did, What = s.What, Name = s.Name, Text = s.Text, ProposedOn = s.ProposedOn, At = s.At, SeenAt = s.SeenAt }).Seen(db).ToListAsync(ct);

    private static async Task<IReadOnlyList<SharedOffer>> OffersAsync(AppDb db, OpportunityView deal, Way way, IReadOnlyList<SharedStepView> steps, CancellationToken ct)
    {
        var people = db.PersonRows();
        var agreed = await db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == deal.Id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostOffers).Select(t => new { t.Id, t.Title, t.DueOn, Who = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var shown = await db.StageEvidence.Where(e => e.OpportunityId == deal.Id).Select(e => new { e.StageId, e.StepId }).Distinct().ToListAsync(ct);
        var at = way.At(deal.StageId).Stage.Position;
        var gates = way.Open(deal.StageId).Where(s => s.Stage.Position >= at).SelectMany(s => s.Gates).Where(g => !shown.Any(e => g.IsShownBy(e.StageId, e.StepId)) && !steps.Any(s => s.StageId == g.StageId && s.GateStepId == g.StepId));
        var ours = agreed.Where(t => !steps.Any(s => s.TaskId == t.Id || s.Title == t.Title)).Select(t => new SharedOffer(t.Title, SharedSide.Ours, t.Who, t.DueOn, null, t.Id)).ToList();
        return [.. ours.Take(FirstOffers), .. gates.Select(g => new SharedOffer(g.Act, SharedSide.Theirs, null, null, g.Key)), .. ours.Skip(FirstOffers)];
    }

    public static Expression<Func<SharedStep, SharedStepView>> Reading(AppDb db)
    {
        var (contacts, tasks) = (db.ContactRows(), db.TasksEverAbout(Kinds.Opportunity));
        return s => new SharedStepView
        {
            Id = s.Id, Version = s.Version, DealId = s.OpportunityId, Title = s.Title, Side = s.Side, Who = contacts.Where(c => c.Id == s.ForId).Select(c => c.Name).FirstOrDefault() ?? s.Who, ForId = s.ForId, Written = s.Who,
            DueOn = s.DueOn, StageId = s.StageId, GateStepId = s.GateStepId, TaskId = s.TaskId, IsOpenTask = tasks.Any(t => t.Id == s.TaskId && t.DoneAt == null && !t.IsRemoved), TaskDoneAt = tasks.Where(t => t.Id == s.TaskId).Select(t => t.DoneAt).FirstOrDefault(), Noted = s.DoneOn, DoneBy = s.DoneBy, IsDoneByThem = s.IsDoneByThem,
        };
    }
}
