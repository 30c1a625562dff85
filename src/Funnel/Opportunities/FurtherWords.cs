using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Fields of what stands around a deal, as people read them in its history.</summary>
internal static class FurtherWords
{
    public static string Label(string field) => field switch
    {
        "Strength" => T("How strongly it counted"),
        "Contributors" => T("Who brought it about"),
        "HeldById" => T("Held by"),
        "InteractionId" => T("Talk"),
        "Role" => T("Role"),
        "Resolution" => T("How it was settled"),
        "TurfCaseId" => T("Between departments"),
        "Away" => T("Minutes on the road"),
        "AwayInRush" => T("Minutes on the road in rush hour"),
        _ => field,
    };
}
