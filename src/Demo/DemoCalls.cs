using Coxswain.Customers.Activities;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
namespace Coxswain.Demo;

/// <summary>How the sellers kept in touch about their deals, and what they have to do next.</summary>
internal sealed class DemoCalls(DemoCustomers customers, DateOnly until, Chance chance)
{
    private static readonly (InteractionKind Kind, string Subject)[] Touches =
    [
        (InteractionKind.Call, "First talk about their needs"), (InteractionKind.Meeting, "Walk through the plant"), (InteractionKind.Mail, "Sent the numbers they asked for"),
        (InteractionKind.Call, "Questions of finance"), (InteractionKind.Meeting, "Offer explained to the team"),
    ];
    private static readonly string[] NextSteps = ["Send the draft offer", "Call about open questions", "Visit the second site", "Agree the pilot's measure of success", "Bring finance to the table"];

    public IEnumerable<Entity> About(Opportunity deal)
    {
        var contacts = customers.Contacts[deal.AccountId!.Value].ToList();
        var last = deal.ClosedOn ?? until;
        foreach (var (kind, subject) in Touches.Take(chance.Between(1, Touches.Length)))
            yield return new Interaction
            {
                Kind = kind, Subject = subject, OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = chance.One(contacts).Id, AboutKind = Funnel.Kinds.Opportunity, AboutId = deal.Id,
                Outcome = chance.Of(0.7) ? InteractionOutcome.Reached : InteractionOutcome.NextStepAgreed, OccurredAt = Within(deal.OpenedOn!.Value, last),
            };
        // Some open deals have no next step: Today has something true to say.
        if (deal.End is StageEnd.Open && chance.Of(0.75))
            yield return new Todo
            {
                Title = chance.One(NextSteps), OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = chance.One(contacts).Id, AboutKind = Funnel.Kinds.Opportunity, AboutId = deal.Id,
                DueOn = until.AddDays(chance.Between(-3, 14)),
            };
    }

    private DateTime Within(DateOnly from, DateOnly to) =>
        from.AddDays(chance.Between(0, Math.Max(0, to.DayNumber - from.DayNumber))).ToDateTime(new TimeOnly(chance.Between(8, 16), 15 * chance.Between(0, 3)), DateTimeKind.Utc);
}
