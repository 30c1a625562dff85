using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.CommonGround;

/// <summary>What is shared, in words.</summary>
internal static class GroundWords
{
    public static string Of(GroundKind kind) => kind switch
    {
        GroundKind.Sport => T("Sport"),
        GroundKind.School => T("School or college"),
        GroundKind.Place => T("Home town"),
        GroundKind.Holiday => T("Where they spend holidays"),
        GroundKind.Food => T("Food and drink"),
        GroundKind.Culture => T("Music, books, theatre"),
        _ => T("Something else they like or do"),
    };

    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<GroundKind>().Select(k => new Choice(k.ToString(), Of(k)))];

    public static IReadOnlyList<Choice> Consents => [new(nameof(GroundConsent.TheyAgreed), T("They agreed that we remember it")), new(nameof(GroundConsent.TheyMadeItPublic), T("They say it in public themselves"))];
}
