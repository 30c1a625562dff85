using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>How people of the invented company looked back on deals. A shared picture and working together go with wins; the rest is spread by chance.</summary>
internal static class Looking
{
    private const string Own = "own-tender";

    private static readonly string[][] Stopped = [["value", "price"], ["price", "value"], ["value"], ["complexity", "value"], ["price"], ["new-customers", "complexity"], ["complexity"], ["other"], [Own, "price"], ["value", "price", "complexity"]];
    private static readonly string[] Team = ["resources", "unused", "understanding", "alignment", "definitions"];
    private static readonly string[] Lost = ["You are good, they are good, they cost less", "We could not explain to finance what it brings", "Three boards had to agree, and one did not", "It can wait until the new hall stands"];
    private static readonly string[] Won = ["You had drawn our yard before you named a price", "My people wanted it, so I signed", "You brought the plant that has it running"];
    private static readonly string[] Changes = ["Ask for finance in the second talk", "Bring the reference before the offer", "Call on the engineer before the visit", "Leave tenders we did not help to write", "Write their words into the first page"];

    public static ReviewCode Code(CompanyPlan plan) => new() { Id = new Chance(plan.Seed, -61).Key(plan.Morning(plan.Began)), Kind = ReviewCodeKind.Inhibitor, Key = Own, Name = "The tender was written for somebody else" };

    /// <summary>The look back on a deal, where there is one. All is read from its key, so that nothing else is drawn differently.</summary>
    public static IEnumerable<Entity> Of(Opportunity deal, CompanyPlan plan)
    {
        var chance = deal.Id.ToByteArray();
        var day = (deal.ClosedOn ?? plan.Until.AddDays(-chance[9] % 20)).AddDays(deal.ClosedOn is null ? 0 : chance[9] % 5);
        // Some open deals are looked back on because they are stuck: of these nothing may be said before they began.
        if (day <= plan.Until.AddYears(-1) || day > plan.Until || deal.OpenedOn > day || chance[15] > (deal.End is StageEnd.Open ? 8 : 70)) yield break;
        var won = deal.End is StageEnd.Won;
        string[] good = [.. new[] { ("vision", won ? 190 : 70), ("collaboration", won ? 170 : 60), ("case", 120), ("solution", 130) }.Where((c, i) => chance[10 + i] < c.Item2).Select(c => c.Item1)];
        string[] bad = won ? [] : Stopped[chance[14] % Stopped.Length];
        string[] team = !won && chance[13] < 90 ? [Team[chance[12] % Team.Length]] : [];
        var change = chance[11] < 130 ? Changes[chance[10] % Changes.Length] : null;
        var state = change is null ? (LessonState?)null : (LessonState)(chance[9] % 3);
        yield return new DealReview
        {
            Id = Ledger.Beside(deal.Id, 4), OpportunityId = deal.Id, Outcome = deal.End switch { StageEnd.Won => ReviewOutcome.Won, StageEnd.Lost => ReviewOutcome.Lost, StageEnd.NoDecision => ReviewOutcome.NoDecision, _ => ReviewOutcome.Stalled }, ReviewedOn = day, ReviewedById = deal.OwnerId,
            Codes = string.Join(' ', good.Concat(bad).Concat(team)), TheirWord = won ? Won[chance[12] % Won.Length] : Lost[chance[12] % Lost.Length], Lesson = change, LessonForId = change is null ? null : deal.OwnerId, LessonState = state, LessonOn = state is null or LessonState.Open ? null : day,
        };
    }
}
