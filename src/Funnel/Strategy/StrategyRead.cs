using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Strategy;

/// <summary>Somebody who works on a deal has read what is to be won and how, as it stood then.</summary>
[Tracked(Kinds.StrategyRead)]
internal sealed class StrategyRead : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    [PointsAt(Kind = "person")]
    public required Guid PersonId { get; init; }

    /// <summary>What was to be won when they read it.</summary>
    public required Guid ObjectiveId { get; set; }
    public required DateOnly ReadOn { get; set; }

    public Guid? TimelineId => OpportunityId;
}

internal sealed class StrategyReadTable : IEntityTypeConfiguration<StrategyRead>
{
    public void Configure(EntityTypeBuilder<StrategyRead> row)
    {
        row.ToTable("StrategyReads");
        row.HasIndex(r => new { r.TenantId, r.OpportunityId, r.PersonId }).IsUnique();
        row.HasOne<Opportunity>().WithMany().HasForeignKey(r => new { r.TenantId, r.OpportunityId });
        row.HasOne<DealObjective>().WithMany().HasForeignKey(r => new { r.TenantId, r.ObjectiveId });
    }
}
