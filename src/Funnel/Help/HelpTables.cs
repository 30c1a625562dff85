using Coxswain.Customers;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Help;

internal sealed class HelpRequestTable : IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<HelpRequest> row)
    {
        row.ToTable("HelpRequests");
        row.HasIndex(r => new { r.TenantId, r.State, r.AskedAt });
        row.HasIndex(r => new { r.TenantId, r.OwnerId, r.AskedAt });
        row.HasIndex(r => new { r.TenantId, r.HelperId, r.AllocatedAt });
        row.HasIndex(r => new { r.TenantId, r.OpportunityId });
        row.HasIndex(r => new { r.TenantId, r.AskedAt, r.DepartmentId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(r => new { r.TenantId, r.OpportunityId });
        row.HasOne<TurfCase>().WithMany().HasForeignKey(r => new { r.TenantId, r.TurfCaseId });
        row.RefersToAccount(r => new { r.TenantId, r.AccountId });
    }
}

internal sealed class ExpertiseTable : IEntityTypeConfiguration<Expertise>
{
    public void Configure(EntityTypeBuilder<Expertise> row)
    {
        row.ToTable("Expertise");
        row.HasIndex(e => new { e.TenantId, e.FoldedTopic, e.Id });
        row.HasIndex(e => new { e.TenantId, e.OwnerId });
    }
}
