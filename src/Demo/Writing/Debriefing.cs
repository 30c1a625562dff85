using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>How meetings of the invented company went: most are told the same day, some late, of some nobody told yet; a part of what follows waits for a yes.</summary>
internal static class Debriefing
{
    private const int Deals = 40;

    private static readonly string[] Heard = ["“Show me the gate without the paper and I bring finance along”", "Asked twice what it costs to leave it as it is", "Their planner had the figures of the last peak with him", "“Nobody here signs before the audit”", "Wants to hear it from a plant that runs it"];
    private static readonly string[] Others = ["They ask their works council first", "They name who checks the security", "They send the contract they use"];
    private static readonly string[] Issues = ["Two people do nothing but call hauliers", "The night shift plans by hand", "Nobody knows why trucks left empty"];

    private static readonly string[] Gains = ["A quiet Monday", "His name on the first site that runs without paper", "Nights without calls from the gate"];

    private static readonly (MeetingLineKind Kind, string Asks, string Says)[] Questions =
    [
        (MeetingLineKind.Confirm, "Is it still two hours on Mondays?", "Closer to three, and worst in the week before a holiday"),
        (MeetingLineKind.Attitude, "What would you miss if all stayed as it is?", "“Nobody would thank me for it”"),
        (MeetingLineKind.Commitment, "Who has to agree before you can sign?", "Their head of finance, and the works council if shifts change"),
        (MeetingLineKind.Concern, "What could go wrong for you in this?", "The last system took a year, and he paid for it"),
    ];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -83);
        var people = new Chance(plan.Seed, -831);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && o.OpenedOn < plan.Until.AddDays(-20)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Deals).ToListAsync(ct);
        var aims = (await db.Rows<DealObjective>().AsNoTracking().OrderBy(o => o.SaidOn).ThenBy(o => o.Id).ToListAsync(ct)).ToLookup(o => o.OpportunityId);
        var parts = (await db.Rows<MapPart>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.OpportunityId);
        var (meetings, asked, debriefs, changes) = (new List<MeetingPlan>(), new List<MeetingLine>(), new List<Debrief>(), new List<DebriefChange>());
        foreach (var deal in deals)
        {
            var on = plan.Until.AddDays(-chance.Between(2, 6));
            var meeting = new MeetingPlan { Id = chance.Key(plan.Morning(on.AddDays(-6))), OpportunityId = deal.Id, On = on, Reason = "Your own figures of the last peak, read by somebody who saw the others'", Concept = "A plan that is still right at noon", ObjectiveId = aims[deal.Id].FirstOrDefault()?.Id, StartsAt = new TimeOnly(chance.Between(8, 16), 30), AgendaSentOn = on.AddDays(-4), Best = "They show us the yard on a Monday", BestBy = on.AddDays(10), Least = "They name who has to agree", LeastBy = on.AddDays(5), Credibility = Credibility.Earned, CredibilityNote = "The pilot at their second gate", AgreedOn = on.AddDays(-2), AgreedHow = Agreed.Together };
            meetings.Add(meeting);
            // Of every fifth nobody told yet: Today asks.
            var isUntold = chance.Of(0.2);
            foreach (var (kind, asks, says) in Questions)
            {
                var (isAnswered, isAsked) = (!isUntold && chance.Of(0.6), chance.Of(0.4));
                asked.Add(new() { Id = chance.Key(plan.Morning(on.AddDays(-5))), MeetingPlanId = meeting.Id, OpportunityId = deal.Id, Kind = kind, Text = asks, Answer = isAnswered ? says : null, Unanswered = isAnswered || isUntold ? null : isAsked ? Unanswered.Asked : Unanswered.NotAsked });
            }
            if (isUntold) continue;
            var told = on.AddDays(chance.Of(0.75) ? 0 : Math.Min(2, plan.Until.DayNumber - on.DayNumber));
            var debrief = new Debrief { Id = chance.Key(plan.Morning(told)), OpportunityId = deal.Id, MeetingPlanId = meeting.Id, On = on, ToldOn = told, ToldById = deal.OwnerId, Step = (StepGot)chance.Between(0, 3), Picture = people.Of(0.3) ? null : people.One((PictureHeard[])[PictureHeard.Confirmed, PictureHeard.Confirmed, PictureHeard.NotRaised]), Heard = chance.One(Heard) };
            debriefs.Add(debrief);
            if (debrief.Step is not StepGot.Nothing) changes.Add(Change(ChangeKind.Step, debrief.Step switch { StepGot.Best => meeting.Best, StepGot.Least => meeting.Least, _ => chance.One(Others) }, due: plan.Until.AddDays(chance.Between(1, 9))));
            if (parts[deal.Id].FirstOrDefault() is { } part) changes.Add(Change(ChangeKind.Judgement, debrief.Heard, PlanField.Stance, part.MapPersonId, chance.One((int[])[5, 3, 1, -3])));
            if (chance.Of(0.3)) changes.Add(Change(ChangeKind.Issue, chance.One(Issues)));
            if (parts[deal.Id].LastOrDefault() is { } other)
            {
                if (people.Of(0.3)) changes.Add(OfPeople(PlanField.Receptiveness, debrief.Heard, people.Between(1, 3)));
                if (people.Of(0.25)) changes.Add(OfPeople(PlanField.Gain, people.One(Gains)));
                if (debrief.Picture is PictureHeard.Confirmed) changes.Add(OfPeople(PlanField.Concept, meeting.Concept));

                DebriefChange OfPeople(PlanField field, string? text, int? value = null) => new() { Id = people.Key(plan.Morning(told)), DebriefId = debrief.Id, OpportunityId = deal.Id, Kind = ChangeKind.Judgement, Field = field, MapPersonId = other.MapPersonId, Value = value, Text = text };
            }
            if (people.Of(0.2)) changes.Add(new() { Id = people.Key(plan.Morning(told)), DebriefId = debrief.Id, OpportunityId = deal.Id, Kind = ChangeKind.Person, Text = "Somebody of their works council", Part = DealPart.Evaluator });

            DebriefChange Change(ChangeKind kind, string? text, PlanField? field = null, Guid? person = null, int? value = null, DateOnly? due = null)
            {
                // What was taken over changed the plan then; here only what is left or waits stands without a trace of its own.
                var left = chance.Of(0.3);
                return new() { Id = chance.Key(plan.Morning(told)), DebriefId = debrief.Id, OpportunityId = deal.Id, Kind = kind, Field = field, MapPersonId = person, Value = value, Text = text, DueOn = due, Answer = left ? ChangeAnswer.Left : null, AnsweredById = left ? deal.OwnerId : null };
            }
        }
        await db.InsertManyAsync(meetings.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(asked.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(debriefs.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(changes.ToArray(), ct, asItHappened: true);
    }
}
