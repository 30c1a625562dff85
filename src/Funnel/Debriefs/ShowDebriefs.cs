using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Debriefs;

/// <summary>Shows how a deal's meetings went, and asks how one did.</summary>
internal static class ShowDebriefs
{
    private const int Most = 20, MostPages = 1 + TellDebrief.MostDebriefs / Most, MostChanges = 30, MostPeople = 12;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The planned meeting that is to be told of.</summary>
        public Guid? Plan { get; init; }

        /// <summary><c>new</c> opens the form for a meeting nobody planned.</summary>
        public string? Edit { get; init; }

        /// <summary>Which twenty, from 1, the latest.</summary>
        public int? Page { get; init; }
    }

    private static int PageOf(Input input) => Math.Clamp(input.Page ?? 1, 1, MostPages);

    public static async Task<Outcome<DebriefPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var page = PageOf(input);
        var debriefs = await OfAsync(db, deal.Id, page, ct);
        // Told of one deal there are few: their number is asked for only where a page is full, or is not the first.
        var count = page > 1 || debriefs.Count == Most ? await db.Debriefs.CountAsync(d => d.OpportunityId == deal.Id, ct) : debriefs.Count;
        var plan = input.Plan is { } asked ? (await ShowMeeting.OfAsync(db, deal.Id, today, ct)).FirstOrDefault(p => p.Id == asked) : null;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var telling = mayEdit && (plan is not null || input.Edit == "new" || count == 0);
        var issues = telling ? await db.DealIssues.Where(i => i.OpportunityId == deal.Id && i.ConfirmedOn == null).OrderBy(i => i.Id).Take(NoteIssue.Most).Select(i => new { i.Id, i.Text }).ToListAsync(ct) : [];
        return new DebriefPageView
        {
            Deal = deal, Debriefs = debriefs, Page = page, Count = count, HasMore = count > page * Most, Plan = plan, Today = today, MayEdit = mayEdit, IsTelling = telling,
            People = telling ? await PeopleAsync(db, deal.Id, ct) : [], Issues = [.. issues.Select(i => new Choice(i.Id.ToString(), i.Text))],
            Contacts = telling && deal.AccountId is { } account ? await db.ContactChoicesAsync(account, ct) : [],
        };
    }

    /// <summary>The page again for a posted form, also where others were told.</summary>
    public static Task<Outcome<DebriefPageView>> Again(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(input with { Edit = "new" }, db, clock, ct);

    public static async Task<Outcome<IReadOnlyList<DebriefView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await OfAsync(db, input.Id, PageOf(input), ct)) : Outcome.Missing;

    /// <summary>The latest first, each with what it would change; of somebody the viewer does not see, nothing.</summary>
    public static Task<IReadOnlyList<DebriefView>> OfAsync(AppDb db, Guid deal, int page, CancellationToken ct) => ReadAsync(db, deal, db.Debriefs.Where(d => d.OpportunityId == deal), (page - 1) * Most, ct);

    /// <summary>One of them, however many came since.</summary>
    public static async Task<DebriefView> OneAsync(AppDb db, Guid deal, Guid debrief, CancellationToken ct) => (await ReadAsync(db, deal, db.Debriefs.Where(d => d.Id == debrief), 0, ct)).Single();

    private static async Task<IReadOnlyList<DebriefView>> ReadAsync(AppDb db, Guid deal, IQueryable<Debrief> which, int skip, CancellationToken ct)
    {
        var (people, issues, contacts, shown, said) = (db.PersonRows(), db.DealIssues, db.ContactRows(), db.PlacesShown(), db.PlanJudgements);
        var plans = db.MeetingPlans;
        var questions = db.MeetingLines.Where(l => MeetingWords.Asking.Contains(l.Kind));
        var names = (await db.PeopleOfDeal(deal).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).GroupBy(p => p.Id).ToDictionary(p => p.Key, p => p.First().Name);
        var debriefs = await which.AsNoTracking().OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Skip(skip).Take(Most).Select(d => new { Row = d, Plan = plans.FirstOrDefault(p => p.Id == d.MeetingPlanId) }).Select(d => new DebriefView
        {
            Id = d.Row.Id, DealId = d.Row.OpportunityId, PlanId = d.Row.MeetingPlanId, On = d.Row.On, ToldOn = d.Row.ToldOn, By = people.Where(p => p.Id == d.Row.ToldById).Select(p => p.Name).FirstOrDefault(), Step = d.Row.Step, Picture = d.Row.Picture, Concept = d.Plan!.Concept, Heard = d.Row.Heard, Best = d.Plan.Best, BestBy = d.Plan.BestBy, Least = d.Plan.Least, LeastBy = d.Plan.LeastBy,
            Questions = questions.Count(l => l.MeetingPlanId == d.Row.MeetingPlanId), Answered = questions.Count(l => l.MeetingPlanId == d.Row.MeetingPlanId && l.Answer != null),
        }).ToListAsync(ct);
        var shownHere = debriefs.Select(d => d.Id).ToList();
        var changes = (await db.DebriefChanges.AsNoTracking().Where(c => shownHere.Contains(c.DebriefId)).Where(c => (c.MapPersonId == null || shown.Contains(c.MapPersonId.Value)) && (c.Kind != ChangeKind.Person || c.ContactId == null || contacts.Any(x => x.Id == c.ContactId))).OrderByDescending(c => c.Id).Take(Most * MostChanges).Select(c => new
        {
            c.DebriefId,
            View = new DebriefChangeView
            {
                Id = c.Id, Kind = c.Kind, Field = c.Field, PersonId = c.MapPersonId, Value = c.Value, IssueId = c.DealIssueId, Issue = issues.Where(i => i.Id == c.DealIssueId).Select(i => i.Text).FirstOrDefault(), ById = c.ContactId, By = contacts.Where(x => x.Id == c.ContactId).Select(x => x.Name).FirstOrDefault(), Part = c.Part, Text = c.Text, DueOn = c.DueOn, Answer = c.Answer,
                Was = c.Answer != null || c.Field == null ? null : said.Where(j => j.OpportunityId == deal && j.Topic == null && j.Field == c.Field && (j.MapPersonId == c.MapPersonId || j.MapPersonId == null && c.MapPersonId == null)).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Value).FirstOrDefault(),
            },
        }).ToListAsync(ct)).ToLookup(c => c.DebriefId, c => c.View);
        return [.. debriefs.Select(d => d with { Changes = [.. changes[d.Id].OrderBy(c => c.Id).Select(c => c.PersonId is { } person ? c with { Person = names.GetValueOrDefault(person) } : c)] })];
    }

    private static async Task<IReadOnlyList<DebriefPerson>> PeopleAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var said = db.PlanJudgements;
        var people = await db.PeopleOfDeal(deal).Where(p => p.Name != null && !p.IsOurs).Select(p => new { p.Id, p.Name, Stance = said.Where(j => j.OpportunityId == deal && j.Field == PlanField.Stance && j.MapPersonId == p.Id).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Value).FirstOrDefault(), Wants = said.Where(j => j.OpportunityId == deal && j.Field == PlanField.Receptiveness && j.MapPersonId == p.Id).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Value).FirstOrDefault() }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Take(MostPeople).Select(p => new DebriefPerson(p.Id, p.Name!, p.Stance, p.Wants))];
    }
}
