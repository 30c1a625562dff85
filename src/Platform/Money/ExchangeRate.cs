using Coxswain.Platform.Data;
namespace Coxswain.Platform.Money;

/// <summary>What one unit of a currency was worth in the organisation's own, from a day on.</summary>
[Tracked("exchange-rate")]
public sealed class ExchangeRate : Entity
{
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Units of the organisation's currency for one unit of this one; above 0.</summary>
    public required double Rate { get; set; }
}
