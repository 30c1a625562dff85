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
    private static readonly (int Stage, string Act, bool IsBinding, int From)[] More =
    [
        (1, "Named what it costs them", false, 1), (2, "Brought their finance to the table", false, 1), (2, "Said who else has to agree", false, 2), (3, "Tried it on their own figures", false, 2), (4, "Agreed on a day to begin", true, 1),
    ];

    public Methods(CompanyPlan plan, IReadOnlyList<Stage> stages, Guid leader)
    {
        var chance = new Chance(plan.Seed, -53);
        var (began, learned) = (plan.Morning(plan.Began), plan.Morning(plan.Began.AddDays((plan.Until.DayNumber - plan.Began.DayNumber) / 2)));
        var standard = new SalesProcess { Id = chance.Key(began), Name = "Standard", Position = 1, IsStandard = true };
        var large = new SalesProcess { Id = chance.Key(began), Name = "Large deals", Position = 2, IsStandard = false, FromAmount = Large };
        var open = stages.Where(s => s.End is Coxswain.Funnel.StageEnd.Open).ToList();
        ProcessStep Step(SalesProcess of, int stage, int position, string act, bool binding, int from) => new() { Id = chance.Key(from == 1 ? began : learned), ProcessId = of.Id, StageId = open[stage].Id, Position = position, Act = act, IsBinding = binding, From = from };
        ProcessEdition Edition(SalesProcess of, int number, DateTime at, string because) => new() { Id = chance.Key(at), ProcessId = of.Id, Number = number, InForceAt = at, TakesRunning = true, Because = because, SaidById = leader };
        var held = new LessonMeeting { Id = chance.Key(plan.Morning(plan.Until.AddDays(-70))), HeldOn = plan.Until.AddDays(-70), NextOn = plan.Until.AddDays(20), SaidById = leader };
        Lesson Learned(string what, LessonVerdict verdict) => new() { Id = chance.Key(plan.Morning(held.HeldOn)), MeetingId = held.Id, What = what, Verdict = verdict, SaidById = leader };
        LargeId = large.Id;
        Rows =
        [
            standard, large, held, Learned("Nobody who met our service people left before the offer: bring them along.", LessonVerdict.Adopted), Learned("A price before the second talk is asked for, and harms nothing we can see.", LessonVerdict.Left), Edition(standard, 1, began, "What we did when we won"), Edition(large, 1, began, "Large ones were lost to people we never met"), Edition(large, 2, learned, "Those who tried it on their own figures signed"),
            .. new[] { standard, large }.SelectMany(p => open.Select((s, i) => Step(p, i, 1, s.CustomerAct!, false, 1))), .. More.Select((m, i) => Step(large, m.Stage, 2 + i, m.Act, m.IsBinding, m.From)),
        ];
    }

    public IReadOnlyList<Entity> Rows { get; }

    public Guid LargeId { get; }
}
