using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Value;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Meetings;

internal sealed class MeetingPlanTable : IEntityTypeConfiguration<MeetingPlan>
{
    public void Configure(EntityTypeBuilder<MeetingPlan> row)
    {
        row.ToTable("MeetingPlans");
        row.HasIndex(p => new { p.TenantId, p.OpportunityId, p.On });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(p => new { p.TenantId, p.OpportunityId });
    }
}

internal sealed class MeetingLineTable : IEntityTypeConfiguration<MeetingLine>
{
    public void Configure(EntityTypeBuilder<MeetingLine> row)
    {
        row.ToTable("MeetingLines");
        row.HasOne<MeetingPlan>().WithMany().HasForeignKey(l => new { l.TenantId, l.MeetingPlanId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(l => new { l.TenantId, l.OpportunityId });
        row.HasOne<DealIssue>().WithMany().HasForeignKey(l => new { l.TenantId, l.DealIssueId });
        row.HasOne<Proof>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProofId });
        row.RefersToContact(l => new { l.TenantId, l.ContactId });
    }
}
