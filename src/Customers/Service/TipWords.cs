using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>How a tip stands, as people say it.</summary>
internal static class TipWords
{
    public static string StateOf(TipView tip) => tip.State switch { TipState.Waiting => T("waits for {0}", tip.ToName ?? T("someone")), TipState.Declined => T("declined"), _ => tip.Outcome?.Said ?? T("taken") };
}
