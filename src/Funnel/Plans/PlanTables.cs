using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Plans;

internal sealed class PlanJudgementTable : IEntityTypeConfiguration<PlanJudgement>
{
    public void Configure(EntityTypeBuilder<PlanJudgement> row)
    {
        row.ToTable("PlanJudgements");
        row.HasIndex(j => new { j.TenantId, j.OpportunityId, j.On, j.Id });
        // Which deals have a plan, for what the organisation's own history says.
        row.HasIndex(j => new { j.TenantId, j.Field, j.OpportunityId }).HasFilter("field IN ('Begun', 'Gain', 'Stance') AND removed_at IS NULL").HasDatabaseName("ix_plan_judgements_of_history");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(j => new { j.TenantId, j.OpportunityId });
        row.RefersToMapPerson(j => new { j.TenantId, j.MapPersonId });
    }
}

internal sealed class DealObjectiveTable : IEntityTypeConfiguration<DealObjective>
{
    public void Configure(EntityTypeBuilder<DealObjective> row)
    {
        row.ToTable("DealObjectives");
        row.HasIndex(o => new { o.TenantId, o.OpportunityId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(o => new { o.TenantId, o.OpportunityId });
    }
}

internal sealed class PlanStrengthTable : IEntityTypeConfiguration<PlanStrength>
{
    public void Configure(EntityTypeBuilder<PlanStrength> row)
    {
        row.ToTable("PlanStrengths");
        row.HasIndex(s => new { s.TenantId, s.OpportunityId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
        row.RefersToMapPerson(s => new { s.TenantId, s.MapPersonId });
    }
}
