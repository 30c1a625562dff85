using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Platform.Money;
namespace Coxswain.Insight.Metrics;

/// <summary>One figure, with all that is needed to trust or doubt it.</summary>
public record Answer
{
    /// <summary>The figure to show: shrunk toward peers where the metric does so; null below the minimum.</summary>
    public double? Value { get; init; }

    /// <summary>The plain figure; null where there is nothing to divide.</summary>
    public double? Raw { get; init; }
    public double? Numerator { get; init; }
    public double? Denominator { get; init; }

    /// <summary>Observations behind it.</summary>
    public int N { get; init; }

    /// <summary>Lower end of the 90 % interval; null for exact counts and sums.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public required Unit Unit { get; init; }

    /// <summary>ISO 4217 for money; null otherwise.</summary>
    public string? Currency { get; init; }

    /// <summary><c>ok</c>, or why there is no value: <c>not_enough_data</c>, <c>amounts_unknown</c>, or the rate that is missing, as in <c>no_exchange_rate JPY 2026-03-31</c>.</summary>
    public string Status { get; init; } = "ok";

    /// <summary>The rate for want of which a sum is refused.</summary>
    [JsonIgnore]
    public MissingRate? Missing { get; init; }

    /// <summary>Deals left out because the amount or date they need is unknown.</summary>
    public int Unknown { get; init; }

    /// <summary>For velocity: money actually won per day of the window, beside the steady-state figure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Realised { get; init; }

    internal static Answer Without(MissingRate rate, Unit unit, string currency) => new()
    {
        Missing = rate, Unit = unit, Currency = currency, Status = string.Create(CultureInfo.InvariantCulture, $"no_exchange_rate {rate.Currency} {rate.Day:yyyy-MM-dd}"),
    };

    internal Answer OrTooFew(int minimum) => N >= minimum ? this : this with { Value = null, Low = null, High = null, Status = "not_enough_data" };
}
