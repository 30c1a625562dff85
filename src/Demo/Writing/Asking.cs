using Coxswain.Customers.Activities;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What customers of the invented company want solved, and the proposals that went to them: mostly after they had confirmed it, not always.</summary>
internal static class Asking
{
    private static readonly string[] Wants =
    [
        "Trucks wait two hours at the gate", "Nobody knows which line stops next", "Planning is redone by hand every morning", "Spare parts come a week late", "The night shift runs without a planner", "Figures of three sites never agree",
    ];

    private static readonly string[][] Heard =
    [
        ["We showed how the slots are planned", "Mostly the list of what it can do"], ["They asked what others with two gates do", "We spoke of what shift leads like theirs struggle with"], ["“Then the gate is not our problem, the paper is”", "They drew their day anew while we listened"],
    ];

    private static readonly string[] Reasons = ["They needed a figure for the budget round", "Purchasing set a date for all offers", "It came with the tender"];

    /// <summary>What a talk of a deal brings. All is read from its key, so that nothing else is drawn differently.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="first">The talk before.</param>
    /// <param name="touch">The talk.</param>
    /// <param name="stage">Of which stage it is, from 0.</param>
    /// <param name="plan">The company.</param>
    public static IEnumerable<Entity> Of(Opportunity deal, Interaction first, Interaction touch, int stage, CompanyPlan plan)
    {
        var (day, chance) = (DateOnly.FromDateTime(touch.OccurredAt), touch.Id.ToByteArray());
        if (day <= plan.Until.AddYears(-1)) yield break;
        if (touch.Kind is InteractionKind.Call or InteractionKind.Meeting && chance[8] % 2 == 0)
        {
            // The later in the deal and in the year, the more is about them.
            var level = (TalkLevel)Math.Clamp((chance[11] + stage * 40 + (day > plan.Until.AddMonths(-4) ? 40 : 0)) / 120, 0, 2);
            yield return new TalkRating { Id = Ledger.Beside(touch.Id, 6), OpportunityId = deal.Id, InteractionId = touch.Id, HeldById = touch.OwnerId, On = day, Level = level, Evidence = Heard[(int)level][chance[13] % 2], SaidById = touch.OwnerId };
        }
        if (stage == 2 && chance[12] < 200)
        {
            var confirmed = Confirms(touch, plan);
            yield return new DealIssue
            {
                Id = Ledger.Beside(touch.Id, 2), OpportunityId = deal.Id, Text = Wants[chance[10] % Wants.Length], Level = (TalkLevel)(chance[9] % 5 / 2), UnderstoodOn = DateOnly.FromDateTime(first.OccurredAt),
                ConfirmedById = confirmed ? touch.ContactId : null, ConfirmedOn = confirmed ? day : null,
            };
        }
        if (stage == 3) yield return new Proposal { Id = Ledger.Beside(touch.Id, 3), OpportunityId = deal.Id, SentOn = day, Amount = deal.Amount, Currency = deal.Currency, SentById = deal.OwnerId, Because = Confirms(first, plan) ? null : Reasons[chance[10] % Reasons.Length] };
    }

    private static bool Confirms(Interaction second, CompanyPlan plan) => second.Id.ToByteArray() is var chance && chance[12] < 200 && chance[11] < 200 && DateOnly.FromDateTime(second.OccurredAt) > plan.Until.AddYears(-1);
}
