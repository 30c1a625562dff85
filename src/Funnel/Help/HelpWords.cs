using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>Requests for help in words.</summary>
internal static class HelpWords
{
    public static string Of(HelpKind kind) => kind switch { HelpKind.Expert => T("somebody who knows"), HelpKind.Hand => T("a hand"), _ => T("a rescue: a customer is waiting") };

    public static string Of(HelpRefusal why) => why switch
    {
        HelpRefusal.Closing => T("we are closing"),
        HelpRefusal.Overtime => T("it would be overtime"),
        HelpRefusal.NotOurs => T("it is not ours to do"),
        HelpRefusal.CustomerComes => T("the customer should come and collect it"),
        _ => T("something else"),
    };

    public static string Of(HelpEffect effect) => effect switch { HelpEffect.Decided => T("it made the difference"), HelpEffect.Helped => T("it helped"), _ => T("it changed nothing") };

    public static string Of(HelpFree free, DateOnly? from, DateOnly today) => from > today ? T("from {0}", DayText.Short(from.Value, today)) : free switch { HelpFree.Now => T("can be asked now"), HelpFree.AskFirst => T("ask first"), _ => T("not now") };

    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<HelpKind>().Select(k => new Choice(k.ToString(), Of(k)))];

    public static IReadOnlyList<Choice> Refusals => [.. Enum.GetValues<HelpRefusal>().Select(r => new Choice(r.ToString(), Of(r)))];

    public static IReadOnlyList<Choice> Effects => [.. Enum.GetValues<HelpEffect>().Select(e => new Choice(e.ToString(), Of(e)))];

    public static IReadOnlyList<Choice> Frees => [new(nameof(HelpFree.Now), T("can be asked now")), new(nameof(HelpFree.AskFirst), T("ask first")), new(nameof(HelpFree.NotNow), T("not now"))];

    /// <summary>How it stands.</summary>
    public static string State(HelpView request) => request.State switch
    {
        HelpState.Waiting => T("waiting"),
        HelpState.Refused => T("refused"),
        HelpState.Accepted => T("{0} helps", request.Helper ?? T("someone")),
        _ => request.Effect is { } effect ? Of(effect) : T("over"),
    };

    public static Tone ToneOf(HelpView request) => request.State switch { HelpState.Refused => Tone.Bad, HelpState.Waiting => Tone.Warn, HelpState.Accepted => Tone.Good, _ => Tone.Plain };

    /// <summary>Of whom it is asked.</summary>
    public static string To(HelpView request) => request.ToPerson ?? request.ToTeam ?? (request.ToPersonId is null && request.ToTeamId is null && request.Anybody ? T("anybody") : T("someone"));

    /// <summary>By when: minutes while they last, else the day.</summary>
    public static string? By(HelpView request, DateTime now, DateOnly today) => request switch
    {
        { Minutes: { } minutes, State: HelpState.Waiting or HelpState.Refused } when request.AskedAt.AddMinutes(minutes) is var end && end > now => N((long)Math.Ceiling((end - now).TotalMinutes), "one minute left", "{0} minutes left"),
        { Minutes: not null, State: HelpState.Waiting or HelpState.Refused } => T("closed by now"),
        { NeededOn: { } day, State: not HelpState.Done } => T("by {0}", DayText.Short(day, today)),
        _ => null,
    };

    /// <summary>That the road takes longer than what is left; null where it does not, or one of the two is unknown.</summary>
    public static string? TooFar(HelpView request, DateTime now)
    {
        if (request is not { Minutes: { } minutes, State: HelpState.Waiting or HelpState.Refused } || request.AskedAt.AddMinutes(minutes) is var end && end <= now) return null;
        var left = (long)Math.Ceiling((end - now).TotalMinutes);
        return request.Away > left ? T("It is {0} min away and {1} min are left: nobody gets there in time. Ask whoever is nearer, or that they stay open.", request.Away, left)
            : request.AwayInRush > left ? T("In rush hour it is {0} min away and {1} min are left: at that time of day nobody gets there in time.", request.AwayInRush, left) : null;
    }

    /// <summary>How far it is; null where nobody said.</summary>
    public static string? Road(HelpView request) => (request.Away, request.AwayInRush) switch
    {
        ({ } away, { } rush) => T("{0} min, in rush hour {1} min", away, rush),
        ({ } away, null) => T("{0} min", away),
        (null, { } rush) => T("in rush hour {0} min", rush),
        _ => null,
    };

    /// <summary>A length of time, in its largest unit.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => N((long)Math.Max(1, Math.Round(span.TotalMinutes)), "one minute", "{0} minutes"),
        { TotalDays: < 2 } => N((long)Math.Round(span.TotalHours), "one hour", "{0} hours"),
        _ => N((long)Math.Round(span.TotalDays), "one day", "{0} days"),
    };
}
