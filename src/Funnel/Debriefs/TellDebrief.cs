using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Customers;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>Tells how a meeting went. What follows from it is proposed, and changes nothing until somebody takes it.</summary>
internal static class TellDebrief
{
    /// <summary>More of these nobody tells of one deal.</summary>
    public const int MostDebriefs = 200;
    private const int MostYears = 20, MostStances = 20;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The plan of the meeting, where there was one.</summary>
        public Guid? Plan { get; init; }

        /// <summary>The day of the meeting; of a planned one its own day where nothing is said.</summary>
        public DateOnly? On { get; init; }

        /// <summary>What they agreed to do next: <c>Best</c>, <c>Least</c>, <c>Other</c> or <c>Nothing</c>.</summary>
        public StepGot? Step { get; init; }

        /// <summary>What that is, where it is another than planned.</summary>
        [StringLength(200)]
        public string? StepText { get; init; }

        /// <summary>By when they do it.</summary>
        public DateOnly? StepOn { get; init; }

        /// <summary>What they said or did that matters; it shows every stance that changed, and what somebody wants now.</summary>
        [StringLength(1_000)]
        public string? Heard { get; init; }

        /// <summary>Who stands differently now: a place on the map and a value from −5 to 5, as in <c>{place}:3</c>.</summary>
        public IReadOnlyList<string>? Stances { get; init; }

        /// <summary>Who wants something else with it now: a place on the map and a value from 1 to 4, as in <c>{place}:2</c>.</summary>
        public IReadOnlyList<string>? Wants { get; init; }

        /// <summary>Who gains something from it themselves, by their place on the map, and what.</summary>
        public Guid? Gained { get; init; }

        [StringLength(500)]
        public string? Gain { get; init; }

        /// <summary>What became of their picture: <c>Confirmed</c>, <c>Corrected</c> or <c>NotRaised</c>; unknown where nothing is said.</summary>
        public PictureHeard? Picture { get; init; }

        /// <summary>Who said that it is as we pictured it, or put it in other words, by their place on the map.</summary>
        public Guid? Pictured { get; init; }

        /// <summary>Those words.</summary>
        [StringLength(500)]
        public string? PictureText { get; init; }

        /// <summary>Somebody who came up: a contact of the account, or a role of which nobody is known yet, and what they do in the deal.</summary>
        public Guid? NewContact { get; init; }

        [StringLength(120)]
        public string? NewRole { get; init; }
        public DealPart? NewPart { get; init; }

        /// <summary>How the deal feels now, from 1 to 9.</summary>
        public int? Feeling { get; init; }

        /// <summary>Something they want solved that we did not know of.</summary>
        [StringLength(500)]
        public string? Issue { get; init; }

        /// <summary>What they want solved, as they confirmed it, and which contact did.</summary>
        public Guid? Confirmed { get; init; }
        public Guid? ConfirmedBy { get; init; }

        internal PictureHeard? PictureSaid => Picture ?? (Said(PictureText) is not null ? PictureHeard.Corrected : Pictured is not null ? PictureHeard.Confirmed : null);
    }

    public static async Task<Outcome<DebriefView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var plan = input.Plan is { } planned ? await db.MeetingPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planned && p.OpportunityId == input.Id, ct) : null;
        var on = input.On ?? plan?.On ?? today;
        var (stances, wants) = (Pairs(input.Stances, -5, 5), Pairs(input.Wants, 1, 4));
        var people = await db.PeopleOfDeal(input.Id).Where(p => !p.IsOurs).Select(p => p.Id).ToListAsync(ct);
        var problems = Wrong(input, plan, on, today)
            .AddIf(input.Plan is not null && plan is null, "", T("This meeting is not planned here."))
            .AddIf(plan is not null && await db.Debriefs.AnyAsync(d => d.MeetingPlanId == plan.Id, ct), "", T("It is told already how this meeting went. Take that off to tell it anew."))
            .AddIf(!Fits(stances, people), "Stances", T("Choose one of the words."))
            .AddIf(!Fits(wants, people), "Wants", T("Choose one of the words."))
            .AddIf(stances.Count + wants.Count > 0 && string.IsNullOrWhiteSpace(input.Heard), "Heard", T("What did they say or do that shows it?"))
            .AddIf(input.Pictured is { } by && !people.Contains(by), "Pictured", T("Choose somebody who has a part in this deal."))
            .AddIf(input.Gained is { } whose && !people.Contains(whose), "Gained", T("Choose somebody who has a part in this deal."))
            .AddIf(input.NewContact is { } came && !await db.IsOfAccountAsync(came, deal!.AccountId, ct), "NewContact", T("Choose a contact of the deal's account."))
            .AddIf(Said(input.NewRole) is not null && deal!.AccountId is null, "NewRole", T("Name the account first: the people who decide are on its map."))
            .AddIf(input.Confirmed is { } issue && !await db.DealIssues.AnyAsync(i => i.Id == issue && i.OpportunityId == input.Id, ct), "Confirmed", T("This is not what they want solved by this deal."))
            .AddIf(input.ConfirmedBy is { } contact && !await db.IsOfAccountAsync(contact, deal!.AccountId, ct), "ConfirmedBy", T("Only a contact of the deal's account can confirm it."))
            .AddIf(await db.Debriefs.CountAsync(d => d.OpportunityId == input.Id, ct) >= MostDebriefs, "", T("There are {0} debriefs already.", MostDebriefs));
        if (problems.Any) return Outcome.Invalid(problems);
        var debrief = new Debrief { OpportunityId = input.Id, MeetingPlanId = plan?.Id, On = on, ToldOn = today, ToldById = db.Viewer.PersonId, Step = input.Step!.Value, Picture = input.PictureSaid, Heard = Said(input.Heard) };
        db.Add(debrief);
        db.AddRange(Changes(input, debrief, plan, [.. stances.OfType<(Guid, int)>()], [.. wants.OfType<(Guid, int)>()]));
        await db.SaveChangesAsync(ct);
        return await ShowDebriefs.OneAsync(db, input.Id, debrief.Id, ct);
    }

    public static async Task<Outcome<DebriefSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var told = await Do(input, db, clock, ct);
        return told.View is { } debrief ? Outcome.Done(new DebriefSaved(input.Id)).Saying(debrief.Changes.Count == 0 ? T("It is told.") : N(debrief.Changes.Count, "It is told. One change waits for your yes.", "It is told. {0} changes wait for your yes."), $"/debriefs/{debrief.Id}/removals") : told.No;
    }

    private static IEnumerable<DebriefChange> Changes(Input input, Debrief debrief, MeetingPlan? plan, IReadOnlyList<(Guid Person, int Value)> stances, IReadOnlyList<(Guid Person, int Value)> wants)
    {
        if (input.Step is not StepGot.Nothing) yield return new() { DebriefId = debrief.Id, OpportunityId = input.Id, Kind = ChangeKind.Step, Text = input.Step switch { StepGot.Best => plan!.Best, StepGot.Least => plan!.Least, _ => Said(input.StepText) }, DueOn = input.StepOn ?? Planned(input.Step, plan, debrief.On) };
        foreach (var (person, value) in stances) yield return Judged(PlanField.Stance, person, value, debrief.Heard);
        foreach (var (person, value) in wants) yield return Judged(PlanField.Receptiveness, person, value, debrief.Heard);
        if (input.Gained is { } whose) yield return Judged(PlanField.Gain, whose, null, Said(input.Gain));
        if (input.Pictured is { } who) yield return Judged(PlanField.Concept, who, null, debrief.Picture is PictureHeard.Corrected ? Said(input.PictureText) : plan!.Concept);
        if (input.NewPart is { } part) yield return new() { DebriefId = debrief.Id, OpportunityId = input.Id, Kind = ChangeKind.Person, ContactId = input.NewContact, Text = Said(input.NewRole), Part = part };
        if (input.Feeling is { } felt) yield return Judged(PlanField.Feeling, null, felt, debrief.Heard);
        if (Said(input.Issue) is { } issue) yield return new() { DebriefId = debrief.Id, OpportunityId = input.Id, Kind = ChangeKind.Issue, Text = issue };
        if (input.Confirmed is { } confirmed) yield return new() { DebriefId = debrief.Id, OpportunityId = input.Id, Kind = ChangeKind.Confirmed, DealIssueId = confirmed, ContactId = input.ConfirmedBy };

        // By when it was wanted counts where they agreed to it and nobody says another day.
        static DateOnly? Planned(StepGot? step, MeetingPlan? plan, DateOnly on) => step switch { StepGot.Best => plan!.BestBy, StepGot.Least => plan!.LeastBy, _ => null } is { } by && by >= on ? by : null;

        DebriefChange Judged(PlanField field, Guid? person, int? value, string? text) => new() { DebriefId = debrief.Id, OpportunityId = input.Id, Kind = ChangeKind.Judgement, Field = field, MapPersonId = person, Value = value, Text = text };
    }

    private static Problems Wrong(Input input, MeetingPlan? plan, DateOnly on, DateOnly today) => new Problems()
        .AddIf(on > today, "On", T("This day is still to come."))
        .AddIf(on < today.AddYears(-MostYears), "On", T("This day cannot be right."))
        .AddIf(input.Step is null, "Step", T("What do they do next? “Nothing” is an answer too."))
        .AddIf(input.Step is StepGot.Best && plan?.Best is null || input.Step is StepGot.Least && plan?.Least is null, "Step", T("The plan names no such step: say which one they take."))
        .AddIf(input.Step is StepGot.Other && string.IsNullOrWhiteSpace(input.StepText), "StepText", T("What do they do, and by when?"))
        .AddIf(input.StepOn < on, "StepOn", T("They cannot have done it before they agreed to it."))
        .AddIf(input.PictureSaid is PictureHeard.Confirmed && plan?.Concept is null, "Pictured", T("The plan of the meeting says nothing of what they picture."))
        .AddIf((input.PictureSaid is PictureHeard.Confirmed or PictureHeard.Corrected) && input.Pictured is null, "Pictured", T("Who of them said so?"))
        .AddIf((input.PictureSaid is PictureHeard.Corrected) == string.IsNullOrWhiteSpace(input.PictureText), "PictureText", input.PictureSaid is PictureHeard.Corrected ? T("What do they picture, in their words?") : T("Choose that they put it in other words, or leave the words out."))
        .AddIf(input.PictureSaid is PictureHeard.NotRaised && input.Pictured is not null, "Pictured", T("It did not come up, so nobody said anything of it."))
        .AddIf(input.Gained is null && Said(input.Gain) is not null, "Gained", T("Whose gain is it?"))
        .AddIf(input.Gained is not null && Said(input.Gain) is null, "Gain", T("What do they gain from it themselves?"))
        .AddIf(input.NewPart is not null && input.NewContact is null && Said(input.NewRole) is null, "NewContact", T("Who is it, or what do they do there?"))
        .AddIf(input.NewContact is not null && Said(input.NewRole) is not null, "NewRole", T("Either a contact, or a role of which nobody is known yet."))
        .AddIf(input.NewPart is null && (input.NewContact is not null || Said(input.NewRole) is not null), "NewPart", T("What do they do in this deal?"))
        .AddIf(input.Feeling is < 1 or > 9, "Feeling", T("Between {0} and {1}.", 1, 9))
        .AddIf(input.Confirmed is not null && input.ConfirmedBy is null, "ConfirmedBy", T("Who of them confirmed it?"))
        .AddIf(input.Confirmed is null && input.ConfirmedBy is not null, "Confirmed", T("What did they confirm?"));

    private static IReadOnlyList<(Guid Person, int Value)?> Pairs(IReadOnlyList<string>? said, int least, int most) => [.. (said ?? []).Where(s => s is { Length: > 0 }).Select(s => Pair(s, least, most))];

    // Null where it is no place and value.
    private static (Guid Person, int Value)? Pair(string said, int least, int most) =>
        said.Split(':') is [var place, var value] && Guid.TryParse(place, out var person) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number is not 0 ? (person, number) : null;

    // Each of somebody who has a part, and once.
    private static bool Fits(IReadOnlyList<(Guid Person, int Value)?> said, IReadOnlyCollection<Guid> people) =>
        said.Count <= MostStances && said.All(s => s is { } one && people.Contains(one.Person)) && said.DistinctBy(s => s!.Value.Person).Count() == said.Count;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Something of a deal's debriefs was changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record DebriefSaved(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/debriefs";
}
