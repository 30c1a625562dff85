using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Plans.Looks;

internal sealed class PlanLookTable : IEntityTypeConfiguration<PlanLook>
{
    public void Configure(EntityTypeBuilder<PlanLook> row)
    {
        row.ToTable("PlanLooks");
        row.HasIndex(l => new { l.TenantId, l.OpportunityId, l.On });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(l => new { l.TenantId, l.OpportunityId });
        row.HasOne<PlanJudgement>().WithMany().HasForeignKey(l => new { l.TenantId, l.BeforeId });
        row.HasOne<PlanJudgement>().WithMany().HasForeignKey(l => new { l.TenantId, l.AfterId });
    }
}
