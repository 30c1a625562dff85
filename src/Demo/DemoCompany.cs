using System.Security.Cryptography;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Demo.Inventing;
using Coxswain.Demo.Writing;
using Coxswain.Funnel.Stages;
using Coxswain.People;
using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo;

/// <summary>An invented company: the same people, customers and deals for the same plan, with the truth planted in them on record.</summary>
public static class DemoCompany
{
    public const string Name = "Halma Werke", Currency = "EUR";

    private const int Batch = 1_000;
    private static readonly Role[] Doors = [Role.Leader, Role.Manager, Role.Seller, Role.Support, Role.Admin];

    /// <param name="services">The application's services, on a migrated database.</param>
    /// <param name="plan">What company.</param>
    /// <param name="ct">Cancels; what is made by then stays half made.</param>
    /// <param name="progress">Told how many deals of how many are written.</param>
    /// <param name="alone">Nobody else uses this database yet: it may be filled without care for them.</param>
    /// <returns>How to enter, and what is true of the company.</returns>
    public static async Task<MadeCompany> CreateAsync(IServiceProvider services, CompanyPlan plan, CancellationToken ct, Action<long, long>? progress = null, bool alone = false)
    {
        var company = new InventedCompany(plan);
        var id = await Founding.FoundAsync(services, new Tenant { Name = Name, Currency = Currency, Culture = "", MadeAt = plan.Morning(plan.Began) }, ct);
        await using var scope = services.AsSystem(id);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        var names = new PeopleNames(new Chance(plan.Seed, -4));
        var staff = new Workforce(company, names);
        var (desk, programs) = (new Helpdesk(plan, staff), new Programs(plan));
        await db.InsertManyAsync([.. staff.Rows, .. desk.Rows, programs.Account, .. RoleLimits.Rows, .. SavedLists.Of(plan, staff), Abroad.Rate(plan), Looking.Code(plan), .. Ruling.Rows(plan), new Telling { ById = staff.First(Role.Admin).Id, At = plan.Morning(plan.Began) }], ct, asItHappened: true);
        var entries = await LetInAsync(services, id, staff, ct);
        await scope.ServiceProvider.GetRequiredService<AccessRules>().RewriteAsync(db, ct);

        var clientele = new Clientele(company, staff, names, await db.Rows<AccountStep>().AsNoTracking().OrderBy(s => s.Class).ThenBy(s => s.Position).ToListAsync(ct));
        var stages = await db.Rows<Stage>().AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct);
        var ledger = new Ledger(company, staff, clientele, new Methods(plan, stages, staff.First(Role.Leader).Id), stages);
        var (consents, said) = Consents.Of(plan, clientele.Contacts.SelectMany(c => c), await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == id, ct));
        var load = new BulkLoad(db, asItHappened: true);
        var deals = 0L;
        void Written(int rows) => progress?.Invoke(Math.Min(deals += Batch, company.Count), company.Count);
        var doubles = new Doubles(plan, [.. staff.Sellers.Where(s => s.IsHere).Select(s => s.Id)]);
        var customers = clientele.Rows.Concat(Callers.Of(plan, staff.Sellers, names)).Concat(doubles.Rows).Concat(consents);
        if (alone) await load.FillAsync(Batches(company, customers, ledger), Written, ct);
        else await load.RunAsync(Batches(company, customers, ledger), Written, ct);
        db.ChangeTracker.Clear();
        foreach (var (person, nth) in Doors.Where(r => r.Allows(Permission.EditCustomers)).Select((role, i) => (staff.First(role).Id, i))) await Inbox.PlantAsync(db, plan, person, nth, ct);
        var serving = new Serving(plan, desk, staff.First(Role.Leader).Id);
        await serving.PlantAsync(db, ct);
        var large = await LargeDeals.PlantAsync(db, plan, ct);
        await DealPlans.PlantAsync(db, plan, ct);
        await Committees.PlantAsync(db, plan, ct);
        await LookingThrough.PlantAsync(db, plan, ct);
        await Covering.PlantAsync(db, plan, ct);
        await Pursuing.PlantAsync(db, plan, ct);
        await Fitting.PlantAsync(db, plan, staff.First(Role.Leader).Id, ct);
        await Proving.PlantAsync(db, plan, ct);
        await Debriefing.PlantAsync(db, plan, ct);
        await Agreeing.PlantAsync(db, plan, staff.First(Role.Seller).Id, ct);
        await Forming.PlantAsync(db, plan, ct);
        await Contracting.PlantAsync(db, plan, ct);
        await SharingPlans.PlantAsync(db, plan, ct);
        await Negotiating.PlantAsync(db, plan, scope.ServiceProvider.GetRequiredService<Platform.Outside.PrivateKeeper>(), ct);
        await new Helping(plan, staff, desk).PlantAsync(db, ct);
        await new AtOdds(plan, staff, desk, scope.ServiceProvider.GetRequiredService<Platform.Outside.PrivateKeeper>()).PlantAsync(db, ct);
        var draining = await Draining.PlantAsync(db, plan, staff.First(Role.Seller).Id, ct);
        Viewer As(Role role) => new(id, staff.First(role).Id, role);
        await serving.PayAsync(services, As(Role.Leader), ct);
        await programs.PlantAsync(services, As(Role.Admin), ct);
        await Programs.MergeAsync(services, As(Role.Leader), doubles.Merged, ct);
        await Papers.AddAsync(services, As(Role.Leader), large.Take(Papers.On), ct);
        await PlanReviews.HoldAsync(services, plan, As(Role.Leader), ct);
        await OtherSystem.TakeInAsync(services, plan, As(Role.Leader), ct);
        await ByHand.DoAsync(services, As(Role.Seller), As(Role.Leader), ct);
        await Numbers.PlantAsync(db, plan, staff, ct);
        await Ruling.StartAsync(db, ct);
        await Covering.FitAsync(db, plan, ct);
        return new MadeCompany(id, entries, Truth.Of(company, staff, ledger) with { Pairs = doubles.Pairs, Draining = draining, Consents = said, Service = new(desk.Preferred.Id, desk.Preferred.Name, desk.Weak.Id, desk.Weak.Name, SatisfactionFell: false, BetterSkill: "How clearly we talked with you") });
    }

    private static IEnumerable<IReadOnlyList<Entity>> Batches(InventedCompany company, IEnumerable<Entity> customers, Ledger ledger) =>
        ledger.Products.Concat(ledger.PriceLists).Concat(ledger.Methods.Rows).Concat(customers).Chunk(Batch * 5).Concat(company.Deals().Chunk(Batch).Select(deals => deals.SelectMany(ledger.Rows).ToArray()));

    private static async Task<IReadOnlyList<Entry>> LetInAsync(IServiceProvider services, int tenantId, Workforce staff, CancellationToken ct)
    {
        var entries = new List<Entry>();
        foreach (var role in Doors)
        {
            var person = staff.First(role);
            var entry = new Entry(role, person.Name, $"{role.ToString().ToLowerInvariant()}@demo.example", Password());
            if (await Founding.LetInAsync(services, tenantId, person.Id, entry.Email, entry.Password, ct) is { Any: true } problems) throw new InvalidOperationException(string.Join(" ", problems.Messages.Values));
            entries.Add(entry);
        }
        return entries;
    }

    private static string Password() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
}

/// <summary>The demo company as it was made.</summary>
/// <param name="TenantId">Its organisation.</param>
/// <param name="Entries">Who can sign in.</param>
/// <param name="Truth">What a good reader of its figures must find.</param>
public sealed record MadeCompany(int TenantId, IReadOnlyList<Entry> Entries, PlantedTruth Truth);

/// <summary>A person of the demo who can sign in.</summary>
public sealed record Entry(Role Role, string Name, string Email, string Password);
