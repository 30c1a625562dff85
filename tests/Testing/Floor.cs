using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Plans;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Customers.Service.Surveys;
using Coxswain.Customers.Privacy;
using Coxswain.Customers.Signals;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Charter;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Shared;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.Extensions.DependencyInjection;
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
/// <param name="Pair">Two accounts that look like one.</param>
/// <param name="Survey">A survey of customers.</param>
/// <param name="Captured">Mail of the manager's, filed and waiting.</param>
/// <param name="Record">A record of an own object, leading to the account.</param>
public sealed record Floor(TestViewer Manager, TestViewer Admin, Guid Account, Guid Contact, Guid Deal, Guid Task, Guid Signal, Guid Lead, Guid MapPerson, Guid PlanItem, Guid PriceList, CapturedThings Captured, Guid Survey, Guid Pair, Guid Record)
{
    /// <summary>The process its deals follow.</summary>
    public Guid Process { get; init; }

    /// <summary>A contract with a term after it and deals that renew it.</summary>
    public Guid Contract { get; init; }

    /// <summary>Help that the manager was asked for.</summary>
    public Guid Request { get; init; }

    /// <summary>A disagreement the manager works on.</summary>
    public Guid Worksheet { get; init; }

    /// <summary>Steps of it: of the first stage, of the third, and the second of the second.</summary>
    public IReadOnlyList<Guid> ProcessSteps { get; init; } = [];

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
        var process = new SalesProcess { Name = "Standard", Position = 1, IsStandard = true };
        await tenant.SaveAsync(process);
        var asked = stages.Where(s => s.End is Funnel.StageEnd.Open).Select(s => new ProcessStep { ProcessId = process.Id, StageId = s.Id, Position = 1, Act = s.CustomerAct, IsBinding = false, From = 1, IsOfStage = true }).ToList();
        var second = new ProcessStep { ProcessId = process.Id, StageId = asked[1].StageId, Position = 2, Act = "Named a day", IsBinding = false, From = 1 };
        await tenant.SaveAsync([new ProcessEdition { ProcessId = process.Id, Number = 1, InForceAt = now.AddYears(-2), TakesRunning = true, SaidById = manager.Id }, .. asked, second]);
        var lists = Enumerable.Range(0, size / 10).Select(i => new PriceList { Name = $"List {i}", Currency = "EUR" }).ToList();
        await tenant.SaveAsync([.. lists]);
        await tenant.SaveAsync([.. products.Select(p => new ListedPrice { PriceListId = lists[0].Id, ProductId = p.Id, Price = 100 })]);
        var accounts = Many(i => new Account { Name = $"Quay {i}", OwnerId = Owner(i) });
        ((Account)accounts[0]).Class = AccountClass.Strategic;
        foreach (var below in accounts.Skip(1).Cast<Account>()) below.ParentId = accounts[0].Id;
        await tenant.SaveAsync(accounts);
        var (account, day) = (accounts[0].Id, DateOnly.FromDateTime(now));
        var contacts = Many(i => new Contact { Name = $"Person {i}", Email = $"person{i}@quay.example", OwnerId = Owner(i), AccountId = account });
        var deals = Many(i => new Opportunity { Name = $"Crane {i}", OwnerId = Owner(i), AccountId = account, StageId = stages[i % stages.Count].Id, End = stages[i % stages.Count].End, Amount = 100 + i, Currency = "EUR", CloseOn = day.AddDays(i - 5), StageSince = now });
        ((Opportunity)deals[0]).PriceListId = lists[0].Id;
        await tenant.SaveAsync([.. contacts, .. deals]);
        var deal = deals[0].Id;
        var tasks = Many(i => new Todo { Title = $"Call {i}", OwnerId = i % 2 == 0 ? manager.Id : Owner(i), AccountId = account, DueOn = day.AddDays(-1), AboutKind = Funnel.Kinds.Opportunity, AboutId = deal });
        await tenant.SaveAsync([.. tasks, .. Many(i => new Interaction { Kind = InteractionKind.Call, OwnerId = Owner(i), Text = "They wait", OccurredAt = now.AddDays(-i), AccountId = account, ContactId = contacts[0].Id, AboutKind = Funnel.Kinds.Opportunity, AboutId = deal })]);
        await tenant.SaveAsync([.. Many(i => new Favour { AccountId = account, ContactId = contacts[i].Id, Kind = FavourKind.Lead, What = $"Lead {i}", On = day.AddDays(-i), OwnerId = Owner(i) })]);
        await tenant.SaveAsync([.. Enumerable.Range(0, 40).Select(i => new Ground { ContactId = contacts[0].Id, Kind = GroundKind.Sport, Text = $"Rowing {i}", Source = "Lunch", Consent = GroundConsent.TheyAgreed, AgreedOn = day, PersonId = manager.Id }), .. Enumerable.Range(0, 40).Select(i => new OwnInterest { PersonId = manager.Id, Text = $"Rowing {i}" })]);
        await tenant.SaveAsync([.. Many(i => new ConsentEntry { ContactId = contacts[0].Id, Channel = Channel.Mail, Purpose = Purpose.Newsletter, Topic = $"News {i}", IsGiven = true, Ground = LegalGround.Consent, On = day, RecordedAt = now, Way = ConsentWay.Form, Evidence = "Yes", PersonId = manager.Id }), .. Many(i => new Suppression { Fingerprint = $"{i:x64}", IsDomain = false, Value = $"no{i}@quay.example", Reason = SuppressionReason.Asked, On = day, PersonId = manager.Id }), .. Many(i => new SilentContact { ContactId = contacts[i].Id, FoundOn = day })]);
        var content = new AttachedContent { Hash = new string('a', 64), Bytes = 12_000, MediaType = "application/pdf", KeptAt = now };
        await tenant.SaveAsync(content);
        await tenant.SaveAsync([.. Many(i => new Attachment { ContentId = content.Id, Name = $"offer-{i}.pdf", AccountId = account, ContactId = contacts[0].Id, OwnerId = Owner(i), AddedOn = day })]);
        var placed = Many(i => new MapPerson { AccountId = account, ContactId = i % 2 == 0 ? contacts[i].Id : null, Placeholder = i % 2 == 0 ? null : $"Buyer {i}", Influence = Influence.Much, Stance = Stance.Supports, Evidence = "Asked for an offer", AsOf = day, SaidById = manager.Id });
        foreach (var below in placed.Skip(1).Cast<MapPerson>()) below.ReportsToId = placed[0].Id;
        await tenant.SaveAsync(placed);
        await tenant.SaveAsync([.. Enumerable.Range(1, size - 1).Select(i => new MapTie { AccountId = account, FromId = placed[0].Id, ToId = placed[i].Id, Kind = TieKind.Influences, Evidence = "They lunch", AsOf = day, SaidById = manager.Id }), .. Many(i => new MapPart { MapPersonId = placed[i].Id, OpportunityId = deal, Part = DealPart.User, Evidence = "It is their line", AsOf = day, SaidById = manager.Id })]);
        await tenant.SaveAsync([new PlanJudgement { OpportunityId = deal, Field = PlanField.Begun, On = day, SaidById = manager.Id }, .. Many(i => new PlanJudgement { OpportunityId = deal, MapPersonId = placed[i].Id, Field = PlanField.Stance, Value = 3, Text = "Asked for an offer", On = day.AddDays(-i % 90), SaidById = manager.Id }), .. Many(i => new PlanJudgement { OpportunityId = deal, MapPersonId = placed[i].Id, Field = PlanField.Gain, Text = "Goes home on time", On = day, SaidById = manager.Id })]);
        await tenant.SaveAsync([.. Enumerable.Range(0, 30).Select(i => new DealObjective { OpportunityId = deal, What = "Crane", Quantity = i + 1, Currency = "EUR", Place = "The north", On = day.AddDays(40), Because = "They asked for more", SaidOn = day, SaidById = manager.Id }), .. Enumerable.Range(0, 30).Select(i => new PlanStrength { OpportunityId = deal, Kind = StrengthKind.WhatWeSell, Text = $"Lifts {i} tons", MapPersonId = placed[0].Id, SoWhat = "One lift less", Proof = "Seen at Quay", On = day, SaidById = manager.Id })]);
        var feelings = Many(i => new PlanJudgement { OpportunityId = deal, Field = PlanField.Feeling, Value = 1 + i % 9, On = day.AddDays(-i), SaidById = manager.Id });
        await tenant.SaveAsync(feelings);
        await tenant.SaveAsync([.. Many(i => new PlanLook { OpportunityId = deal, On = day.AddDays(-i), SaidById = manager.Id, BeforeId = feelings[i].Id, AfterId = feelings[(i + 1) % size].Id, Came = "We know nobody", NextOn = day.AddDays(14 - i) })]);
        var lines = Enumerable.Range(0, Math.Min(size, 60)).Select(i => new PlanItem { AccountId = account, Kind = (PlanKind)(i % 10), Text = $"Line {i}", Evidence = "Seen at the fair", AsOf = day, SaidById = manager.Id, Rung = 2, Year = 2026, Amount = 100, Currency = "EUR" }).ToList();
        await tenant.SaveAsync([new AccountPlan { AccountId = account, Scope = "The north", Charter = "Both grow" }, .. lines, .. Enumerable.Range(0, 50).Select(i => new PlanReview { AccountId = account, HeldOn = day.AddDays(-i), WithCustomer = i == 0, Note = "We grew", Snapshot = """{"Scope":"The north","Items":[],"Players":[]}""", SaidById = manager.Id })]);
        var leads = Many(i => new Lead { Name = $"Caller {i}", OwnerId = Owner(i), Company = $"Quay {i}", Email = $"caller{i}@quay.example", Source = "Fair", CameOn = day, Status = LeadStatus.New });
        await tenant.SaveAsync(leads);
        await tenant.SaveAsync([.. Many(i => new ConsentEntry { LeadId = leads[0].Id, Channel = Channel.Phone, Purpose = Purpose.OneToOne, IsGiven = false, On = day, RecordedAt = now, Way = ConsentWay.Spoken, PersonId = manager.Id })]);
        await tenant.SaveAsync([.. Many(i => new Todo { Title = $"Ring {i}", OwnerId = Owner(i), AboutKind = Customers.Kinds.Lead, AboutId = leads[0].Id }), .. Many(i => new Interaction { Kind = InteractionKind.Call, OwnerId = Owner(i), OccurredAt = now.AddDays(-i), AboutKind = Customers.Kinds.Lead, AboutId = leads[0].Id })]);
        // More of them wait for the manager than a page of a list holds; cases likewise.
        await tenant.SaveAsync([.. Many(i => new Customers.Service.Tip { AccountId = account, Heard = $"Crane {i}", HeardOn = day.AddDays(-i), OwnerId = Owner(i), ToId = manager.Id, State = i % 8 > 0 ? Customers.Service.TipState.Waiting : Customers.Service.TipState.Accepted, OpportunityId = i % 8 > 0 ? null : deals[i].Id })]);
        var survey = new ServiceSurvey { Name = "Talking", SkillOne = "Clear", SkillTwo = "Kept at it", TrainedOn = day, AsksOpen = true, SaidById = manager.Id };
        await ServeAsync(tenant, size, day, account, manager, sellers, contacts[0].Id, survey);
        var captured = await CapturedThings.PlantAsync(manager, account, contacts[0].Id, "Quay", size);
        var pairs = Enumerable.Range(1, size - 1).Select(i => new DuplicatePair { Kind = Customers.Kinds.Account, FirstId = accounts[0].Id, SecondId = accounts[i].Id, Score = 80, Signs = "SameName:70 SamePlace:10", FoundAt = now }).ToList();
        await tenant.SaveAsync([.. pairs]);
        var signals = Many(i => new Signal { AccountId = account, Kind = SignalKind.Hiring, On = day.AddDays(-i), OwnerId = Owner(i), FollowUpId = tasks[i].Id, Note = "Ten drivers wanted" });
        await tenant.SaveAsync([.. Many(i => new Position { ContactId = contacts[i].Id, AccountId = account, Title = "Buyer", To = day.AddDays(-i) }), .. Many(i => new Position { ContactId = contacts[0].Id, AccountId = accounts[i].Id })]);
        await tenant.SaveAsync([.. sellers.Select(s => new AccountMember { AccountId = account, PersonId = s.Id, Function = "Support" })]);
        var steps = Enumerable.Range(0, Math.Min(size, 30)).Select(i => new AccountStep { Class = AccountClass.Strategic, Name = $"Step {i}", Position = i, Function = "Service" }).ToList();
        await tenant.SaveAsync([.. steps, .. steps.Select(s => new StepDone { AccountId = account, StepId = s.Id, DoneOn = day, PersonId = manager.Id })]);
        await tenant.SaveAsync([.. signals, .. Many(i => new DeskNote { AccountId = account, Agenda = $"Depot {i}", Problem = "Room", AskedOn = day.AddDays(-i), OwnerId = Owner(i) })]);
        var requests = Many(i => new HelpRequest { OwnerId = i % 4 == 2 ? manager.Id : Owner(i), Kind = i % 4 == 1 ? HelpKind.Rescue : HelpKind.Expert, What = $"A crane {i}", OpportunityId = deal, AccountId = account, ToPersonId = i % 4 == 0 ? manager.Id : null, DepartmentId = team, Anybody = i % 4 != 0, State = i % 4 == 3 ? HelpState.Done : HelpState.Waiting, HelperId = i % 4 == 3 ? manager.Id : null, AskedAt = now.AddDays(-i), AllocatedAt = i % 4 == 3 ? now.AddDays(-i) : null, Currency = "EUR" });
        await tenant.SaveAsync([.. requests, .. Many(i => new Expertise { OwnerId = Owner(i), Topic = $"Quay {i}", Free = HelpFree.Now })]);
        var contracts = Many(i => new Contract { AccountId = account, OwnerId = Owner(i), Name = $"Gates {i}", DealId = deal, StartsOn = day.AddDays(-i), TermFrom = day.AddDays(-i), EndsOn = day.AddDays(90 + i), NoticeDays = 30, Recurring = 1_000 + i, Every = ContractEvery.Month, Currency = "EUR" });
        await tenant.SaveAsync(contracts);
        await tenant.SaveAsync([new Contract { AccountId = account, OwnerId = manager.Id, Name = "Gates, again", FollowsId = contracts[0].Id, StartsOn = day.AddDays(91), TermFrom = day.AddDays(91), Every = ContractEvery.Year, Currency = "EUR" }, .. Many(i => new ContractRenewal { ContractId = contracts[0].Id, OpportunityId = deals[i].Id, TermEndsOn = day.AddDays(90 - i) })]);
        var editions = Enumerable.Range(0, 20).Select(i => new CharterEdition { Situation = (CharterSituation)(i % 5), Number = 1 + i / 5, LeaderId = manager.Id, Objective = "One voice", Principles = "The customer first", Behaviours = "Calls before writing", Balance = 4, SaidOn = day }).ToList();
        await tenant.SaveAsync([.. editions]);
        await tenant.SaveAsync([.. Enumerable.Range(1, 6).Select(i => new JourneyEdition { Number = i, LeaderId = manager.Id, Steps = "Asks\nBuys", Goal = 900_000, Currency = "EUR", GoalBy = day.AddDays(90), SaidOn = day, SalesId = manager.Id, SalesSignedOn = day, MarketingId = sellers[0].Id, MarketingSignedOn = i == 6 ? null : day })]);
        await tenant.SaveAsync([.. sellers.Select(s => new CharterAgreement { EditionId = editions[0].Id, PersonId = s.Id, AcknowledgedOn = day })]);
        var link = new SharedLink { OpportunityId = deal, Shelf = 1, SecretHash = [1, 2, 3], MadeById = manager.Id, Until = day.AddDays(90) };
        var shared = Enumerable.Range(0, Math.Min(size, 40)).Select(i => new SharedStep { OpportunityId = deal, Title = $"Step {i}", Side = (SharedSide)(i % 2), DueOn = day.AddDays(i), ForId = contacts[i].Id }).ToList();
        await tenant.SaveAsync([new SharedPlan { OpportunityId = deal, Aim = "No truck waits" }, link, .. shared]);
        await tenant.SaveAsync([.. Enumerable.Range(0, 60).Select(i => new SharedOpening { SharedLinkId = link.Id, On = day.AddDays(-i), Times = 2 }), .. Many(i => new SharedSaying { OpportunityId = deal, SharedStepId = shared[i % shared.Count].Id, Did = (SharedAct)(i % 4), What = "Step", Name = "Lotte", Text = "We wait", At = now.AddHours(-i) })]);
        var aim = await tenant.InDb(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Rows<DealObjective>()));
        await tenant.SaveAsync(new Share { Kind = Funnel.Kinds.Opportunity, RowId = deal, PersonId = manager.Id, Level = AccessLevel.Edit });
        await tenant.SaveAsync([.. sellers.SelectMany(s => new Entity[] { new StrategyRead { OpportunityId = deal, PersonId = s.Id, ObjectiveId = aim.Id, ReadOn = day }, new Share { Kind = Funnel.Kinds.Opportunity, RowId = deal, PersonId = s.Id, Level = AccessLevel.Read, Function = "Prices" } })]);
        return new Floor(manager, await tenant.PersonAsync(Role.Admin, "Ines Castro"), account, contacts[0].Id, deal, tasks[0].Id, signals[0].Id, leads[0].Id, placed[0].Id, lines[0].Id, lists[0].Id, captured, survey.Id, pairs[0].Id, await OwnAsync()) { Process = process.Id, Request = requests[0].Id, Worksheet = await OddsAsync(), Contract = contracts[0].Id, ProcessSteps = [asked[0].Id, asked[2].Id, second.Id] };

        // Disagreements the manager works on, and matters between departments.
        async Task<Guid> OddsAsync()
        {
            var (sheets, turf) = (Many(_ => new Worksheet { AuthorId = manager.Id, MediatorId = sellers[0].Id }).Cast<Worksheet>().ToList(), Many(i => new TurfCase { OwnerId = manager.Id, FirstTeamId = team, SecondTeamId = team, Issue = $"Berth {i}", State = TurfState.Open }));
            await tenant.InDb((db, services) =>
            {
                foreach (var sheet in sheets)
                    sheet.Close(tenant.Id, services.GetRequiredService<PrivateKeeper>(), new() { Issue = "Who loads first", PersonId = sellers[0].Id, TeamId = null, OpenedOn = day, Gestures = [.. Enumerable.Range(0, Math.Min(size, 200)).Select(i => new Gesture { Id = Guid.CreateVersion7(), Rung = Ladder.Coffee, Size = 3, On = day.AddDays(-i), Response = Response.Toward, RespondedOn = day })] });
                db.AddRange(sheets);
                db.AddRange(turf);
                return db.SaveChangesAsync();
            });
            return sheets[0].Id;
        }

        // Records of an own object, all leading to the account.
        async Task<Guid> OwnAsync()
        {
            var own = new CustomObject { Key = "berths", Singular = "Berth", Plural = "Berths", Position = 1 };
            await tenant.SaveAsync(own, new CustomField { Kind = own.Kind, Key = "account", Label = "Account", Type = CustomFieldType.Link, LinkKind = Customers.Kinds.Account, Position = 1 }, new CustomField { Kind = own.Kind, Key = "state", Label = "State", Type = CustomFieldType.Choice, Options = "Free\nTaken", Position = 2 });
            var records = Many(i => new ObjectRecord { ObjectKey = own.Key, Name = $"Berth {i}", OwnerId = Owner(i), CustomFields = $$"""{"account":"{{account}}","state":"Free"}""" });
            await tenant.SaveAsync(records);
            return records[0].Id;
        }

        Guid Owner(int i) => sellers[i % sellers.Count].Id;

        Entity[] Many(Func<int, Entity> make) => [.. Enumerable.Range(0, size).Select(make)];
    }

    // What service has: cases with their ratings, what coaches saw, rules and what was paid by them, questions of credit, a survey.
    private static async Task ServeAsync(TestTenant tenant, int size, DateOnly day, Guid account, TestViewer manager, List<TestViewer> people, Guid contact, ServiceSurvey survey)
    {
        var tips = await tenant.InDb(async db => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Rows<Customers.Service.Tip>()));
        var (rule, payout) = (new RewardRule { Fact = RewardFact.GoodRating, Points = 1, From = day.AddYears(-1) }, new RewardPayout { PersonId = people[0].Id, Month = day.AddMonths(-1), Points = size, Currency = "EUR", PaidOn = day, SaidById = manager.Id });
        await tenant.SaveAsync([rule, payout, survey, new Customers.Service.ServiceTerms { From = day.AddYears(-1), PointWorth = 100, SkillOne = "Clear", SkillTwo = "Kept at it", SaidById = manager.Id }]);
        await tenant.SaveAsync(
        [
            .. Enumerable.Range(0, size).Select(i => new ServiceCase { AccountId = account, ContactId = contact, Subject = $"Jam {i}", OwnerId = i % 8 > 0 ? manager.Id : people[i % people.Count].Id, OpenedOn = day.AddDays(-i % 200), SolvedOn = day, Rating = i % 5 == 0 ? CaseRating.Bad : CaseRating.Good, RatedOn = day.AddDays(-i % 200), RatedById = Guid.Empty, AskedForId = i % 4 == 0 ? people[0].Id : null }),
            .. Enumerable.Range(0, size).Select(i => new ServiceObservation { OwnerId = i % 3 == 0 ? manager.Id : people[i % people.Count].Id, ObserverId = manager.Id, On = day.AddDays(-i % 200), NextStep = Seen.Yes, Widened = Seen.No, Knowledge = 4, Skill = 3, Note = "Asked well" }),
            .. Enumerable.Range(0, size).Select(i => new RewardLine { PayoutId = payout.Id, PersonId = people[0].Id, Fact = RewardFact.GoodRating, FactId = Guid.CreateVersion7(), RuleId = rule.Id, On = day, Points = 1 }),
            .. tips.Where(t => t.State is Customers.Service.TipState.Accepted).Select(t => new TipDispute { TipId = t.Id, RaisedById = manager.Id, Says = "I heard it", RaisedOn = day }),
            .. Enumerable.Range(0, size).Select(i => new SurveyAnswer { SurveyId = survey.Id, IsAfter = i % 2 == 0, One = 4, Two = 3, Open = "Quick" }), new SurveyLink { SurveyId = survey.Id, IsAfter = true, SecretHash = [1, 2, 3], Until = day },
        ]);
    }
}
