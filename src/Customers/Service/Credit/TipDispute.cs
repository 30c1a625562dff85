using Coxswain.Platform.Data;
namespace Coxswain.Customers.Service.Credit;

/// <summary>How a question of credit was settled.</summary>
public enum CreditSettlement { Stays, Shared, Moved }

/// <summary>Somebody sees the credit for a tip otherwise; it is settled by who sees to the process, with the reason.</summary>
[Tracked("tip-dispute")]
internal sealed class TipDispute : Entity
{
    public required Guid TipId { get; init; }

    /// <summary>Who raised it.</summary>
    public required Guid RaisedById { get; init; }
    public required string Says { get; init; }
    public required DateOnly RaisedOn { get; init; }
    public CreditSettlement? Settlement { get; set; }

    /// <summary>Who is credited beside, or instead of, who heard it.</summary>
    public Guid? CreditToId { get; set; }
    public string? Because { get; set; }
    public DateOnly? SettledOn { get; set; }
    public Guid? SettledById { get; set; }
}
