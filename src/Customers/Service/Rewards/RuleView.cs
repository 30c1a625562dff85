using System.Text.Json.Serialization;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>A rule as pages and the API show it.</summary>
public sealed record RuleView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RewardFact>))]
    public required RewardFact Fact { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RewardAim>))]
    public required RewardAim Aim { get; init; }
    public required int Points { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day it is no longer in force.</summary>
    public DateOnly? Until { get; init; }
    public string? Because { get; init; }
    public required bool IsInForce { get; init; }

    internal static IReadOnlyList<RuleView> Of(IReadOnlyList<RewardRule> rules, DateOnly on) =>
        [.. rules.Where(r => r.Points > 0).OrderBy(r => r.Fact).ThenByDescending(r => r.From).Select(r => new RuleView { Id = r.Id, Fact = r.Fact, Aim = RewardLedger.AimOf(r.Fact), Points = r.Points, From = r.From, Until = r.Until, Because = r.Because, IsInForce = r.IsInForce(on) })];
}
