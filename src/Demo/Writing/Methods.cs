using Coxswain.Demo.Inventing;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>The processes by which the company sells: the standard one, and one for large deals that was sharpened after a lesson.</summary>
internal sealed class Methods
{
    /// <summary>From here on, in minor units, a deal goes by the process for large ones.</summary>
    public const long Large = 60_000_00;

    // What customers do in large deals beside what the stages say, by stage, and the edition that brought it.
    private static readonly (int Stage, string Act, bool IsBinding, int From, string Shown)[] More =
    [
        (1, "Named what it costs them", false, 1, "“Eleven thousand a week, and that is the quiet season”"), (2, "Brought their finance to the table", false, 1, "Their controller sat in and asked about the second year"), (2, "Said who else has to agree", false, 2, "Sent us the names and the order they are asked in"),
        (3, Tried, false, 2, "Ran last March through it and sent the result around"), (4, "Agreed on a day to begin", true, 1, "Wrote the first Monday of the quarter into their plan"),
    ];

    // The one that those who sign have taken: the lesson the second edition came from.
    private const string Tried = "Tried it on their own figures";

    private readonly ILookup<(Guid Process, int Stage), (ProcessStep Step, string? Shown)> _steps;
    private readonly DateOnly _learned;
    private readonly Guid _standard;

    public Methods(CompanyPlan plan, IReadOnlyList<Stage> stages, Guid leader)
    {
        var chance = new Chance(plan.Seed, -53);
        var (began, learned) = (plan.Morning(plan.Began), plan.Morning(plan.Began.AddDays((plan.Until.DayNumber - plan.Began.DayNumber) / 2)));
        var standard = new SalesProcess { Id = chance.Key(began), Name = "Standard", Position = 1, IsStandard = true };
        var large = new SalesProcess { Id = chance.Key(began), Name = "Large deals", Position = 2, IsStandard = false, FromAmount = Large };
        var open = stages.Where(s => s.End is Coxswain.Funnel.StageEnd.Open).ToList();
        ProcessStep Step(SalesProcess of, int stage, int position, string act, bool binding, int from, ProcessStep? taken = null) => new() { Id = chance.Key(from == 1 ? began : learned), ProcessId = of.Id, StageId = open[stage].Id, Position = position, Act = act, IsBinding = binding, From = from, FollowsId = taken?.Id, IsOfStage = position == 1 };
        ProcessEdition Edition(SalesProcess of, int number, DateTime at, string because) => new() { Id = chance.Key(at), ProcessId = of.Id, Number = number, InForceAt = at, TakesRunning = true, Because = because, SaidById = leader };
        var held = new LessonMeeting { Id = chance.Key(plan.Morning(plan.Until.AddDays(-70))), HeldOn = plan.Until.AddDays(-70), NextOn = plan.Until.AddDays(20), SaidById = leader };
        Lesson Learned(string what, LessonVerdict verdict) => new() { Id = chance.Key(plan.Morning(held.HeldOn)), MeetingId = held.Id, What = what, Verdict = verdict, SaidById = leader };
        (LargeId, _standard, _learned) = (large.Id, standard.Id, DateOnly.FromDateTime(learned));
        var usual = open.Select((s, i) => (Stage: i, Step: Step(standard, i, 1, s.CustomerAct!, false, 1))).ToList();
        var taken = usual.Select(u => (u.Stage, Step: Step(large, u.Stage, 1, u.Step.Act!, false, 1, u.Step))).ToList();
        var more = More.Select((m, i) => (m.Stage, Step: Step(large, m.Stage, 2 + i, m.Act, m.IsBinding, m.From), m.Shown)).ToList();
        _steps = usual.Concat(taken).Select(s => (s.Stage, s.Step, Shown: (string?)null)).Concat(more.Select(m => (m.Stage, m.Step, Shown: (string?)m.Shown))).ToLookup(s => (s.Step.ProcessId, s.Stage), s => (s.Step, s.Shown));
        Rows =
        [
            standard, large, held, Learned("Nobody who met our service people left before the offer: bring them along.", LessonVerdict.Adopted), Learned("A price before the second talk is asked for, and harms nothing we can see.", LessonVerdict.Left), Edition(standard, 1, began, "What we did when we won"), Edition(large, 1, began, "Large ones were lost to people we never met"), Edition(large, 2, learned, "Those who tried it on their own figures signed"),
            .. usual.Concat(taken).Select(s => s.Step), .. more.Select(m => m.Step),
        ];
    }

    public IReadOnlyList<Entity> Rows { get; }

    public Guid LargeId { get; }

    /// <summary>The step that a process took from a stage, which is counted from 0.</summary>
    public Guid StepOf(Guid? process, int stage) => _steps[(process ?? _standard, stage)].First().Step.Id;

    /// <summary>The further steps that a process asks for there on a day.</summary>
    public IEnumerable<FurtherStep> FurtherOf(Guid? process, int stage, DateOnly on) =>
        _steps[(process ?? _standard, stage)].Where(s => s.Shown is not null && (s.Step.From == 1 || on >= _learned)).Select(s => new FurtherStep(s.Step.Id, s.Step.Act!, s.Shown!, s.Step.IsBinding, s.Step.Act == Tried));
}

/// <summary>What customers do in a stage of a large deal beside what the stage says.</summary>
/// <param name="Id">The step.</param>
/// <param name="Act">What they do.</param>
/// <param name="Shown">What shows it.</param>
/// <param name="IsBinding">No deal goes on without it.</param>
/// <param name="IsTelling">Deals that show it are won more often.</param>
internal sealed record FurtherStep(Guid Id, string Act, string Shown, bool IsBinding, bool IsTelling);
