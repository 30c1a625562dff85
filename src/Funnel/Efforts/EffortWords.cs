using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Efforts;

/// <summary>Effort and what comes back, in words.</summary>
internal static class EffortWords
{
    /// <summary>What both sides did, beside own won deals. Only where enough were won.</summary>
    public static string Beside(EffortFact fact) => T("Done in 90 days: {0} by us, {1} by them; before your last {2} wins, three in four took {3} by us at most and brought {4} by them at least", fact.Ours, fact.Theirs, fact.Won!.Won, fact.Won.OursHigh, fact.Won.TheirsLow);

    public static string Of(EffortSort sort) => sort switch
    {
        EffortSort.Talked => T("Called"),
        EffortSort.Met => T("Met"),
        EffortSort.Wrote => T("Wrote"),
        EffortSort.Helped => T("A colleague helped"),
        EffortSort.Proposed => T("A proposal went"),
        EffortSort.Prepared => T("A meeting was prepared"),
        EffortSort.Told => T("How a meeting went was told"),
        EffortSort.Came => T("They came to us"),
        EffortSort.Shown => T("They took a step of their process"),
        EffortSort.Kept => T("They kept what they agreed to"),
        EffortSort.Stepped => T("They did a step of the shared plan"),
        EffortSort.Confirmed => T("They confirmed an issue"),
        EffortSort.Bought => T("They bought"),
        EffortSort.Late => T("It is overdue"),
        EffortSort.Broken => T("They did not keep what they agreed to"),
        _ => T("Hours, as stated"),
    };

    /// <summary>What is counted, for a row of figures.</summary>
    public static string Many(EffortSort sort) => sort switch
    {
        EffortSort.Talked => T("Calls"),
        EffortSort.Met => T("Meetings"),
        EffortSort.Wrote => T("Mails and messages"),
        EffortSort.Helped => T("Help of colleagues"),
        EffortSort.Proposed => T("Proposals"),
        EffortSort.Prepared => T("Meetings prepared"),
        EffortSort.Told => T("Told how meetings went"),
        EffortSort.Came => T("Came to us, or wrote first"),
        EffortSort.Shown => T("Steps of their process"),
        EffortSort.Kept => T("Kept what they agreed to"),
        EffortSort.Stepped => T("Steps of the shared plan"),
        EffortSort.Confirmed => T("Issues confirmed"),
        EffortSort.Bought => T("Bought"),
        EffortSort.Late => T("Overdue"),
        _ => T("Not kept"),
    };

    /// <summary>What it comes to, in a sentence.</summary>
    /// <param name="fact">What both sides did.</param>
    /// <param name="isAsked">The rule that asks for it is on.</param>
    public static string Answer(EffortFact fact, bool isAsked) => fact switch
    {
        { Won: null } => Counts(fact),
        { Drains: true } when !isAsked => Counts(fact),
        { Drains: true } => T("Much goes into them, and little comes back."),
        { IsMuch: true } => T("Much goes into them, and they act."),
        { IsLittle: true } => T("Little comes back, and little goes in."),
        _ => T("They act as those did whom you won."),
    };

    public static string Counts(EffortFact fact) => T("Done: {0} by us, {1} by them.", fact.Ours, fact.Theirs);
}
