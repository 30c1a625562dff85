using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Charter;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Targets;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Data;
using Coxswain.Platform.Privacy;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>What is kept about deals and who works on them.</summary>
internal sealed class FunnelProcessing : IProcessing
{
    public IReadOnlyList<Processing> Entries { get; } =
    [
        new(() => T("Deals and what follows from them"), About.OwnPeople, [typeof(Opportunity), typeof(OpportunityState), typeof(OpportunityLine), typeof(StageEvidence), typeof(MoveNote), typeof(Proposal), typeof(DealReview), typeof(RuleFiring), typeof(DiscountTold), typeof(PursuitDecision), typeof(StrategyRead), typeof(DealFormation)])
        {
            What = () => T("Whose deal it is, how it stood on which day, and the figures worked out from that."), Purpose = () => T("Winning deals, forecasting, and coaching"), Basis = () => T("the employment or service contract"), SeenBy = () => T("deals: sales; figures about a person: that person and their line"), Kept = () => T("as long as the deal"),
        },
        new(() => T("Stages, products and prices"), About.Nobody, [typeof(Stage), typeof(SalesProcess), typeof(ProcessStep), typeof(ProcessEdition), typeof(LessonMeeting), typeof(Lesson), typeof(Product), typeof(PriceList), typeof(ListedPrice), typeof(WonTarget), typeof(ReviewCode), typeof(ClosingNeed), typeof(DealRule), typeof(FitProfile), typeof(FitCriterion), typeof(Proof), typeof(Odds.PlanModel)]) { What = () => T("How selling is arranged; nothing about people.") },
        new(() => T("What is called for a period, and targets"), About.OwnPeople, [typeof(ForecastCall), typeof(SalesTarget)])
        {
            What = () => T("What somebody, or whoever they answer to, said they will win, when and why; and what they were to win."), Purpose = () => T("Winning deals, forecasting, and coaching"), Basis = () => T("the employment or service contract"), SeenBy = () => T("that person and their line; what others called only after giving a figure of one's own, until the period is over"), Kept = () => T("as long as the deals of that period"),
        },
        new(() => T("Plans of deals"), About.Both, [typeof(PlanJudgement), typeof(PlanStrength), typeof(DealObjective), typeof(Plans.Looks.PlanLook), typeof(MeetingPlan), typeof(MeetingLine), typeof(Debrief), typeof(DebriefChange)])
        {
            What = () => T("How those who decide stand to a deal, what they want and gain, each with what shows it and who of us said so."), Purpose = () => T("Preparing a sale with everybody who decides"), Basis = () => T("legitimate interest"), SeenBy = () => T("who sees the deal and the contact"), Kept = () => T("as long as the contact; a judgement ages and is asked again"),
        },
        new(() => T("Whether customers fit"), About.Outsiders, [typeof(FitAnswer), typeof(PursuitSaying)])
        {
            What = () => T("Whether an account is as the organisation wants its customers, and where it is in buying, with what they did or said that shows it."), Purpose = () => T("Choosing whom to sell to"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales"), Kept = () => T("as long as the account; words that name a contact until they are erased"),
        },
        new(() => T("Negotiations of deals"), About.Both, [typeof(DealNegotiation), typeof(PriceAnchor), typeof(Concession), typeof(SeenSign), typeof(WalkAway)])
        {
            What = () => T("Which contact a deal is negotiated with and whether they may decide, what was named and granted; where we walk away, closed, and who of us said it."), Purpose = () => T("Negotiating what helps both sides"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales; where we walk away: the deal's owner when it was said, whom they name or give the deal to, and their line where they say so"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("Requests for help, and who helps with what"), About.OwnPeople, [typeof(HelpRequest), typeof(Expertise)])
        {
            What = () => T("Who asked whom for what, who refused and why, who helped, what it cost and brought; what each of us says they help with."), Purpose = () => T("Bringing those who can help to a customer"), Basis = () => T("the employment or service contract"), SeenBy = () => T("who asked, who was asked, who helps, and their lines; everybody here while anybody may step in; counted by department, never by person"), Kept = () => T("as long as the deal"),
        },
        new(() => T("Disagreements somebody works on for themselves"), About.OwnPeople, [typeof(Worksheet)])
        {
            What = () => T("What one of us is at odds about, with whom, what they tried and what came back; closed with a key that no copy holds."), Purpose = () => T("Working together where people are pulled apart"), Basis = () => T("the employment or service contract"), SeenBy = () => T("whoever wrote it, and the one person they let"), Kept = () => T("until they take it away or leave"),
        },
        new(() => T("What stands between departments"), About.OwnPeople, [typeof(TurfCase)])
        {
            What = () => T("Which departments pull apart over what, what is done about it, and which leader sees to it."), Purpose = () => T("Working together where people are pulled apart"), Basis = () => T("the employment or service contract"), SeenBy = () => T("leaders and administrators"), Kept = () => T("as long as the organisation uses this"),
        },
        new(() => T("Charter of working together"), About.OwnPeople, [typeof(CharterEdition), typeof(CharterAgreement), typeof(JourneyEdition)])
        {
            What = () => T("What leaders expect of working together, who wrote it, who agreed to which edition, and who signed the customer's way for sales and for marketing."), Purpose = () => T("Working together where people are pulled apart"), Basis = () => T("the employment or service contract"), SeenBy = () => T("the charter: everybody; who agreed: that person; how many did: everybody"), Kept = () => T("as long as the organisation uses this"),
        },
        new(() => T("What customers need of what we offer"), About.Outsiders, [typeof(ValueItem)])
        {
            What = () => T("What we offer in a deal, how much of it they need and what it is worth to them, and which contact needs it."), Purpose = () => T("Proposing what helps"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("Contracts"), About.OwnPeople, [typeof(Contract), typeof(ContractRenewal)])
        {
            What = () => T("What an account agreed to pay, from when until when, and who of us looks after it."), Purpose = () => T("Keeping to what was agreed, and renewing it in time"), Basis = () => T("the employment or service contract"), SeenBy = () => T("sales"), Kept = () => T("as long as the account"),
        },
        new(() => T("Plans shared with customers"), About.Outsiders, [typeof(SharedPlan), typeof(SharedStep), typeof(SharedSaying)])
        {
            What = () => T("What both sides of a deal do by when, who of the customer does it, and what they ticked or said by a link, under the name they gave."), Purpose = () => T("Doing together what a customer buys for"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales, and whoever at the customer has the link"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("Links to shared plans"), About.OwnPeople, [typeof(SharedLink), typeof(SharedOpening)])
        {
            What = () => T("Who opened a plan to a customer until when, and on how many days it was opened: nothing of who opened it."), Purpose = () => T("Doing together what a customer buys for"), Basis = () => T("the employment or service contract"), SeenBy = () => T("whoever may change the deal"), Kept = () => T("as long as the deal"),
        },
        new(() => T("What customers agreed to"), About.Both, [typeof(DealAgreement)])
        {
            What = () => T("What a customer agreed to do on the way to a decision, which contact did, whether they kept it, and who of us asked for it how."), Purpose = () => T("Winning deals, forecasting, and coaching"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales; which way works for whom: that person and their line"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("What talks were about"), About.Both, [typeof(TalkRating)])
        {
            What = () => T("Whether a talk was about our product, about their market, or challenged their thinking, what was said that shows it, who held it and who of us says so."), Purpose = () => T("Winning deals, forecasting, and coaching"), Basis = () => T("the employment or service contract"), SeenBy = () => T("sales; what somebody's talks are about, counted: that person and their line"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("What made the difference in deals"), About.Both, [typeof(ReviewCriterion)])
        {
            What = () => T("What counted how strongly in a deal, what shows it, and who brought it about."), Purpose = () => T("Winning deals, forecasting, and coaching"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
        new(() => T("What customers want solved"), About.Outsiders, [typeof(DealIssue)])
        {
            What = () => T("What a customer wants solved by a deal, and which contact confirmed it when."), Purpose = () => T("Proposing what helps"), Basis = () => T("legitimate interest in selling to who wants to buy"), SeenBy = () => T("sales"), Kept = () => T("as long as the deal; the name until the contact is erased"),
        },
    ];
}

/// <summary>The deals of somebody who works here.</summary>
internal sealed class DealData(TimeProvider clock) : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Their deals"), (db, id) => db.Rows<Opportunity>().Where(o => o.OwnerId == id)),
        // What others called on them is theirs to read from when they would read it on the page.
        PersonRows.Simply(() => T("What was called for a period"), (db, id) => db.CallsOpenTo(db.Rows<ForecastCall>().Where(c => c.OwnerId == id || c.ById == id), id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1))),
        PersonRows.Simply(() => T("Targets"), (db, id) => db.Rows<SalesTarget>().Where(t => t.PersonId == id)),
        PersonRows.Simply(() => T("Reviews of deals they kept, or by which they are to change something"), (db, id) => db.DealReviews.Where(r => r.ReviewedById == id || r.LessonForId == id)),
        PersonRows.Simply(() => T("Plans of deals they looked through"), (db, id) => db.PlanLooks.Where(l => l.SaidById == id)),
        PersonRows.Simply(() => T("What rules told them"), (db, id) => db.RuleFirings.Where(f => f.ToldId == id)),
        PersonRows.Simply(() => T("Late discounts they were told of"), (db, id) => db.DiscountsTold.Where(t => t.ToldId == id)),
        PersonRows.Simply(() => T("What they told of meetings"), (db, id) => db.Debriefs.Where(d => d.ToldById == id)),
        PersonRows.Simply(() => T("What they are to say in meetings"), (db, id) => db.MeetingLines.Where(l => l.PersonId == id)),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(OpportunityState)] = "How their deals stood before; it follows from the history of the deals.",
        [typeof(OpportunityLine)] = "What is sold, not who sells it.",
        [typeof(PlanJudgement)] = "What is judged of customers; who of us said it is in the history.",
        [typeof(PlanStrength)] = "What we sell and how, not who sells it.",
        [typeof(DealObjective)] = "What is to be won, not who wins it.",
        [typeof(StageEvidence)] = "What a customer did or said, not who sells to them.",
        [typeof(LessonMeeting)] = "When the organisation looked at how it sells, and who wrote it down.",
        [typeof(Lesson)] = "What the organisation learned of how it sells: no fact of their own work.",
        [typeof(ProcessEdition)] = "How the organisation sells and who put it into force: no fact of their own work.",
        [typeof(MoveNote)] = "Why a deal moved: part of the deal's own history, which its owner reads on it.",
        [typeof(MeetingPlan)] = "What is wanted from a meeting with a customer; what each says there is given.",
        [typeof(DebriefChange)] = "What is proposed to change in what is judged of customers; who answered is in the history.",
        [typeof(DealRule)] = "How the organisation sells; whom a rule gives a deal or tells is part of that.",
        [typeof(PursuitSaying)] = "Where a customer is in buying; who of us said it is in the history.",
        [typeof(PursuitDecision)] = "What was decided of a deal: part of the deal's own history, which its owner reads on it.",
        [typeof(ReviewCriterion)] = "What counted in a deal, in words of whoever looked back; who said it is in the history.",
        [typeof(FitProfile)] = "Whom the organisation wants and who put it into force: no fact of their own work.",
        [typeof(FitAnswer)] = "What a customer is like, not who sells to them; who of us said it is in the history.",
        [typeof(DealFormation)] = "How a team goes into a deal: of the team, never of one of them.",
        [typeof(DealNegotiation)] = "How a deal is negotiated; whose deal it is stands with the deal.",
        [typeof(PriceAnchor)] = "What the price of a deal was said to be, not who works on it.",
        [typeof(Concession)] = "What one organisation grants another; who noted it is in the history.",
        [typeof(SeenSign)] = "How a negotiation goes, not how somebody works.",
        [typeof(WalkAway)] = "How far we go in a deal: whoever said it reads it on the deal, where no copy or export takes it along.",
        [typeof(SharedLink)] = "That a plan was opened to a customer stands in the history of the deal; the rest is secret.",
        [typeof(SharedOpening)] = "How often somebody at a customer opened a page; nothing of our people.",
        [typeof(Proposal)] = "What was offered to a customer; whose deal it was stands with the deal.",
    };
}
