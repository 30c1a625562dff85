using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Debriefs;

internal sealed class DebriefTable : IEntityTypeConfiguration<Debrief>
{
    public void Configure(EntityTypeBuilder<Debrief> row)
    {
        row.ToTable("Debriefs");
        row.HasIndex(d => new { d.TenantId, d.OpportunityId, d.On });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(d => new { d.TenantId, d.OpportunityId });
        row.HasOne<MeetingPlan>().WithMany().HasForeignKey(d => new { d.TenantId, d.MeetingPlanId });
    }
}

internal sealed class DebriefChangeTable : IEntityTypeConfiguration<DebriefChange>
{
    public void Configure(EntityTypeBuilder<DebriefChange> row)
    {
        row.ToTable("DebriefChanges");
        row.HasOne<Debrief>().WithMany().HasForeignKey(c => new { c.TenantId, c.DebriefId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(c => new { c.TenantId, c.OpportunityId });
        row.HasOne<DealIssue>().WithMany().HasForeignKey(c => new { c.TenantId, c.DealIssueId });
        row.RefersToMapPerson(c => new { c.TenantId, c.MapPersonId });
        row.RefersToContact(c => new { c.TenantId, c.ContactId });
    }
}
