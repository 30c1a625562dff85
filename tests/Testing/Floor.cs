using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Plans;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Signals;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Testing;

/// <summary>A sales floor with as many records of everything as a test asks for, and one of each to look at.</summary>
/// <param name="Manager">Leads the team of everyone who sells.</param>
/// <param name="Admin">Sees to people and settings.</param>
/// <param name="Account">The account that has the most about it: contacts, deals, interactions and tasks.</param>
/// <param name="Contact">One of its contacts.</param>
/// <param name="Deal">One of its deals, with as much about it.</param>
/// <param name="Task">One of its tasks.</param>
/// <param name="Signal">One of its signals.</param>
/// <param name="Lead">A lead with as much about it.</param>
/// <param name="MapPerson">Somebody on the relationship map of the account.</param>
/// <param name="PlanItem">A line of the plan of the account.</param>
/// <param name="PriceList">The list the deal takes its prices from.</param>
/// <param name="Captured">Mail of the manager's, filed and waiting.</param>
public sealed record Floor(TestViewer Manager, TestViewer Admin, Guid Account, Guid Contact, Guid Deal, Guid Task, Guid Signal, Guid Lead, Guid MapPerson, Guid PlanItem, Guid PriceList, CapturedThings Captured)
{
    public static async Task<Floor> OfAsync(Host host, int size)
    {
        var tenant = await host.TenantAsync();
        var manager = await tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await tenant.TeamAsync("North", manager);
        var sellers = new List<TestViewer>();
        for (var i = 0; i < size / 10; i++) sellers.Add(await tenant.PersonAsync(Role.Seller, $"Seller {i}", team));
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var stages = DefaultStages.Make();
        var products = Enumerable.Range(0, size / 10).Select(i => new Product { Name = $"Product {i}" }).ToList();
        await tenant.SaveAsync([.. stages, .. products]);
        var lists = Enumerable.Range(0, size / 10).Select(i => new PriceList { Name = $"List {i}", Currency = "EUR" }).ToList();
        await tenant.SaveAsync([.. lists]);
        await tenant.SaveAsync([.. products.Select(p => new ListedPrice { PriceListId = lists[0].Id, ProductId = p.Id, Price = 100 })]);
        var accounts = Many(i => new Account { Name = $"Quay {i}", OwnerId = Owner(i) });
        ((Account)accounts[0]).Class = AccountClass.Strategic;
        foreach (var below in accounts.Skip(1).Cast<Account>()) below.ParentId = accounts[0].Id;
        await tenant.SaveAsync(accounts);
        var (account, day) = (accounts[0].Id, DateOnly.FromDateTime(now));
        var contacts = Many(i => new Contact { Name = $"Person {i}", OwnerId = Owner(i), AccountId = account });
        var deals = Many(i => new Opportunity { Name = $"Crane {i}", OwnerId = Owner(i), AccountId = account, StageId = stages[i % stages.Count].Id, End = stages[i % stages.Count].End, Amount = 100 + i, Currency = "EUR", CloseOn = day.AddDays(i - 5), StageSince = now });
        ((Opportunity)deals[0]).PriceListId = lists[0].Id;
        await tenant.SaveAsync([.. contacts, .. deals]);
        var deal = deals[0].Id;
        var tasks = Many(i => new Todo { Title = $"Call {i}", OwnerId = i % 2 == 0 ? manager.Id : Owner(i), AccountId = account, DueOn = day.AddDays(-1), AboutKind = Funnel.Kinds.Opportunity, AboutId = deal });
        await tenant.SaveAsync([.. tasks, .. Many(i => new Interaction { Kind = InteractionKind.Call, OwnerId = Owner(i), Text = "They wait", OccurredAt = now.AddDays(-i), AccountId = account, ContactId = contacts[0].Id, AboutKind = Funnel.Kinds.Opportunity, AboutId = deal })]);
        await tenant.SaveAsync([.. Many(i => new Favour { AccountId = account, ContactId = contacts[i].Id, Kind = FavourKind.Lead, What = $"Lead {i}", On = day.AddDays(-i), OwnerId = Owner(i) })]);
        await tenant.SaveAsync([.. Enumerable.Range(0, 40).Select(i => new Ground { ContactId = contacts[0].Id, Kind = GroundKind.Sport, Text = $"Rowing {i}", Source = "Lunch", Consent = GroundConsent.TheyAgreed, AgreedOn = day, PersonId = manager.Id }), .. Enumerable.Range(0, 40).Select(i => new OwnInterest { PersonId = manager.Id, Text = $"Rowing {i}" })]);
        var content = new AttachedContent { Hash = new string('a', 64), Bytes = 12_000, MediaType = "application/pdf", KeptAt = now };
        await tenant.SaveAsync(content);
        await tenant.SaveAsync([.. Many(i => new Attachment { ContentId = content.Id, Name = $"offer-{i}.pdf", AccountId = account, ContactId = contacts[0].Id, OwnerId = Owner(i), AddedOn = day })]);
        var placed = Many(i => new MapPerson { AccountId = account, ContactId = i % 2 == 0 ? contacts[i].Id : null, Placeholder = i % 2 == 0 ? null : $"Buyer {i}", Influence = Influence.Much, Stance = Stance.Supports, Evidence = "Asked for an offer", AsOf = day, SaidById = manager.Id });
        foreach (var below in placed.Skip(1).Cast<MapPerson>()) below.ReportsToId = placed[0].Id;
        await tenant.SaveAsync(placed);
        await tenant.SaveAsync([.. Enumerable.Range(1, size - 1).Select(i => new MapTie { AccountId = account, FromId = placed[0].Id, ToId = placed[i].Id, Kind = TieKind.Influences, Evidence = "They lunch", AsOf = day, SaidById = manager.Id }), .. Many(i => new MapPart { MapPersonId = placed[i].Id, OpportunityId = deal, Part = DealPart.User, Evidence = "It is their line", AsOf = day, SaidById = manager.Id })]);
        var lines = Enumerable.Range(0, Math.Min(size, 60)).Select(i => new PlanItem { AccountId = account, Kind = (PlanKind)(i % 10), Text = $"Line {i}", Evidence = "Seen at the fair", AsOf = day, SaidById = manager.Id, Rung = 2, Year = 2026, Amount = 100, Currency = "EUR" }).ToList();
        await tenant.SaveAsync([new AccountPlan { AccountId = account, Scope = "The north", Charter = "Both grow" }, .. lines, .. Enumerable.Range(0, 50).Select(i => new PlanReview { AccountId = account, HeldOn = day.AddDays(-i), WithCustomer = i == 0, Note = "We grew", Snapshot = """{"Scope":"The north","Items":[],"Players":[]}""", SaidById = manager.Id })]);
        var leads = Many(i => new Lead { Name = $"Caller {i}", OwnerId = Owner(i), Company = $"Quay {i}", Email = $"caller{i}@quay.example", Source = "Fair", CameOn = day, Status = LeadStatus.New });
        await tenant.SaveAsync(leads);
        await tenant.SaveAsync([.. Many(i => new Todo { Title = $"Ring {i}", OwnerId = Owner(i), AboutKind = Customers.Kinds.Lead, AboutId = leads[0].Id }), .. Many(i => new Interaction { Kind = InteractionKind.Call, OwnerId = Owner(i), OccurredAt = now.AddDays(-i), AboutKind = Customers.Kinds.Lead, AboutId = leads[0].Id })]);
        await tenant.SaveAsync([.. Many(i => new Customers.Service.Tip { AccountId = account, Heard = $"Crane {i}", HeardOn = day.AddDays(-i), OwnerId = Owner(i), ToId = manager.Id, State = i % 2 == 0 ? Customers.Service.TipState.Waiting : Customers.Service.TipState.Accepted, OpportunityId = i % 2 == 0 ? null : deals[i].Id })]);
        var captured = await CapturedThings.PlantAsync(manager, account, contacts[0].Id, "Quay", size);
        var signals = Many(i => new Signal { AccountId = account, Kind = SignalKind.Hiring, On = day.AddDays(-i), OwnerId = Owner(i), FollowUpId = tasks[i].Id, Note = "Ten drivers wanted" });
        await tenant.SaveAsync([.. Many(i => new Position { ContactId = contacts[i].Id, AccountId = account, Title = "Buyer", To = day.AddDays(-i) }), .. Many(i => new Position { ContactId = contacts[0].Id, AccountId = accounts[i].Id })]);
        await tenant.SaveAsync([.. sellers.Select(s => new AccountMember { AccountId = account, PersonId = s.Id, Function = "Support" })]);
        var steps = Enumerable.Range(0, Math.Min(size, 30)).Select(i => new AccountStep { Class = AccountClass.Strategic, Name = $"Step {i}", Position = i, Function = "Service" }).ToList();
        await tenant.SaveAsync([.. steps, .. steps.Select(s => new StepDone { AccountId = account, StepId = s.Id, DoneOn = day, PersonId = manager.Id })]);
        await tenant.SaveAsync([.. signals, .. Many(i => new DeskNote { AccountId = account, Agenda = $"Depot {i}", Problem = "Room", AskedOn = day.AddDays(-i), OwnerId = Owner(i) })]);
        return new Floor(manager, await tenant.PersonAsync(Role.Admin, "Ines Castro"), account, contacts[0].Id, deal, tasks[0].Id, signals[0].Id, leads[0].Id, placed[0].Id, lines[0].Id, lists[0].Id, captured);

        Guid Owner(int i) => sellers[i % sellers.Count].Id;

        Entity[] Many(Func<int, Entity> make) => [.. Enumerable.Range(0, size).Select(make)];
    }
}
