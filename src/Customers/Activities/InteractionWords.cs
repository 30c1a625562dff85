using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>How we were in touch, in words.</summary>
public static class InteractionWords
{
    /// <summary>How it was.</summary>
    public static string Kind(InteractionKind kind) => kind switch
    {
        InteractionKind.Call => T("Call"),
        InteractionKind.Meeting => T("Meeting"),
        InteractionKind.Mail => T("Mail"),
        InteractionKind.Message => T("Message"),
        _ => T("Note"),
    };

    /// <summary>A name of Ui/Icons.</summary>
    public static string Icon(InteractionKind kind) => kind switch
    {
        InteractionKind.Call => "phone",
        InteractionKind.Meeting => "users",
        InteractionKind.Mail => "mail",
        InteractionKind.Message => "messages-square",
        _ => "file-text",
    };

    /// <summary>What came of it.</summary>
    public static string Outcome(InteractionOutcome outcome) => outcome switch
    {
        InteractionOutcome.Reached => T("reached"),
        InteractionOutcome.NotReached => T("not reached"),
        InteractionOutcome.LeftMessage => T("left a message"),
        InteractionOutcome.NextStepAgreed => T("next step agreed"),
        _ => T("not interested"),
    };
}
