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
    private const int Most = 20, MostChanges = 30, MostPeople = 12;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The planned meeting that is to be told of.</summary>
        public Guid? Plan { get; init; }

        /// <summary><c>new</c> opens the form for a meeting nobody planned.</summary>
        public string? Edit { get; init; }
    }

    public static async Task<Outcome<DebriefPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var debriefs = await OfAsync(db, deal.Id, ct);
        var plan = input.Plan is { } asked ? (await ShowMeeting.OfAsync(db, deal.Id, ct)).FirstOrDefault(p => p.Id == asked) : null;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var telling = mayEdit && (plan is not null || input.Edit == "new" || debriefs.Count == 0);
        var issues = telling ? await db.DealIssues.Where(i => i.OpportunityId == deal.Id && i.ConfirmedOn == null).OrderBy(i => i.Id).Take(NoteIssue.Most).Select(i => new { i.Id, i.Text }).ToListAsync(ct) : [];
        return new DebriefPageView
        {
            Deal = deal, Debriefs = debriefs, Plan = plan, Today = today, MayEdit = mayEdit, IsTelling = telling,
            People = telling ? await PeopleAsync(db, deal.Id, ct) : [], Issues = [.. issues.Select(i => new Choice(i.Id.ToString(), i.Text))],
            Contacts = issues.Count > 0 && deal.AccountId is { } account ? await db.ContactChoicesAsync(account, ct) : [],
        };
    }

    public static async Task<Outcome<IReadOnlyList<DebriefView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await OfAsync(db, input.Id, ct)) : Outcome.Missing;

    /// <summary>The latest first, each with what it would change; of somebody the viewer does not see, nothing.</summary>
    public static Task<IReadOnlyList<DebriefView>> OfAsync(AppDb db, Guid deal, CancellationToken ct) => ReadAsync(db, deal, db.Debriefs.Where(d => d.OpportunityId == deal), db.DebriefChanges.Where(c => c.OpportunityId == deal), ct);

    /// <summary>One of them, however many came since.</summary>
    public static async Task<DebriefView> OneAsync(AppDb db, Guid deal, Guid debrief, CancellationToken ct) => (await ReadAsync(db, deal, db.Debriefs.Where(d => d.Id == debrief), db.DebriefChanges.Where(c => c.DebriefId == debrief), ct)).Single();

    private static async Task<IReadOnlyList<DebriefView>> ReadAsync(AppDb db, Guid deal, IQueryable<Debrief> which, IQueryable<DebriefChange> proposed, CancellationToken ct)
    {
        var (people, issues, contacts, shown, said) = (db.PersonRows(), db.DealIssues, db.ContactRows(), db.PlacesShown(), db.PlanJudgements);
        var questions = db.MeetingLines.Where(l => MeetingWords.Asking.Contains(l.Kind));
        var names = (await db.PeopleOfDeal(deal).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).GroupBy(p => p.Id).ToDictionary(p => p.Key, p => p.First().Name);
        var debriefs = await which.AsNoTracking().OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Take(Most)
            .Select(d => new DebriefView { Id = d.Id, DealId = d.OpportunityId, PlanId = d.MeetingPlanId, On = d.On, ToldOn = d.ToldOn, By = people.Where(p => p.Id == d.ToldById).Select(p => p.Name).FirstOrDefault(), Step = d.Step, Heard = d.Heard, Questions = questions.Count(l => l.MeetingPlanId == d.MeetingPlanId), Answered = questions.Count(l => l.MeetingPlanId == d.MeetingPlanId && l.Answer != null) }).ToListAsync(ct);
        var changes = (await proposed.AsNoTracking().Where(c => c.MapPersonId == null || shown.Contains(c.MapPersonId.Value)).OrderByDescending(c => c.Id).Take(Most * MostChanges).Select(c => new
        {
            c.DebriefId,
            View = new DebriefChangeView
            {
                Id = c.Id, Kind = c.Kind, Field = c.Field, PersonId = c.MapPersonId, Value = c.Value, IssueId = c.DealIssueId, Issue = issues.Where(i => i.Id == c.DealIssueId).Select(i => i.Text).FirstOrDefault(), ById = c.ContactId, By = contacts.Where(x => x.Id == c.ContactId).Select(x => x.Name).FirstOrDefault(), Text = c.Text, DueOn = c.DueOn, Answer = c.Answer,
                Was = c.Answer != null || c.Field == null ? null : said.Where(j => j.OpportunityId == deal && j.Field == c.Field && (j.MapPersonId == c.MapPersonId || j.MapPersonId == null && c.MapPersonId == null)).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Value).FirstOrDefault(),
            },
        }).ToListAsync(ct)).ToLookup(c => c.DebriefId, c => c.View);
        return [.. debriefs.Select(d => d with { Changes = [.. changes[d.Id].OrderBy(c => c.Id).Select(c => c.PersonId is { } person ? c with { Person = names.GetValueOrDefault(person) } : c)] })];
    }

    private static async Task<IReadOnlyList<DebriefPerson>> PeopleAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var said = db.PlanJudgements;
        var people = await db.PeopleOfDeal(deal).Where(p => p.Name != null).Select(p => new { p.Id, p.Name, Stance = said.Where(j => j.OpportunityId == deal && j.Field == PlanField.Stance && j.MapPersonId == p.Id).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Value).FirstOrDefault() }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Take(MostPeople).Select(p => new DebriefPerson(p.Id, p.Name!, p.Stance))];
    }
}
