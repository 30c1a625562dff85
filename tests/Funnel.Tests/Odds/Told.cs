using System.Collections.Concurrent;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Odds;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Odds;

/// <summary>An organisation whose deals ended with plans, each rows as they would have been written on their days.</summary>
internal sealed record Told(Sales Sales, Account Account, Contact Petra, MapPerson Place)
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<Host>>> Hosts = new();

    // Sixty days of life; half of it is the fourth of February.
    public static readonly DateOnly Began = new(2026, 1, 5), Half = Began.AddDays(30), Closed = Began.AddDays(60);

    public TestViewer Ana => Sales.Ana;

    private DateTime Now => Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;

    public static async Task<Told> OnAsync(Engine engine)
    {
        var sales = await Sales.InAsync(await Hosts.GetOrAdd(engine, e => new(() => Host.ByHandAsync(TestDatabases.MadeAsync(e, "odds")))).Value);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var petra = new Contact { Name = "Petra Brandt", OwnerId = sales.Ana.Id, AccountId = account.Id };
        await sales.Ana.Tenant.SaveAsync(petra);
        var place = new MapPerson { AccountId = account.Id, ContactId = petra.Id };
        await sales.Ana.Tenant.SaveAsync(place);
        return new(sales, account, petra, place);
    }

    /// <summary>So many deals that ended with a plan; of those that were won most had somebody who says yes covered at half of their life.</summary>
    public async Task<IReadOnlyList<Opportunity>> EndedAsync(int won, int lost, bool tells = true)
    {
        var deals = new List<Opportunity>();
        for (var i = 0; i < won + lost; i++) deals.Add(await EndedAsync($"Ended {i}", isWon: i < won, isCovered: tells ? i < won ? i % 6 != 0 : i % 6 == 0 : i % 2 == 0));
        return deals;
    }

    public async Task<Opportunity> EndedAsync(string name, bool isWon, bool isCovered, DateOnly? begun = null)
    {
        var at = Sales.Stage(isWon ? "Won" : "Lost");
        var deal = new Opportunity { Name = name, OwnerId = Ana.Id, AccountId = Account.Id, StageId = at.Id, End = at.End, Currency = "EUR", OpenedOn = Began, ClosedOn = Closed, CloseOn = Closed };
        await Ana.Tenant.SaveAsync(deal);
        await Ana.Tenant.SaveAsync([.. Plan(deal.Id, begun ?? Began, isCovered, Half)]);
        return deal;
    }

    /// <summary>An open deal with a plan; of nothing but its beginning where it is not said whether somebody is covered.</summary>
    public async Task<Opportunity> OpenAsync(string name, bool? isCovered)
    {
        var (at, today) = (Sales.Stage("Discover"), DateOnly.FromDateTime(Now));
        var deal = new Opportunity { Name = name, OwnerId = Ana.Id, AccountId = Account.Id, StageId = at.Id, End = at.End, Currency = "EUR", OpenedOn = today.AddDays(-20) };
        await Ana.Tenant.SaveAsync(deal);
        await Ana.Tenant.SaveAsync([.. Plan(deal.Id, today.AddDays(-20), isCovered, today)]);
        return deal;
    }

    // Covered or not, as much is known and said: only what it brings and what they gain makes the difference.
    private IEnumerable<Entity> Plan(Guid deal, DateOnly begun, bool? isCovered, DateOnly by)
    {
        yield return Said(deal, PlanField.Begun, begun);
        if (isCovered is null) yield break;
        var day = by.AddDays(-5);
        yield return new MapPart { Id = Key(day), MapPersonId = Place.Id, OpportunityId = deal, Part = DealPart.Approver, AsOf = day, SaidById = Ana.Id };
        yield return new Interaction { Kind = InteractionKind.Meeting, OwnerId = Ana.Id, AccountId = Account.Id, ContactId = Petra.Id, AboutKind = Kinds.Opportunity, AboutId = deal, OccurredAt = day.ToDateTime(new(9, 0), DateTimeKind.Utc) };
        foreach (var (field, value) in new (PlanField, int?)[] { (PlanField.Receptiveness, 2), (isCovered is true ? PlanField.Result : PlanField.Concept, null), (isCovered is true ? PlanField.Gain : PlanField.Influence, isCovered is true ? null : 3), (PlanField.Stance, 3) }) yield return Said(deal, field, day, value);
    }

    /// <summary>A judgement of a day, written on that day or on another.</summary>
    public PlanJudgement Said(Guid deal, PlanField field, DateOnly on, int? value = null, DateOnly? written = null) =>
        new() { Id = Key(written ?? on), OpportunityId = deal, MapPersonId = field is PlanField.Begun ? null : Place.Id, Field = field, Value = value, Text = field is PlanField.Begun ? null : "They said so", On = on, SaidById = Ana.Id };

    /// <summary>What the clock asks for at night, done to its end.</summary>
    public async Task NightAsync()
    {
        await Ana.Tenant.InDb(async (db, services) => await services.GetServices<IClockwork>().OfType<FitClock>().Single().AskAsync(db, Now, default));
        await Ana.Tenant.DoDueAsync();
    }

    /// <summary>Works it out again on the same day.</summary>
    public Task FitAsync(DateOnly? day = null) => Ana.Tenant.InDb((db, _) => FitPlanModel.FitAsync(db, day ?? DateOnly.FromDateTime(Now), default));

    public Task<PlanModel> LatestAsync() => Ana.Tenant.InDb(db => db.PlanModels.AsNoTracking().OrderByDescending(m => m.Day).FirstAsync());

    private static Guid Key(DateOnly day) => Keys.Of(day.ToDateTime(new(9, 0), DateTimeKind.Utc), Guid.NewGuid().ToByteArray());
}
