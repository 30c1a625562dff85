using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Meetings that people of the invented company plan about open deals of which they know what is wanted; in some plans something is still to be settled.</summary>
internal static class Meeting
{
    /// <summary>The plan of a deal, where there is one. All is read from its key, so that nothing else is drawn differently.</summary>
    public static IEnumerable<Entity> Of(Opportunity deal, DealIssue? wanted, Guid contact, CompanyPlan plan)
    {
        var chance = deal.Id.ToByteArray();
        if (deal.End is not StageEnd.Open || wanted is null || chance[15] < 128 || deal.OpenedOn >= plan.Until) yield break;
        var agreed = chance[14] < 128 ? plan.Until : (DateOnly?)null;
        var meeting = new MeetingPlan
        {
            Id = Ledger.Beside(deal.Id, 5), OpportunityId = deal.Id, On = plan.Until.AddDays(1 + chance[13] % 9), Reason = "You see in half an hour what the others with your yards did first", Concept = "One screen on which the shift sees what comes next", Perspective = "The gate is not the bottleneck: the paper before it is",
            StartsAt = new TimeOnly(9 + chance[9] % 8, chance[9] < 128 ? 0 : 30), Place = chance[12] % 3 == 0 ? "Their yard, gate 2" : null, AgendaSentOn = chance[11] % 2 == 0 ? plan.Until.AddDays(-1) : null,
            Best = "Their finance joins the next talk", BestBy = chance[14] % 4 > 0 ? plan.Until.AddDays(14 + chance[14] % 9) : null, Least = chance[12] < 200 ? "They send the figures of one week" : null, LeastBy = chance[12] < 200 ? plan.Until.AddDays(12) : null,
            Credibility = chance[13] % 5 == 4 ? null : (Credibility)(chance[13] % 5), CredibilityNote = chance[13] % 5 == (int)Credibility.Transferred ? "The planner of the yard next door, who runs it" : null, AgreedOn = agreed, AgreedHow = agreed is null ? null : chance[11] < 170 ? Agreed.Together : Agreed.InWriting,
        };
        yield return meeting;
        yield return Line(10, MeetingLineKind.They, "Wants to hear what it did elsewhere, not what it can do", deal.OwnerId, null, null, null, contact);
        yield return Line(11, MeetingLineKind.We, "Leads the talk, and asks more than they say", deal.OwnerId, null, null);
        yield return Line(6, MeetingLineKind.Says, "We saw the same at three yards and know where the time goes", deal.OwnerId, wanted.Id, null);
        yield return Line(7, MeetingLineKind.Confirm, "Is it still two hours, also on Mondays?", deal.OwnerId, null, null);
        yield return Line(8, MeetingLineKind.Concern, "What would be worse for you than leaving it as it is?", deal.OwnerId, null, null);
        yield return Line(9, MeetingLineKind.Gives, "A day at the plant that has it running", null, null, chance[10] < 200 ? "Their planner will show it" : null, chance[9] % 3 > 0 ? "They see it with their own eyes before anybody signs" : null);

        MeetingLine Line(byte by, MeetingLineKind kind, string text, Guid? who, Guid? issue, string? proof, string? soWhat = null, Guid? theirs = null) => new() { Id = Ledger.Beside(deal.Id, by), MeetingPlanId = meeting.Id, OpportunityId = deal.Id, Kind = kind, Text = text, PersonId = who, DealIssueId = issue, ContactId = theirs, SoWhat = soWhat, Proof = proof };
    }
}
