using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Pursuit;

internal sealed class PursuitSayingTable : IEntityTypeConfiguration<PursuitSaying>
{
    public void Configure(EntityTypeBuilder<PursuitSaying> row)
    {
        row.ToTable("PursuitSayings");
        row.HasIndex(s => new { s.TenantId, s.OpportunityId, s.On, s.Id });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
    }
}

internal sealed class PursuitDecisionTable : IEntityTypeConfiguration<PursuitDecision>
{
    public void Configure(EntityTypeBuilder<PursuitDecision> row)
    {
        row.ToTable("PursuitDecisions");
        row.HasIndex(d => new { d.TenantId, d.OpportunityId, d.Id });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(d => new { d.TenantId, d.OpportunityId });
    }
}
