using Coxswain.Platform.Access;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Roles;

/// <summary>Whose records somebody reaches, in words.</summary>
internal static class ExtentWords
{
    public static string Of(Extent extent) => extent switch
    {
        Extent.All => T("everyone’s"),
        Extent.Team => T("their team’s"),
        Extent.Own => T("their own"),
        _ => T("none"),
    };

    /// <summary>What is seen, and what is changed where that is another.</summary>
    public static string Both(RoleReach reach) => reach.See is Extent.None ? "–" : reach.See == reach.Change ? Of(reach.See) : reach.Change is Extent.None ? T("{0}, to read", Of(reach.See)) : T("{0}, changes {1}", Of(reach.See), Of(reach.Change));

    /// <summary>The answers up to the furthest there is.</summary>
    public static IReadOnlyList<Choice> Choices(Extent most) => [.. Enum.GetValues<Extent>().Where(e => e <= most).OrderDescending().Select(e => new Choice(e.ToString(), Of(e)))];
}
