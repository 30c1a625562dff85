using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>How a lead stands and ended, in words.</summary>
internal static class LeadWords
{
    public static string Of(LeadStatus status) => status switch
    {
        LeadStatus.New => T("New"),
        LeadStatus.Working => T("In work"),
        LeadStatus.Converted => T("Became a contact"),
        _ => T("Came to nothing"),
    };

    public static string Of(LeadEnd end) => end switch
    {
        LeadEnd.NoNeed => T("They need nothing"),
        LeadEnd.NoReply => T("They do not answer"),
        LeadEnd.NotOurs => T("We have nothing for them"),
        LeadEnd.Competitor => T("They chose another"),
        LeadEnd.Twice => T("We know them already"),
        _ => T("No real person or address"),
    };

    public static IReadOnlyList<Choice> Statuses => [.. Enum.GetValues<LeadStatus>().Select(s => new Choice(s.ToString(), Of(s)))];

    public static IReadOnlyList<Choice> Open => [new(nameof(LeadStatus.New), Of(LeadStatus.New)), new(nameof(LeadStatus.Working), Of(LeadStatus.Working))];

    public static IReadOnlyList<Choice> Ends => [.. Enum.GetValues<LeadEnd>().Select(e => new Choice(e.ToString(), Of(e)))];
}
