using Coxswain.Customers.Activities;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>The words and numbers of a call.</summary>
internal static class CallWords
{
    public static string Outcome(InteractionOutcome outcome) => outcome switch
    {
        InteractionOutcome.Reached => T("Reached"),
        InteractionOutcome.NotReached => T("No answer"),
        InteractionOutcome.LeftMessage => T("Left a message"),
        InteractionOutcome.NextStepAgreed => T("Next step agreed"),
        _ => T("Not interested"),
    };

    /// <summary>As a telephone takes it: digits and the plus.</summary>
    public static string Dialled(string number) => string.Concat(number.Where(c => char.IsAsciiDigit(c) || c is '+'));
}
