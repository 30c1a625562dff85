using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Shared;

internal sealed class SharedPlanTable : IEntityTypeConfiguration<SharedPlan>
{
    public void Configure(EntityTypeBuilder<SharedPlan> row)
    {
        row.ToTable("SharedPlans");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(p => new { p.TenantId, p.OpportunityId });
    }
}

internal sealed class SharedStepTable : IEntityTypeConfiguration<SharedStep>
{
    public void Configure(EntityTypeBuilder<SharedStep> row)
    {
        row.ToTable("SharedSteps");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
        row.HasOne<Stage>().WithMany().HasForeignKey(s => new { s.TenantId, s.StageId });
        row.HasOne<ProcessStep>().WithMany().HasForeignKey(s => new { s.TenantId, s.GateStepId });
        row.RefersToContact(s => new { s.TenantId, s.ForId });
    }
}

internal sealed class SharedSayingTable : IEntityTypeConfiguration<SharedSaying>
{
    public void Configure(EntityTypeBuilder<SharedSaying> row)
    {
        row.ToTable("SharedSayings");
        row.HasIndex(s => new { s.TenantId, s.OpportunityId, s.At });
        // What nobody has read yet is asked for on every Today.
        row.HasIndex(s => new { s.TenantId, s.OpportunityId }).HasFilter("seen_at IS NULL").HasDatabaseName("ix_shared_sayings_unread");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
        row.HasOne<SharedStep>().WithMany().HasForeignKey(s => new { s.TenantId, s.SharedStepId });
    }
}

internal sealed class SharedLinkTable : IEntityTypeConfiguration<SharedLink>
{
    public void Configure(EntityTypeBuilder<SharedLink> row)
    {
        row.ToTable("SharedLinks");
        row.HasIndex(l => new { l.TenantId, l.Shelf });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(l => new { l.TenantId, l.OpportunityId });
    }
}

internal sealed class SharedOpeningTable : IEntityTypeConfiguration<SharedOpening>
{
    public void Configure(EntityTypeBuilder<SharedOpening> row)
    {
        row.ToTable("SharedOpenings");
        row.HasIndex(o => new { o.TenantId, o.SharedLinkId, o.On }).IsUnique();
        row.HasOne<SharedLink>().WithMany().HasForeignKey(o => new { o.TenantId, o.SharedLinkId });
    }
}
