using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Targets;

/// <summary>What the organisation means to win in one period, in its currency.</summary>
[Tracked("target")]
internal sealed class WonTarget : Entity
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; set; }
    public required string Currency { get; set; }
}
