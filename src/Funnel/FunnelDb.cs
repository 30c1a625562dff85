using Coxswain.Customers;
using Coxswain.Funnel.Charter;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel;

/// <summary>The object kinds that access rules, events and search speak of.</summary>
public static class Kinds
{
    public const string Opportunity = "opportunity", OpportunityLine = "opportunity-line", Stage = "stage", Product = "product", PriceList = "price-list", ListedPrice = "listed-price", StageEvidence = "stage-evidence", MoveNote = "move-note", Process = "process", ProcessStep = "process-step", ProcessEdition = "process-edition", LessonMeeting = "lesson-meeting", Lesson = "lesson", ForecastCall = "forecast-call", SalesTarget = "sales-target",
        PlanJudgement = "plan-judgement", DealObjective = "deal-objective", PlanStrength = "plan-strength", PlanLook = "plan-look";
    public const string DealIssue = "deal-issue", Proposal = "proposal", TalkRating = "talk-rating", DealReview = "deal-review", ReviewCode = "review-code", ReviewCriterion = "review-criterion", MeetingPlan = "meeting-plan", MeetingLine = "meeting-line", Debrief = "debrief", DebriefChange = "debrief-change", Rule = "rule";
    public const string FitProfile = "fit-profile", FitCriterion = "fit-criterion", FitAnswer = "fit-answer", PursuitSaying = "pursuit-saying", PursuitDecision = "pursuit-decision";

    public const string Negotiation = "negotiation", PriceAnchor = "price-anchor", Concession = "concession", SeenSign = "seen-sign", WalkAway = "walk-away", ValueItem = "value-item", Proof = "proof", Contract = "contract", ContractRenewal = "contract-renewal", DealAgreement = "deal-agreement", ClosingNeed = "closing-need";
    public const string HelpRequest = "help-request", Expertise = "expertise", StrategyRead = "strategy-read", DealFormation = "deal-formation", CharterEdition = "charter-edition", CharterAgreement = "charter-agreement", JourneyEdition = "journey-edition", TurfCase = "turf-case";
    public const string SharedPlan = "shared-plan", SharedStep = "shared-step", SharedSaying = "shared-saying", SharedLink = "shared-link";

    /// <summary>Figures about how somebody asks for agreements: seen by them and their line, changed by nobody.</summary>
    public const string ClosingFigures = "closing-figures";

    /// <summary>Figures about where somebody's effort goes: seen by them and their line, changed by nobody.</summary>
    public const string EffortFigures = "effort-figures";

    /// <summary>Figures about how somebody asks before they propose: seen by them and their line, changed by nobody.</summary>
    public const string IssueFigures = "issue-figures";
}

/// <summary>The module's doors to the database: already limited to what the viewer may see.</summary>
internal static class FunnelDb
{
    extension(AppDb db)
    {
        internal IQueryable<Opportunity> Opportunities => db.Rows<Opportunity>().Reached(db, Kinds.Opportunity);
        internal IQueryable<Stage> Stages => db.Rows<Stage>();
        internal IQueryable<Product> Products => db.Rows<Product>();
        internal IQueryable<PriceList> PriceLists => db.Rows<PriceList>();
        internal IQueryable<ListedPrice> ListedPrices => db.Rows<ListedPrice>();
        internal IQueryable<OpportunityLine> OpportunityLines => db.Rows<OpportunityLine>();
        internal IQueryable<StageEvidence> StageEvidence => db.Rows<StageEvidence>();
        internal IQueryable<SalesProcess> Processes => db.Rows<SalesProcess>();
        internal IQueryable<ProcessStep> ProcessSteps => db.Rows<ProcessStep>();
        internal IQueryable<ProcessEdition> ProcessEditions => db.Rows<ProcessEdition>();
        internal IQueryable<LessonMeeting> LessonMeetings => db.Rows<LessonMeeting>();
        internal IQueryable<Lesson> Lessons => db.Rows<Lesson>();
        internal IQueryable<MoveNote> MoveNotes => db.Rows<MoveNote>();
        internal IQueryable<PlanJudgement> PlanJudgements => db.Rows<PlanJudgement>();
        internal IQueryable<DealObjective> DealObjectives => db.Rows<DealObjective>();
        internal IQueryable<PlanStrength> PlanStrengths => db.Rows<PlanStrength>();
        internal IQueryable<Plans.Looks.PlanLook> PlanLooks => db.Rows<Plans.Looks.PlanLook>();
        internal IQueryable<Odds.PlanModel> PlanModels => db.Rows<Odds.PlanModel>();
        internal IQueryable<DealIssue> DealIssues => db.Rows<DealIssue>();
        internal IQueryable<Proposal> Proposals => db.Rows<Proposal>();
        internal IQueryable<TalkRating> TalkRatings => db.Rows<TalkRating>();
        internal IQueryable<DealReview> DealReviews => db.Rows<DealReview>();
        internal IQueryable<ReviewCriterion> ReviewCriteria => db.Rows<ReviewCriterion>();
        internal IQueryable<ReviewCode> ReviewCodes => db.Rows<ReviewCode>();
        internal IQueryable<MeetingPlan> MeetingPlans => db.Rows<MeetingPlan>();
        internal IQueryable<MeetingLine> MeetingLines => db.Rows<MeetingLine>();
        internal IQueryable<Debriefs.Debrief> Debriefs => db.Rows<Debriefs.Debrief>();
        internal IQueryable<Debriefs.DebriefChange> DebriefChanges => db.Rows<Debriefs.DebriefChange>();
        internal IQueryable<Rules.DealRule> DealRules => db.Rows<Rules.DealRule>();
        internal IQueryable<Rules.RuleFiring> RuleFirings => db.Rows<Rules.RuleFiring>();
        internal IQueryable<FitProfile> FitProfiles => db.Rows<FitProfile>();
        internal IQueryable<FitCriterion> FitCriteria => db.Rows<FitCriterion>();
        internal IQueryable<FitAnswer> FitAnswers => db.Rows<FitAnswer>();
        internal IQueryable<PursuitSaying> PursuitSayings => db.Rows<PursuitSaying>();
        internal IQueryable<PursuitDecision> PursuitDecisions => db.Rows<PursuitDecision>();
        internal IQueryable<DealNegotiation> Negotiations => db.Rows<DealNegotiation>();
        internal IQueryable<PriceAnchor> PriceAnchors => db.Rows<PriceAnchor>();
        internal IQueryable<Concession> Concessions => db.Rows<Concession>();
        internal IQueryable<DiscountTold> DiscountsTold => db.Rows<DiscountTold>();
        internal IQueryable<SeenSign> SeenSigns => db.Rows<SeenSign>();
        internal IQueryable<ValueItem> ValueItems => db.Rows<ValueItem>();
        internal IQueryable<Proof> Proofs => db.Rows<Proof>();
        internal IQueryable<Contract> Contracts => db.Rows<Contract>().Reached(db, Kinds.Contract).OnSeenAccounts(db, Kinds.Contract);
        internal IQueryable<Agreements.DealAgreement> DealAgreements => db.Rows<Agreements.DealAgreement>();
        internal IQueryable<Agreements.ClosingNeed> ClosingNeeds => db.Rows<Agreements.ClosingNeed>();
        internal IQueryable<ContractRenewal> ContractRenewals => db.Rows<ContractRenewal>();
        internal IQueryable<WalkAway> WalkAways => db.Rows<WalkAway>();
        internal IQueryable<DealFormation> DealFormations => db.Rows<DealFormation>();
        internal IQueryable<StrategyRead> StrategyReads => db.Rows<StrategyRead>();
        internal IQueryable<CharterEdition> CharterEditions => db.Rows<CharterEdition>();
        internal IQueryable<CharterAgreement> CharterAgreements => db.Rows<CharterAgreement>();
        internal IQueryable<JourneyEdition> JourneyEditions => db.Rows<JourneyEdition>();
        internal IQueryable<SharedPlan> SharedPlans => db.Rows<SharedPlan>();
        internal IQueryable<SharedStep> SharedSteps => db.Rows<SharedStep>();
        internal IQueryable<SharedSaying> SharedSayings => db.Rows<SharedSaying>();
        internal IQueryable<SharedLink> SharedLinks => db.Rows<SharedLink>();
        internal IQueryable<SharedOpening> SharedOpenings => db.Rows<SharedOpening>();
        internal IQueryable<Expertise> Experts => db.Rows<Expertise>();

        /// <summary>Worksheets the viewer wrote, and those somebody let them read: no role reaches another's.</summary>
        internal IQueryable<Worksheet> Worksheets => Sheets.ReadBy(db);

        /// <summary>What stands between departments, for leaders.</summary>
        internal IQueryable<TurfCase> TurfCases => db.Rows<TurfCase>().Reached(db, Kinds.TurfCase);

        /// <summary>Requests for help, as far as the viewer has a part in them or may step in.</summary>
        internal IQueryable<HelpRequest> HelpRequests => HelpSight.Of(db, db.Rows<HelpRequest>());
        internal IQueryable<OpportunityState> OpportunityStates => db.Rows<OpportunityState>();

        /// <summary>The intervals of the opportunities the viewer may see, as we believe them now.</summary>
        internal IQueryable<OpportunityState> BelievedStates
        {
            get
            {
                var (believed, deals) = (db.OpportunityStates.Where(s => s.SupersededAt == null), db.RowsWithRemoved<Opportunity>());
                if (!db.Reaches.For(Kinds.Opportunity, AccessLevel.Read).Everyone)
                {
                    var reached = deals.Reached(db, Kinds.Opportunity).Select(o => o.Id);
                    believed = believed.Where(s => reached.Contains(s.OpportunityId));
                }
                var removed = deals.Where(o => o.RemovedAt != null).Select(o => o.Id);
                // Few are removed: SQLite gathers them once instead of looking each deal up. PostgreSQL does as well of itself, and would ask a long list again and again.
                return db.Engine is Engine.Sqlite ? believed.Where(s => !removed.Contains(s.OpportunityId)) : believed.Where(s => !removed.Any(id => id == s.OpportunityId));
            }
        }

        /// <summary>Those that were true at an instant.</summary>
        internal IQueryable<OpportunityState> StatesAt(DateTime at)
        {
            var buckets = IntervalBucket.Holding(at);
            return db.BelievedStates.Where(s => buckets.Contains(s.Bucket) && s.From <= at && (s.To == null || s.To > at));
        }
    }
}
