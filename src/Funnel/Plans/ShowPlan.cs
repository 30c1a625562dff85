using Coxswain.Customers;
using Coxswain.Funnel.Odds;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Shows the whole plan of a deal, one person of it open where asked.</summary>
internal static class ShowPlan
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Whose card is open.</summary>
        public Guid? Person { get; init; }

        /// <summary>The committee whose card is open, where somebody was to be put into it.</summary>
        public Guid? Body { get; init; }

        /// <summary>The field that is asked on it.</summary>
        public PlanField? Field { get; init; }

        /// <summary>Its word, chosen already.</summary>
        public int? Value { get; init; }

        /// <summary>A past day to read it on; as it stands where nothing is said.</summary>
        public DateOnly? AsOf { get; init; }
    }

    public static async Task<Outcome<PlanPageView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var past = input.AsOf < standing.Day ? input.AsOf : null;
        if (past < deal.OpenedOn) return Outcome.Invalid(nameof(input.AsOf), T("This deal is known since {0}: choose that day or a later one.", DayText.Whole(deal.OpenedOn!.Value)));
        frame.AsOf = past is { } day ? DayNotice.Past(day, $"/opportunities/{deal.Id}/plan") : DayNotice.Of(standing);
        var plan = past is { } then ? await PastAsync(db, deal, then, ct) : await WithChanceAsync(db, await OfAsync(db, deal, standing.Day, ct), ct);
        var chosen = plan.Person(input.Person ?? input.Body);
        return new PlanPageView(plan, chosen, chosen is null ? null : input.Field, chosen is null ? null : input.Value, chosen is null || input.Field is not PlanField.CoveredBy ? [] : await OursAsync(db, ct))
        {
            IsPast = past is not null, Seats = chosen is { IsBody: true } body ? await db.SeatedAsync(body.Id, plan.Today, ct) : [], Contacts = chosen is { IsBody: true } && plan is { MayEdit: true, AccountId: { } account } ? await db.ContactChoicesAsync(account, ct) : [],
        };
    }

    public sealed record One
    {
        public Guid Id { get; init; }

        /// <summary>A past day to read it on; as it stands where nothing is said.</summary>
        public DateOnly? AsOf { get; init; }
    }

    /// <summary>The plan itself, as data.</summary>
    public static async Task<Outcome<DealPlan>> Read(One input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var read = await Form(input, db, clock, ct);
        return read.View is { } plan ? await WithChanceAsync(db, plan, ct) : read.No;
    }

    /// <summary>What a form around the plan needs of it.</summary>
    public static async Task<Outcome<DealPlan>> Form(One input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var day = (await Standing.ReadAsync(db, clock, ct)).Day;
        if (input.AsOf < deal.OpenedOn) return Outcome.Invalid(nameof(input.AsOf), T("This deal is known since {0}: choose that day or a later one.", DayText.Whole(deal.OpenedOn!.Value)));
        return input.AsOf is { } past && past < day ? await PastAsync(db, deal, past, ct) : await OfAsync(db, deal, day, ct);
    }

    // What rules found then is found anew among what was known then.
    private static async Task<DealPlan> PastAsync(AppDb db, OpportunityView deal, DateOnly day, CancellationToken ct)
    {
        var facts = (await KnownDeals.PastAsync(db, [deal.Id], Needed.Effort | Needed.Pursuit, ct))[0].At(day, isPast: true);
        var (rules, names) = (await RuleSet.ReadAsync(db, ct), (await PlanReading.NamesAsync(db, deal.Id, ct)).ToDictionary(n => n.Id));
        return facts.Plan with
        {
            Strengths = [.. (await PlanReading.StrengthsAsync(db, deal.Id, day, ct)).Where(s => PlanReading.WasThere(s.GoneAt, day))], Warnings = rules.Find(facts),
            // Rules need no more of it than whether it is clear; a reader wants all of it, and who said what.
            Objectives = [.. (await PlanReading.ObjectivesAsync(db, deal.Id, ct)).Where(o => facts.Plan.Objectives.Any(known => known.Id == o.Id))],
            Says = [.. facts.Plan.Says.Select(Named)], People = [.. facts.Plan.People.Select(p => p with { Says = [.. p.Says.Select(Named)] })],
        };

        PlanSaid Named(PlanSaid said) => names.TryGetValue(said.Id, out var of) ? said with { By = of.By, Who = of.Who } : said;
    }

    private static async Task<DealPlan> WithChanceAsync(AppDb db, DealPlan plan, CancellationToken ct) => plan with { Chance = await PlanChance.OfAsync(db, plan, ct) };

    private static async Task<DealPlan> OfAsync(AppDb db, OpportunityView deal, DateOnly day, CancellationToken ct)
    {
        var plan = await PlanReading.OfAsync(db, deal, day, await BesideAsync(db, deal, day, ct), ct);
        return plan with { Question = PlanQuestions.Next(plan, await PlanHistory.ReadAsync(db, deal.Currency, ct), deal.NextStep is not null) };
    }

    /// <summary>What stands elsewhere, with what only the rules ask for.</summary>
    internal static async Task<PlanBeside> BesideAsync(AppDb db, OpportunityView deal, DateOnly day, CancellationToken ct)
    {
        var effort = deal.AccountId is { } account ? await EffortReading.OneAsync(db, account, day, ct) : null;
        var pursuit = (await RuleSet.ReadAsync(db, ct)).Needs.HasFlag(Needed.Pursuit) ? await KnownPursuit.ReadAsync(db, [deal.Id], deal.AccountId is { } of ? [of] : [], ct) : null;
        return await PlanReading.BesideAsync(db, deal, day, ct) with { Effort = effort, Pursuit = pursuit };
    }

    // A key becomes text here and not in the database: SQLite keeps it as bytes.
    internal static async Task<IReadOnlyList<Choice>> OursAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere && p.Role != Role.Recruiter).OrderBy(p => p.FoldedName).Take(500).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

}

/// <summary>The page of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Chosen">Whose card is open.</param>
/// <param name="Field">The field that is asked on it.</param>
/// <param name="Value">Its word, chosen already.</param>
/// <param name="Ours">Who of us may look after somebody.</param>
public sealed record PlanPageView(DealPlan Plan, PlanPerson? Chosen, PlanField? Field, int? Value, IReadOnlyList<Choice> Ours)
{
    /// <summary>It is read as it was known on a past day.</summary>
    public bool IsPast { get; init; }

    /// <summary>Who sits in the committee whose card is open.</summary>
    public IReadOnlyList<DealSeat> Seats { get; init; } = [];

    /// <summary>Who could sit in it.</summary>
    public IReadOnlyList<Choice> Contacts { get; init; } = [];
}
