using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>A figure of somebody else's, to stand beside one's own: never the truth about oneself.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Says">What grew, in the reader's language.</param>
/// <param name="Value">By so many hundredths.</param>
/// <param name="Months">In so many months.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Year">When; null where it does not say.</param>
/// <param name="N">Of how many organisations.</param>
/// <param name="Population">Of what kind.</param>
public sealed record PublishedFigure(string Id, string Says, double Value, int Months, string Source, int? Year, int N, string Population)
{
    /// <summary>What one programme reported of opportunities from service, and of their revenue.</summary>
    public static IReadOnlyList<PublishedFigure> OfService =>
    [
        new("service.opportunities", T("opportunities from service"), 4.75, 6, T("The house that trained them, of its own client"), null, 1, T("one maker of software for finance, which serves half of the five hundred largest companies of its country")),
        new("service.revenue", T("revenue from them"), 3.81, 6, T("The house that trained them, of its own client"), null, 1, T("one maker of software for finance, which serves half of the five hundred largest companies of its country")),
    ];
}
