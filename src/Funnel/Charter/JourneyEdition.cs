using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Charter;

/// <summary>The customer's way as sales and marketing see it alike, and the one revenue both work for; in force once both have signed.</summary>
[Tracked(Kinds.JourneyEdition)]
internal sealed class JourneyEdition : Entity
{
    /// <summary>Counted from 1; the highest is the latest.</summary>
    public required int Number { get; init; }

    /// <summary>The leader who wrote it.</summary>
    [PointsAt(Kind = "person")]
    public required Guid LeaderId { get; init; }

    /// <summary>What the customer does, one step a line.</summary>
    public required string Steps { get; init; }

    /// <summary>Minor units of <see cref="Currency"/> that both want won by <see cref="GoalBy"/>.</summary>
    public required long Goal { get; init; }
    public required string Currency { get; init; }
    public required DateOnly GoalBy { get; init; }
    public required DateOnly SaidOn { get; init; }

    /// <summary>Who signs for sales.</summary>
    [PointsAt(Kind = "person")]
    public required Guid SalesId { get; init; }
    public DateOnly? SalesSignedOn { get; set; }

    /// <summary>Who signs for marketing.</summary>
    [PointsAt(Kind = "person")]
    public required Guid MarketingId { get; init; }
    public DateOnly? MarketingSignedOn { get; set; }
}

internal sealed class JourneyEditionTable : IEntityTypeConfiguration<JourneyEdition>
{
    public void Configure(EntityTypeBuilder<JourneyEdition> row)
    {
        row.ToTable("JourneyEditions");
        row.HasIndex(j => new { j.TenantId, j.Number }).IsUnique();
    }
}
