using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Charter;

/// <summary>The charter in words.</summary>
internal static class CharterWords
{
    public static string Of(CharterSituation situation) => situation switch
    {
        CharterSituation.StrategicAccount => T("A strategic account"),
        CharterSituation.InsideTeam => T("Inside a team"),
        CharterSituation.LargeDeal => T("A large deal"),
        CharterSituation.AccountTeams => T("Account teams that want the same people"),
        _ => T("Sellers who want the same promotion"),
    };

    public static string Balance(int balance) => balance switch { 1 => T("compete"), 2 => T("rather compete"), 3 => T("both alike"), 4 => T("rather collaborate"), _ => T("collaborate") };

    public static IReadOnlyList<Choice> Balances => [.. Enumerable.Range(1, 5).Select(b => new Choice(b.ToString(System.Globalization.CultureInfo.InvariantCulture), Balance(b)))];

    public static IReadOnlyList<Choice> Situations => [.. Enum.GetValues<CharterSituation>().Select(s => new Choice(s.ToString(), Of(s)))];
}
