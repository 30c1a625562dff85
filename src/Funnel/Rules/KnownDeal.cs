using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Rules;

/// <summary>What is known of a deal, from which its facts are worked out for a day: today, or any before where its whole past was read.</summary>
internal sealed record KnownDeal
{
    public required OpportunityView Deal { get; init; }
    public required Ways Ways { get; init; }

    /// <summary>What was judged, the latest first.</summary>
    public required IReadOnlyList<PlanSaid> Said { get; init; }
    public required IReadOnlyList<DealPerson> People { get; init; }
    public required IReadOnlyList<ObjectiveView> Objectives { get; init; }

    /// <summary>Tasks about it; those that are done only where the past was read.</summary>
    public required IReadOnlyList<TaskAbout> Tasks { get; init; }

    /// <summary>What the customer has shown.</summary>
    public required IReadOnlyList<StepLine> Shown { get; init; }

    /// <summary>What was decided and negotiated.</summary>
    public required DealBeyond Beyond { get; init; }

    /// <summary>How far the work on it is.</summary>
    public required DealWork Work { get; init; }

    /// <summary>A judgement of its plan older than so many days has aged.</summary>
    public required int StaleAfter { get; init; }

    /// <summary>How long own won deals took, as it is known now; null where the past was read.</summary>
    public StallRule? Times { get; init; }

    /// <summary>The same on days of the past, where that was read.</summary>
    public PastStallRules? PastTimes { get; init; }

    /// <summary>What was done for its customer and by them; null where nobody asked.</summary>
    public KnownEffort? Effort { get; init; }

    /// <summary>What was said of whether to go for it; null where nobody asked.</summary>
    public KnownPursuit? Pursuit { get; init; }

    /// <summary>Who of us was in touch with whom, among those who are to look after somebody; worked out of the touches where the past was read.</summary>
    public IReadOnlySet<(Guid Place, Guid Ours)>? InTouch { get; init; }

    /// <summary>Who sits in committees as it is now, where the past was read.</summary>
    public ILookup<Guid, (Guid Contact, DateOnly? Since)>? Seats { get; init; }

    /// <summary>How it stood, the earliest first. Only its decision days where the past was not read.</summary>
    public required IReadOnlyList<DealState> States { get; init; }

    /// <summary>When we were in touch about it, with its account, or with those who decide; the last time of each where the past was not read.</summary>
    public required IReadOnlyList<DealTouch> Touches { get; init; }

    /// <summary>Its facts on a day.</summary>
    /// <param name="day">Today, or a day of the past.</param>
    /// <param name="isPast">The whole past was read, and the day is one of it.</param>
    public RuleFacts At(DateOnly day, bool isPast = false)
    {
        var deal = isPast ? AsOf(day) : Deal;
        var touches = isPast ? Touches.Where(t => t.On <= day).ToList() : Touches;
        var people = isPast ? [.. People.Where(p => p.Since <= day && Known(p.PartId, day) && PlanReading.WasThere(p.GoneAt, day)).Select(p => Heard(p, touches, day))] : People;
        var tasks = Tasks.Where(t => isPast ? IsOpenOn(t, day) : t.DoneAt is null).OrderBy(t => t.DueOn is null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).ToList();
        var way = Ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        var beside = new PlanBeside([.. Objectives.Where(o => !isPast || o.SaidOn <= day && Known(o.Id, day))], [], [.. tasks.Select(t => new PlanAction(t.Id, t.Title, t.DueOn, null, t.AimsAt))], States.Where(s => s.IsOpen && s.CloseOn is not null && (!isPast || DateOnly.FromDateTime(s.From) <= day)).Select(s => s.CloseOn).Distinct().Count())
        {
            HasStepped = Tasks.Any(t => t.DoneAt is { } done && DateOnly.FromDateTime(done) is var on && on <= day && on >= day.AddDays(-PlanReading.Lately) && Known(t.Id, day)),
            StaleAfter = StaleAfter, Touched = touches.Where(t => t.IsOfDeal).Select(t => (DateOnly?)t.On).Max(), Missing = CustomerSteps.Missing(deal.StageId, way, Shown.Where(s => !isPast || s.On <= day && Known(s.Id, day))), Category = deal.Category ?? way.At(deal.StageId).Stage.Category,
            Beyond = isPast ? Beyond.At(day) : Beyond, Work = isPast ? Work.At(day) with { Bystanders = Bystanders(people, touches, day) } : Work, InTouch = isPast ? Covered(touches, day) : InTouch, LastStage = way.Last(deal.StageId), Times = isPast ? PastTimes?.On(day) : Times, Effort = deal.AccountId is { } account ? Effort?.Of(account, day) : null,
        };
        deal = deal with { NextStep = tasks.Count == 0 ? null : tasks[0].Title, NextStepOn = tasks.Count == 0 ? null : tasks[0].DueOn };
        var plan = PlanReading.Put(deal, day, isPast ? Said.Where(s => s.On <= day && Known(s.Id, day) && PlanReading.WasThere(s.GoneAt, day)) : Said, people, beside);
        return RuleFacts.Of(deal, plan, beside) with { Pursuit = Pursuit?.At(deal, plan, isPast ? day : null) };
    }

    /// <summary>It was open on a day of its past.</summary>
    public bool WasOpen(DateOnly day) => StateOn(day) is { IsOpen: true };

    private DealState? StateOn(DateOnly day) => States.LastOrDefault(s => DateOnly.FromDateTime(s.From) <= day);

    // Its account, source, process and own fields are taken as they are now: their past is in no interval.
    private OpportunityView AsOf(DateOnly day)
    {
        if (StateOn(day) is not { } state) return Deal;
        var stage = state.StageId ?? Deal.StageId;
        var since = States.Where(s => s.From <= state.From).Reverse().TakeWhile(s => s.StageId == state.StageId).Last().From;
        return Deal with { StageId = stage, End = state.End, Category = state.Category, OwnerId = state.OwnerId, Minor = state.Amount, Currency = state.Currency, CloseOn = state.CloseOn, StageSince = since };
    }

    // Of whom nobody has the name any more, nothing is told.
    private List<string> Bystanders(IReadOnlyList<DealPerson> people, IReadOnlyList<DealTouch> touches, DateOnly day)
    {
        var (known, there) = (People.Where(p => p.ContactId is not null && p.Name is not null).ToLookup(p => p.ContactId!.Value, p => p.Name!), people.SelectMany(p => Contacts(p, day)).ToHashSet());
        return [.. touches.Where(t => t is { IsAbout: true, Reached: true, ContactId: not null }).Select(t => t.ContactId!.Value).Distinct().Where(c => !there.Contains(c)).Select(c => known[c].FirstOrDefault() ?? Work.BystanderNames.GetValueOrDefault(c)).OfType<string>().Order(StringComparer.CurrentCultureIgnoreCase)];
    }

    private HashSet<(Guid, Guid)> Covered(IReadOnlyList<DealTouch> touches, DateOnly day) => [.. People.SelectMany(p => Contacts(p, day).SelectMany(c => touches.Where(t => t.ContactId == c && t.Reached).Select(t => (p.Id, t.OwnerId))))];

    // Since when somebody sits in one is known; that somebody no longer does is not.
    private IEnumerable<Guid> Contacts(DealPerson person, DateOnly day) => person.IsBody ? Seats?[person.Id].Where(s => s.Since <= day).Select(s => s.Contact) ?? [] : person.ContactId is { } one ? [one] : [];

    private DealPerson Heard(DealPerson person, IReadOnlyList<DealTouch> touches, DateOnly day)
    {
        var who = Contacts(person, day).ToList();
        var theirs = touches.Where(t => t.ContactId is { } contact && who.Contains(contact) && t.Reached).ToList();
        return person with { LastTouch = theirs.Select(t => (DateTime?)t.On.ToDateTime(TimeOnly.MinValue)).Max(), LastTalk = theirs.Where(t => t.IsTalk).Select(t => (DateTime?)t.On.ToDateTime(TimeOnly.MinValue)).Max() };
    }

    // What was written down later about that day was not known on it.
    private static bool Known(Guid id, DateOnly day) => DateOnly.FromDateTime(Keys.MomentOf(id)) <= day;

    private static bool IsOpenOn(TaskAbout task, DateOnly day) => Known(task.Id, day) && (task.DoneAt is not { } done || DateOnly.FromDateTime(done) > day);
}

/// <summary>How a deal stood from a moment on.</summary>
internal sealed record DealState(Guid DealId, DateTime From, Guid? StageId, StageEnd End, Guid OwnerId, long? Amount, string Currency, DateOnly? CloseOn, ForecastCategory? Category)
{
    public bool IsOpen => End is StageEnd.Open;
}

/// <summary>That we were in touch.</summary>
/// <param name="On">When.</param>
/// <param name="IsOfDeal">About the deal, or with its account.</param>
/// <param name="ContactId">With whom; null where nobody said.</param>
/// <param name="Reached">They were reached, as far as anybody said.</param>
/// <param name="IsTalk">We spoke.</param>
internal sealed record DealTouch(DateOnly On, bool IsOfDeal, Guid? ContactId, bool Reached, bool IsTalk)
{
    /// <summary>Who of us; empty where the past was not read.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>About the deal itself.</summary>
    public bool IsAbout { get; init; }
}
