using System.Globalization;
namespace Coxswain.Insight.Briefing;

internal static class Words
{
    /// <summary>Whole units with their currency, held together by a no-break space.</summary>
    public static string Money(double amount, string currency) => $"{currency}\u00A0{amount.ToString("N0", CultureInfo.CurrentCulture)}";
}
