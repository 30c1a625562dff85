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
    private static readonly Dictionary<string, string[]> Shows = new()
    {
        ["vision"] = ["Their board drew the hall with us", "They quoted our picture to their finance"], ["case"] = ["Their controller had worked it out anew, and got more", "Two hours at the gate, in their own figures"],
        ["solution"] = ["Their shift lead wanted to keep the pilot", "They moved the old one out before they signed"], ["collaboration"] = ["We planned the night shift together", "Their engineer sat with ours for two days"],
    };
    private static readonly string[] Brought = ["Their planner and our engineer", "The seller, and a plant that has it running", "Their finance"];
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
        var review = new DealReview
        {
            Id = Ledger.Beside(deal.Id, 4), OpportunityId = deal.Id, Outcome = deal.End switch { StageEnd.Won => ReviewOutcome.Won, StageEnd.Lost => ReviewOutcome.Lost, StageEnd.NoDecision => ReviewOutcome.NoDecision, _ => ReviewOutcome.Stalled }, ReviewedOn = day, ReviewedById = deal.OwnerId,
            Codes = string.Join(' ', good.Concat(bad).Concat(team)), First = bad.Length == 0 || bad.Length > 1 && chance[13] % 5 == 0 ? null : bad[0], TheirWord = won ? Won[chance[12] % Won.Length] : Lost[chance[12] % Lost.Length], Lesson = change, LessonForId = change is null ? null : deal.OwnerId, LessonState = state, LessonOn = state is null or LessonState.Open ? null : day,
        };
        yield return review;
        // Of some of what was ticked somebody says more; where it was won, it counted more.
        foreach (var (key, i) in good.Select((k, i) => (k, i)).Where(g => chance[(g.i + 3) % 8] < 150))
            yield return new ReviewCriterion
            {
                Id = Ledger.Beside(deal.Id, (byte)(20 + i)), OpportunityId = deal.Id, ReviewId = review.Id, Criterion = key, Strength = (CriterionStrength)Math.Clamp((chance[i] + (won ? 60 : -60)) / 86, 0, 2), Evidence = Shows[key][chance[i + 2] % 2], Contributors = chance[i + 1] < 128 ? Brought[chance[i + 1] % Brought.Length] : null,
            };
    }
}
