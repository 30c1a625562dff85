using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>What customers do on shared plans, in words.</summary>
internal static class SharedWords
{
    public static string Did(SharedSayingView saying, DateOnly today) => Did(saying.Did, saying.What, saying.ProposedOn, today);

    public static string Did(SharedAct act, string what, DateOnly? proposed, DateOnly today) => act switch
    {
        SharedAct.Done => T("Ticked: {0}", what),
        SharedAct.NotDone => T("Took the tick back: {0}", what),
        SharedAct.OtherDay when proposed is { } day => T("Proposes {0}: {1}", DayText.Short(day, today), what),
        _ => T("Said something of: {0}", what),
    };
}
