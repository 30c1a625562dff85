using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Favours;

/// <summary>What is given, in words.</summary>
internal static class FavourWords
{
    public static string Of(FavourKind kind) => kind switch
    {
        FavourKind.Lead => T("A lead for them"),
        FavourKind.Introduction => T("An introduction"),
        FavourKind.Knowledge => T("Knowledge"),
        _ => T("A hand"),
    };

    public static string Of(FavourResult result) => result switch
    {
        FavourResult.Helped => T("it helped"),
        FavourResult.GaveBack => T("they gave back"),
        _ => T("nothing came of it"),
    };

    public static IReadOnlyList<Choice> KindChoices => [.. Enum.GetValues<FavourKind>().Select(k => new Choice(k.ToString(), Of(k)))];
}
