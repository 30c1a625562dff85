using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>Moves that the customer's steps do not explain, in words.</summary>
internal static class MoveWords
{
    public static string Of(MoveKind kind, string? without) => kind switch
    {
        MoveKind.Back => T("Went back"),
        MoveKind.Skipped => T("Passed over: {0}", without),
        _ => T("Went on without: {0}", without),
    };
}
