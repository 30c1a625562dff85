using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>Says on which day a page stands where that is not today.</summary>
internal static class DayNotice
{
    /// <summary>For data that ends long ago; null where it is fresh.</summary>
    public static AsOf? Of(Standing standing) =>
        standing.IsToday ? null : new AsOf(T("This data stands as of {0}.", DayText.Full(standing.Day)), null);

    /// <summary>For a past day someone asked for.</summary>
    public static AsOf Past(DateOnly day, string wayBack) => new(T("As of {0}. Nothing can be changed here.", DayText.Full(day)), wayBack);
}
