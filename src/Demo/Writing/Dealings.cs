using Coxswain.Customers.Activities;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>How the sellers kept in touch about their deals, and what they have to do next.</summary>
internal sealed class Dealings(InventedCompany company, Clientele clientele, Methods methods, IReadOnlyList<Stage> stages)
{
    private readonly Stepping _steps = new(methods, stages);

    private static readonly (InteractionKind Kind, string Subject)[] Touches =
    [
        (InteractionKind.Call, "First talk about their needs"), (InteractionKind.Meeting, "Walk through the plant"), (InteractionKind.Mail, "Sent the numbers they asked for"),
        (InteractionKind.Call, "Questions of finance"), (InteractionKind.Meeting, "Offer explained to the team"),
    ];
    private static readonly string[] NextSteps = ["Send the draft offer", "Call about open questions", "Visit the second site", "Agree the pilot's measure of success", "Bring finance to the table"];

    // What was said of a deal outweighs the deal: of a company that is large for the sake of its size, the last half year has to do.
    private const int Large = 50_000;

    // From here on, in whole units, somebody helps the owner.
    private const long Helped = 60_000_00;
    private const int MostHelped = 200;

    // A stream of its own, so that what follows draws as before.
    private readonly Chance _helpers = new(company.Plan.Seed, -52);
    private int _helped;

    private readonly DateOnly _since = company.Count > Large ? company.Plan.Until.AddMonths(-6) : company.Plan.Began;

    public IEnumerable<Entity> About(Opportunity deal, InventedDeal invented)
    {
        if (invented.Closed < _since) yield break;
        var chance = invented.Seller.Chance;
        var contacts = clientele.Contacts[deal.AccountId!.Value].ToList();
        DateOnly[] days = [invented.Opened, .. invented.Reached];
        (Interaction? before, DealIssue? wanted) = (null, null);
        for (var i = 0; i < days.Length; i++)
        {
            var touch = Touch(Touches[i], deal, chance.One(contacts).Id, days[i], chance);
            // The last day has only begun, and what is told of it must not be still to come; the draws stay the same all the same.
            if (days[i] < company.Plan.Until) yield return touch;
            if (before is not null && days[i] < company.Plan.Until) foreach (var row in Asking.Of(deal, before, touch, i, company.Plan))
            {
                wanted = row as DealIssue ?? wanted;
                yield return row;
            }
            before = touch;
            if (i > 0 && days[i] < company.Plan.Until) foreach (var row in _steps.Left(deal, i - 1, days[i], touch)) yield return row;
        }
        if (deal is { End: StageEnd.Won, ClosedOn: { } won }) foreach (var row in _steps.Won(deal, days.Length - 1, won)) yield return row;
        foreach (var row in Looking.Of(deal, company.Plan).Concat(Meeting.Of(deal, wanted, contacts[0].Id, company.Plan)).Concat(Ruling.Of(deal, company.Plan))) yield return row;
        if (deal is { End: StageEnd.Open, Amount: > Helped } && _helped++ < MostHelped) yield return new Share { Id = _helpers.Key(company.Plan.Morning(invented.Opened)), Kind = Kinds.Opportunity, RowId = deal.Id, PersonId = clientele.Supporter, Level = AccessLevel.Read, Function = "Solution engineer" };
        // Some open deals have no next step: Today has something true to say.
        if (deal.End is StageEnd.Open && chance.Of(0.75)) yield return Todo(deal, chance.One(contacts).Id, company.Plan.Until.AddDays(chance.Between(-3, 14)), chance, null);
        if (invented.Closed is { } closed && chance.Of(0.2)) yield return Todo(deal, chance.One(contacts).Id, closed.AddDays(-chance.Between(1, 9)), chance, company.Plan.Morning(closed));
    }

    private static Interaction Touch((InteractionKind Kind, string Subject) touch, Opportunity deal, Guid contact, DateOnly day, Chance chance)
    {
        var at = chance.At(day);
        var id = chance.Key(at);
        // Read from the key, so that they take no draws from what follows.
        var (length, side) = (id.ToByteArray()[14], id.ToByteArray()[15]);
        var minutes = touch.Kind is InteractionKind.Mail || length < 90 ? (int?)null : touch.Kind is InteractionKind.Meeting ? 30 + length % 4 * 15 : 5 + length % 26;
        return new()
        {
            ListenedMinutes = minutes is { } all && length % 3 > 0 ? all * (20 + side % 40) / 100 : null,
            Minutes = minutes, Inbound = side < 60 ? null : side < 125,
            Id = id, Kind = touch.Kind, Subject = touch.Subject, OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = contact, AboutKind = Kinds.Opportunity, AboutId = deal.Id,
            Outcome = chance.Of(0.7) ? InteractionOutcome.Reached : InteractionOutcome.NextStepAgreed, OccurredAt = at,
        };
    }

    private static Todo Todo(Opportunity deal, Guid contact, DateOnly due, Chance chance, DateTime? done) => new()
    {
        Id = chance.Key(done ?? deal.StageSince!.Value), Title = chance.One(NextSteps), OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = contact, AboutKind = Kinds.Opportunity, AboutId = deal.Id,
        DueOn = due, DoneAt = done,
    };
}
