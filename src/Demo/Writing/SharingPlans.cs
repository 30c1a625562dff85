using Coxswain.Customers;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Plans that sellers of the invented company share with customers of its largest deals: some are ticked eagerly, in some nobody was ever there, one waits for another day.</summary>
internal static class SharingPlans
{
    private const int Deals = 14, Ticked = 6;

    private static readonly string[] Aims = ["No truck waits longer than twenty minutes", "Both yards planned by one team before peak season", "Nights run without a planner", "The new terminal opens with slots from day one", "Finance reads the cost of a gate on Monday morning"];
    private static readonly string[] Names = ["Zoë Vermeulen", "Łukasz Zieliński", "Nuria Sáez", "Jörg Häberle", "Ilse Østergård", "佐藤 花子"];
    private static readonly (string What, string? Said)[] Theirs = [("Send the gate times of last March", "The scales were down for a week, so it is February"), ("IT looks at the link to the scales", null), ("Legal reads the contract", "Our lawyer is away until the end of the month"), ("The works council is heard", null), ("The board decides", "The chair wants to see the second yard first")];
    private static readonly string[] Ours = ["Plan one week of theirs with their own figures", "Bring the customer from Gdańsk along", "Send the contract", "Name who is on site in the first month"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -75);
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        tenant.SharesPlans = true;
        await db.SaveChangesAsync(ct);
        var ways = await Ways.FreshAsync(db, ct);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && o.AccountId != null && o.OpenedOn < plan.Until.AddDays(-20)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Deals).ToListAsync(ct);
        var accounts = deals.Select(o => o.AccountId).ToList();
        var contacts = (await db.ContactRows().Where(c => accounts.Contains(c.AccountId)).Select(c => new { c.Id, c.AccountId }).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.AccountId, c => c.Id);
        var rows = new List<Entity>();
        foreach (var (deal, nth) in deals.Select((d, i) => (d, i))) rows.AddRange(Of(deal, nth, ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince), [.. contacts[deal.AccountId]], plan, chance));
        foreach (var kind in (Type[])[typeof(SharedPlan), typeof(SharedStep), typeof(SharedLink)]) await WriteAsync(db, kind, rows, ct);
        foreach (var kind in (Type[])[typeof(SharedOpening), typeof(SharedSaying), typeof(StageEvidence)]) await WriteAsync(db, kind, rows, ct);
    }

    private static Task WriteAsync(AppDb db, Type kind, List<Entity> rows, CancellationToken ct) => kind.Name switch
    {
        nameof(SharedPlan) => db.InsertManyAsync(rows.OfType<SharedPlan>().ToArray(), ct, asItHappened: true),
        nameof(SharedStep) => db.InsertManyAsync(rows.OfType<SharedStep>().ToArray(), ct, asItHappened: true),
        nameof(SharedLink) => db.InsertManyAsync(rows.OfType<SharedLink>().ToArray(), ct, asItHappened: true),
        nameof(SharedOpening) => db.InsertManyAsync(rows.OfType<SharedOpening>().ToArray(), ct, asItHappened: true),
        nameof(SharedSaying) => db.InsertManyAsync(rows.OfType<SharedSaying>().ToArray(), ct, asItHappened: true),
        _ => db.InsertManyAsync(rows.OfType<StageEvidence>().ToArray(), ct, asItHappened: true),
    };

    private static IEnumerable<Entity> Of(Opportunity deal, int nth, Way way, IReadOnlyList<Guid> contacts, CompanyPlan plan, Chance chance)
    {
        var begun = plan.Until.AddDays(-chance.Between(9, 18));
        Guid Key(int days) => chance.Key(plan.Morning(begun.AddDays(days)));
        yield return new SharedPlan { Id = Key(0), OpportunityId = deal.Id, Aim = nth % 5 == 4 ? null : chance.One(Aims), WantedOn = nth % 4 == 3 ? null : plan.Until.AddDays(chance.Between(60, 200)) };
        var link = new SharedLink { Id = Key(1), OpportunityId = deal.Id, Shelf = chance.Between(1, int.MaxValue - 1), SecretHash = [.. Enumerable.Range(0, 32).Select(_ => (byte)chance.Between(0, 255))], MadeById = deal.OwnerId, Until = begun.AddDays(90), EndedAt = nth == Deals - 1 ? plan.Morning(plan.Until.AddDays(-2)) : null };
        yield return link;
        var name = chance.One(Names);
        if (nth < Ticked + 3)
            foreach (var day in Enumerable.Range(2, chance.Between(1, 3))) yield return new SharedOpening { Id = Key(day), SharedLinkId = link.Id, On = begun.AddDays(day), Times = chance.Between(1, 4) };
        var gate = way.At(deal.StageId).Gates is [var first, ..] && nth < Ticked / 2 ? first : null;
        foreach (var (step, i) in chance.Shuffled(Theirs).Take(3).Select((s, i) => (s, i)))
        {
            var done = nth < Ticked && i == 0 ? begun.AddDays(3) : (DateOnly?)null;
            var row = new SharedStep
            {
                Id = Key(0), OpportunityId = deal.Id, Title = step.What, Side = SharedSide.Theirs, ForId = i < 2 && contacts.Count > 0 ? chance.One(contacts) : null, Who = i < 2 ? null : chance.One(Names), DueOn = begun.AddDays(6 + i * 14), StageId = i == 0 ? gate?.StageId : null, GateStepId = i == 0 ? gate?.StepId : null,
                DoneOn = done, DoneBy = done is null ? null : name, IsDoneByThem = done is not null,
            };
            yield return row;
            if (done is { } day) yield return Say(row, SharedAct.Done, day, null, null);
            if (done is not null && row.StageId is { } stage) yield return new StageEvidence { Id = Key(3), OpportunityId = deal.Id, StageId = stage, StepId = row.GateStepId, On = done.Value, Text = row.Title, SharedStepId = row.Id };
            if (nth < Ticked && i == 1 && step.Said is { } said) yield return Say(row, nth % 2 == 0 ? SharedAct.OtherDay : SharedAct.Said, begun.AddDays(4), said, nth % 2 == 0 ? row.DueOn!.Value.AddDays(14) : null);
        }
        foreach (var (title, i) in chance.Shuffled(Ours).Take(2).Select((t, i) => (t, i)))
            yield return new SharedStep { Id = Key(0), OpportunityId = deal.Id, Title = title, Side = SharedSide.Ours, DueOn = begun.AddDays(3 + i * 10), DoneOn = i == 0 && chance.Of(0.7) ? begun.AddDays(2) : null };

        SharedSaying Say(SharedStep step, SharedAct did, DateOnly on, string? text, DateOnly? proposed) => new()
        {
            Id = chance.Key(plan.Morning(on)), OpportunityId = deal.Id, SharedStepId = step.Id, Did = did, What = step.Title, Name = name, Text = text, ProposedOn = proposed, At = plan.Morning(on).AddMinutes(chance.Between(5, 200)), SeenAt = chance.Of(0.6) ? plan.Morning(on.AddDays(1)) : null,
        };
    }
}
