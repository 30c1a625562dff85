using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Funnel;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Targets;
using Coxswain.Funnel.Value;
using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Testing;

/// <summary>A floor with what that lacks: something of every kind of record that is taken along, odd texts among it, and a real file.</summary>
public static class FullCompany
{
    public static readonly byte[] Offer = Encoding.ASCII.GetBytes("%PDF-1.7\nan offer\n");

    public static async Task<Floor> OfAsync(Host host, int size)
    {
        var floor = await Floor.OfAsync(host, size);
        var (tenant, now) = (floor.Manager.Tenant, host.Clock.GetUtcNow().UtcDateTime);
        var day = DateOnly.FromDateTime(now);
        var kept = host.Services.GetRequiredService<DataFolder>().FileOf(new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        await File.WriteAllBytesAsync(kept, Offer);
        var (product, team, seller) = await tenant.InDb(async db => (await db.Rows<Product>().Select(p => p.Id).FirstAsync(), await db.Rows<Team>().Select(t => t.Id).FirstAsync(), await db.Rows<Person>().OrderBy(p => p.Name).Select(p => p.Id).LastAsync()));
        await tenant.SaveAsync(new StageEvidence { OpportunityId = floor.Deal, StageId = await tenant.InDb(db => db.Rows<Stage>().OrderBy(s => s.Position).Select(s => s.Id).FirstAsync()), On = day.AddDays(-3), Text = "Sent us their figures" });
        var stages = await tenant.InDb(db => db.Rows<Stage>().OrderBy(s => s.Position).Select(s => s.Id).Take(2).ToListAsync());
        await tenant.SaveAsync(new MoveNote { OpportunityId = floor.Deal, FromStageId = stages[0], ToStageId = stages[1], Kind = MoveKind.Unshown, Without = "Noticed a problem", Reason = "They told us", IsStated = false, On = day.AddDays(-2), SaidById = floor.Manager.Id });
        var held = new LessonMeeting { HeldOn = day.AddDays(-9), NextOn = day.AddDays(80), SaidById = floor.Manager.Id };
        await tenant.SaveAsync(held);
        await tenant.SaveAsync(new Lesson { MeetingId = held.Id, What = "Ask for a day", Verdict = LessonVerdict.Adopted, SaidById = floor.Manager.Id });
        await tenant.SaveAsync(new DealIssue { OpportunityId = floor.Deal, Text = "Two hours at the gate", Level = TalkLevel.Thinking, UnderstoodOn = day.AddDays(-9), ConfirmedById = floor.Contact, ConfirmedOn = day.AddDays(-8) }, new Proposal { OpportunityId = floor.Deal, SentOn = day.AddDays(-9), Amount = 4_200, Currency = "EUR", SentById = floor.Manager.Id, Because = "They asked for it at the fair" });
        await tenant.SaveAsync(new TalkRating { OpportunityId = floor.Deal, InteractionId = await tenant.InDb(db => db.Rows<Interaction>().OrderBy(i => i.OccurredAt).ThenBy(i => i.Id).Select(i => i.Id).FirstAsync()), HeldById = seller, On = day.AddDays(-9), Level = TalkLevel.Market, Evidence = "=Others \"do\"\nthe same", SaidById = floor.Manager.Id });
        var review = new DealReview { OpportunityId = floor.Deal, Outcome = ReviewOutcome.Stalled, ReviewedOn = day, ReviewedById = floor.Manager.Id, Codes = "own-strike value unused", First = "own-strike", TheirWord = "=later", Lesson = "Call on\nthe engineer", LessonForId = seller, LessonState = LessonState.Open };
        await tenant.SaveAsync(new ReviewCode { Kind = ReviewCodeKind.Inhibitor, Key = "own-strike", Name = "A strike" }, review);
        await tenant.SaveAsync(new ReviewCriterion { OpportunityId = floor.Deal, ReviewId = review.Id, Criterion = "vision", Strength = CriterionStrength.Clear, Evidence = "=They drew \"it\"", Contributors = "Łotte,\nour engineer" });
        var rule = new DealRule { Where = "amount >= 1", Text = "=It is large", Why = "- So", Advice = "Look\nagain", TaskTitle = "Go", TaskDays = 2, Tells = RuleTells.Person, TellsId = seller };
        await tenant.SaveAsync(rule, new DealRule { Code = "opponent", OffBecause = "They are few" });
        await tenant.SaveAsync(new RuleFiring { RuleId = rule.Id, OpportunityId = floor.Deal, OfId = Guid.Empty, At = now, Did = RuleDid.Told, Failed = RuleDid.Nothing, ToldId = seller });
        var profile = new FitProfile { Number = 1, InForceOn = day.AddDays(-30), FitsFrom = 60, Because = "-we lost \"them\"", SaidById = floor.Manager.Id };
        var criterion = new FitCriterion { FitProfileId = profile.Id, Position = 1, Text = "=They act", Weight = 100 };
        await tenant.SaveAsync(profile);
        await tenant.SaveAsync(criterion);
        await tenant.SaveAsync(new FitAnswer { AccountId = floor.Account, FitCriterionId = criterion.Id, Said = FitSaid.Yes, Evidence = "Sent it\nthe same day", On = day.AddDays(-2), SaidById = seller }, new FitAnswer { LeadId = floor.Lead, FitCriterionId = criterion.Id, Said = FitSaid.No, Evidence = "=Hung \"up\"", On = day.AddDays(-1), SaidById = seller });
        await tenant.SaveAsync(new PursuitSaying { OpportunityId = floor.Deal, Field = PursuitField.Status, Value = 3, Evidence = "=Compare \"two\"", On = day.AddDays(-4), SaidById = seller });
        await tenant.SaveAsync(new PursuitDecision { OpportunityId = floor.Deal, Choice = PursuitChoice.Watch, Reason = "- they wait\nfor a day", StopRule = "=No answer", AgainOn = day.AddDays(20), On = day, SaidById = seller, Advised = PursuitChoice.Watch, AdvisedBy = "three-open", FitScore = 40, FitUnknown = 50, FitEdition = 1, Status = 3, RolesKnown = 1, Talks = 2, Minutes = 45, DaysOpen = 12 });
        await tenant.SaveAsync(new Expertise { OwnerId = seller, Topic = "=Cold stores", Free = HelpFree.AskFirst, FreeFrom = day.AddDays(3) }, new HelpRequest { OwnerId = floor.Manager.Id, Kind = HelpKind.Rescue, What = "- a pallet by five", OpportunityId = floor.Deal, AccountId = floor.Account, Minutes = 5, Away = 45, AwayInRush = 120, ToTeamId = team, DepartmentId = team, Anybody = true, State = HelpState.Done, AskedAt = now.AddHours(-9), RefusedById = floor.Admin.Id, RefusedAt = now.AddHours(-9), Refusal = HelpRefusal.Other, Because = "The gate\nis shut", HelperId = seller, AllocatedAt = now.AddHours(-8), IsRescued = true, ReleasedAt = now.AddHours(-7), Effect = HelpEffect.Decided, EffectSaid = "They \"signed\"", Spent = 50, Cost = 12_000, Currency = "EUR" });
        var meeting = new MeetingPlan { OpportunityId = floor.Deal, On = day.AddDays(3), StartsAt = new TimeOnly(9, 30), Place = "=Gate 2,\nleft", AgendaSentOn = day, Reason = "They see what others did", Best = "Their finance joins", BestBy = day.AddDays(9), Least = "- figures", LeastBy = day.AddDays(5), ObjectiveId = await tenant.InDb(db => db.Rows<DealObjective>().Where(o => o.OpportunityId == floor.Deal).Select(o => (Guid?)o.Id).FirstOrDefaultAsync()), Credibility = Credibility.Transferred, CredibilityNote = "=The planner\n\"next door\"", AgreedOn = day, AgreedHow = Agreed.InWriting };
        await tenant.SaveAsync(meeting);
        await tenant.SaveAsync(new MeetingLine { MeetingPlanId = meeting.Id, OpportunityId = floor.Deal, Kind = MeetingLineKind.Says, PersonId = seller, DealIssueId = await tenant.InDb(db => db.Rows<DealIssue>().Select(i => i.Id).FirstAsync()), Text = "=We know the gate", Proof = "- a plant" }, new MeetingLine { MeetingPlanId = meeting.Id, OpportunityId = floor.Deal, Kind = MeetingLineKind.Concern, Text = "What could\nyou lose?", Answer = "=\"Two\" Mondays" }, new MeetingLine { MeetingPlanId = meeting.Id, OpportunityId = floor.Deal, Kind = MeetingLineKind.New, Text = "Since when?", Unanswered = Unanswered.NotAsked }, new MeetingLine { MeetingPlanId = meeting.Id, OpportunityId = floor.Deal, Kind = MeetingLineKind.They, ContactId = floor.Contact, Text = "- wants \"nights\" off" }, new MeetingLine { MeetingPlanId = meeting.Id, OpportunityId = floor.Deal, Kind = MeetingLineKind.We, PersonId = seller, Text = "" });
        await tenant.SaveAsync(new DealAgreement { OpportunityId = floor.Deal, Text = "=Their finance\n\"joins\"", Rung = LadderRung.People, SaidOn = day.AddDays(-4), DueOn = day.AddDays(2), ById = floor.Contact, Way = "steps", Kept = true, KeptOn = day, SaidById = seller });
        await tenant.SaveAsync(new ClosingNeed { Role = Platform.Access.Role.Seller, Way = "steps" });
        await tenant.SaveAsync(new DealFormation { OpportunityId = floor.Deal, Forward = 3, OurStrength = "=The \"gate\"", OurWeakness = "- two of us", Opponent = "Portavia", TheirStrength = "Price,\nonly", Counter = "A visit", Condition = 4, WellBeing = 2, TeamSpirit = 5, SaidOn = day });
        var debrief = new Debrief { OpportunityId = floor.Deal, MeetingPlanId = meeting.Id, On = day.AddDays(-1), ToldOn = day, ToldById = seller, Step = StepGot.Other, Picture = PictureHeard.NotRaised, Heard = "=\"We sign\"\nsoon" };
        await tenant.SaveAsync(debrief);
        await tenant.SaveAsync(new DebriefChange { DebriefId = debrief.Id, OpportunityId = floor.Deal, Kind = ChangeKind.Judgement, Field = PlanField.Stance, MapPersonId = floor.MapPerson, Value = 3, Text = "=\"We sign\"\nsoon", Answer = ChangeAnswer.Left, AnsweredById = seller }, new DebriefChange { DebriefId = debrief.Id, OpportunityId = floor.Deal, Kind = ChangeKind.Confirmed, DealIssueId = await tenant.InDb(db => db.Rows<DealIssue>().Select(i => i.Id).FirstAsync()), ContactId = floor.Contact }, new DebriefChange { DebriefId = debrief.Id, OpportunityId = floor.Deal, Kind = ChangeKind.Step, Text = "- they call", DueOn = day.AddDays(4) }, new DebriefChange { DebriefId = debrief.Id, OpportunityId = floor.Deal, Kind = ChangeKind.Person, Part = Coxswain.Customers.Maps.DealPart.Evaluator, Text = "=Somebody\nof \"works\"" });
        await tenant.SaveAsync(new Todo { Title = "=Find out\nwho signs", OwnerId = seller, AccountId = floor.Account, ContactId = floor.Contact, AboutKind = Funnel.Kinds.Opportunity, AboutId = floor.Deal, AimsAt = "approver-unknown", Expected = "A \"name\"", Result = "- the board", DoneAt = now.AddDays(-1) });
        var felt = new PlanJudgement { OpportunityId = floor.Deal, Field = PlanField.Feeling, Value = 8, On = day, SaidById = seller };
        var feels = new PlanJudgement { OpportunityId = floor.Deal, Field = PlanField.Feeling, Value = 4, On = day, SaidById = seller };
        await tenant.SaveAsync(felt, feels);
        await tenant.SaveAsync(new PlanLook { OpportunityId = floor.Deal, On = day, SaidById = seller, BeforeId = felt.Id, AfterId = feels.Id, Came = "=We know\nnobody \"up there\"", NextOn = day.AddDays(14) });
        var stage = await tenant.InDb(db => db.Rows<Opportunity>().Where(o => o.Id == floor.Deal).Select(o => o.StageId).SingleAsync());
        await tenant.SaveAsync(new DealNegotiation { OpportunityId = floor.Deal, TheyKnow = true, HasAuthority = false, CounterpartId = floor.Contact, Since = day.AddDays(-20), ListPrice = 5_000, Currency = "EUR", PriceAnswer = "=50, and the gate is free" }, new PriceAnchor { OpportunityId = floor.Deal, Side = PriceSide.Theirs, Amount = 3_900, Currency = "EUR", On = day.AddDays(-19), Basis = "Last year's\nbudget", Learned = "They pay by yard" },
            new Concession { OpportunityId = floor.Deal, Give = "- a second yard", Get = "A \"reference\"", Percent = 2.5, Currency = "EUR", GrantedOn = day.AddDays(-5), StageId = stage, Because = "One set-up" }, new SeenSign { OpportunityId = floor.Deal, Sign = FailingSigns.Own, Text = "Their lawyer writes", On = day.AddDays(-4) });
        await tenant.SaveAsync(new DiscountTold { OpportunityId = floor.Deal, ConcessionId = await tenant.InDb(db => db.Rows<Concession>().Where(c => c.OpportunityId == floor.Deal).Select(c => c.Id).FirstAsync()), ToldId = floor.Manager.Id, At = now });
        var proof = new Proof { Claim = "Gates, run alone", AccountId = floor.Account, Measure = "=Hours at \"the gate\"", Before = "2", After = "- 1", Saving = 123_456, Currency = "EUR", Permission = ProofPermission.Yes, PermittedUntil = day.AddYears(1) };
        await tenant.SaveAsync(proof);
        await tenant.SaveAsync(new ValueItem { OpportunityId = floor.Deal, Capability = "Pallets\nplanned", Offered = 100_000, Needed = 45_000.5, Unit = "a month", ForId = floor.Contact, IsElsewhere = false, Worth = 9_000, Currency = "EUR", ProofId = proof.Id });
        var second = new Team { Name = "Yard" };
        await tenant.SaveAsync(second);
        await tenant.SaveAsync(new TurfCase { OwnerId = floor.Admin.Id, FirstTeamId = team, SecondTeamId = second.Id, Issue = "=Who loads\nfirst", Since = day.AddYears(-2), Action = "- both foremen meet", State = TurfState.Settled, SettledOn = day, Resolution = "=One \"list\"\nof gates" });
        await tenant.SaveAsync(new Contract { AccountId = floor.Account, OwnerId = seller, Name = "=Gates\nand \"scales\"", DealId = floor.Deal, FollowsId = floor.Contract, StartsOn = day.AddDays(-400), TermFrom = day.AddDays(-35), EndsOn = day.AddDays(330), RenewsMonths = 12, NoticeDays = 90, NoticeGivenOn = day.AddDays(-1), Recurring = 123_456, Every = ContractEvery.Quarter, OneOff = 7, Currency = "JPY" });
        var shared = new SharedStep { OpportunityId = floor.Deal, Title = "=Legal reads \"it\"", Side = SharedSide.Theirs, Who = "- Lotte", ForId = floor.Contact, DueOn = day.AddDays(9), StageId = stage, DoneOn = day, DoneBy = "Łotte,\nWeiß", IsDoneByThem = true };
        await tenant.SaveAsync(shared, new SharedPlan { OpportunityId = floor.Deal, Aim = "=No truck\nwaits", WantedOn = day.AddDays(90) });
        await tenant.SaveAsync(new SharedSaying { OpportunityId = floor.Deal, SharedStepId = shared.Id, Did = SharedAct.OtherDay, What = shared.Title, Name = "Łotte,\nWeiß", Text = "=Later", ProposedOn = day.AddDays(20), At = now.AddHours(-3), SeenAt = now }, new StageEvidence { OpportunityId = floor.Deal, StageId = stage, On = day, Text = shared.Title, SharedStepId = shared.Id });
        await tenant.InDb((db, services) =>
        {
            db.Add(WalkAways.Of(services.GetRequiredService<Platform.Outside.PrivateKeeper>(), tenant.Id, floor.Deal, new(3_500, "EUR", "They want our people", null), seller, seller, true, day));
            return db.SaveChangesAsync();
        });
        await tenant.SaveAsync(new OpportunityLine { OpportunityId = floor.Deal, ProductId = product, Quantity = 3, UnitPrice = 12_345 }, new Membership { PersonId = seller, TeamId = team, From = DateOnly.MinValue, To = day.AddDays(-3), RecordedAt = now },
            new SalesTarget { PersonId = seller, From = day, To = day.AddDays(30), Amount = 700_000, Currency = "EUR", Since = day, ById = floor.Manager.Id, At = now }, new ForecastCall { OwnerId = seller, ById = floor.Admin.Id, From = day, To = day.AddDays(30), Commit = 600_000, BestCase = 900_000, Currency = "EUR", Because = "Two are \"as good as\" signed", At = now },
            new WonTarget { From = day, To = day.AddDays(30), Amount = 1_000_000, Currency = "EUR" }, new ExchangeRate { Currency = "USD", On = day, Rate = 0.91 }, new CustomField { Kind = "account", Key = "budget", Label = "Budget", Type = CustomFieldType.Number, Position = 1 },
            new SavedView { Kind = "account", Name = "Ours", OwnerId = floor.Manager.Id, Audience = Audience.All, Path = "/accounts", Query = "?q=quay", Position = 1 }, new Team { Name = "Harbour", ParentId = team });
        await tenant.InDb(async db =>
        {
            var account = await db.Rows<Account>().SingleAsync(a => a.Id == floor.Account);
            (account.Description, account.CustomFields, account.Revenue, account.RevenueCurrency, account.City, account.SourceId) = ("=HYPERLINK(\"x\")\r\n- two lines\n", """{"budget":12.5}""", 1_234_567, "JPY", "n/a", "CRM-1");
            (await db.Rows<Opportunity>().SingleAsync(o => o.Id == floor.Deal)).Amount = 4_242;
            return await db.SaveChangesAsync();
        });
        await MergeAsync(floor, day);
        return floor;
    }

    // Two of each kind that were found to be one: what went has a name, an address and a key of its own.
    private static async Task MergeAsync(Floor floor, DateOnly day)
    {
        var owner = floor.Manager.Id;
        await PairAsync("account", new Account { Name = "Silo", OwnerId = owner, SourceId = "S-1" }, new Account { Name = "Elevator Ltd", OwnerId = owner, ParentId = floor.Account, Revenue = 9_900, RevenueCurrency = "EUR", SourceId = "S-2" });
        await PairAsync("contact", new Contact { Name = "Nora Pohl", Email = "nora@silo.example", OwnerId = owner, AccountId = floor.Account, SourceId = "P-1" }, new Contact { Name = "Eleonora P.", Email = "pohl@elevator.example", OwnerId = owner, AccountId = floor.Account, SourceId = "P-2" });
        await PairAsync("lead", new Lead { Name = "Ole Berg", Email = "ole@silo.example", OwnerId = owner, CameOn = day, Status = LeadStatus.Working, SourceId = "L-1" }, new Lead { Name = "Olaf B.", Email = "berg@elevator.example", OwnerId = owner, CameOn = day.AddDays(-9), Status = LeadStatus.New, SourceId = "L-2" });

        async Task PairAsync(string kind, Entity keep, Entity other)
        {
            await floor.Manager.Tenant.SaveAsync(keep, other);
            var pair = await (await floor.Admin.Program.PostAsJsonAsync("/api/duplicates", new { kind, of = keep.Id, other = $"{other.Id}" })).Content.ReadFromJsonAsync<JsonElement>();
            (await floor.Admin.Program.PostAsJsonAsync($"/api/duplicates/{pair.GetProperty("id").GetGuid()}/merges", new { keep = keep.Id, take = Array.Empty<string>() })).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Its team has everybody in it and is led by the manager.</summary>
    public static Task<Guid> LedAsync(Floor floor) => floor.Manager.Tenant.InDb(async db =>
    {
        var team = await db.Rows<Team>().OrderBy(t => t.Id).FirstAsync();
        team.ManagerId = floor.Manager.Id;
        foreach (var person in await db.Rows<Person>().ToListAsync()) person.TeamId = team.Id;
        await db.SaveChangesAsync();
        return team.Id;
    });

    /// <summary>How many teams there are that are not closed, and how many stages that are not retired.</summary>
    public static Task<(int Teams, int Stages)> OpenAsync(TestTenant tenant) => tenant.InDb(async db => (await db.Rows<Team>().CountAsync(t => t.ClosedOn == null), await db.Rows<Stage>().CountAsync(s => s.RetiredAt == null)));

    /// <summary>A deal in the first stage, so that the organisation is at work.</summary>
    public static Task DealAsync(TestViewer who) => who.Tenant.InDb(async db =>
    {
        db.Add(new Opportunity { Name = "Ours", OwnerId = who.Id, StageId = await db.Rows<Stage>().OrderBy(s => s.Position).Select(s => s.Id).FirstAsync(), End = StageEnd.Open, Currency = "EUR" });
        return await db.SaveChangesAsync();
    });
}
