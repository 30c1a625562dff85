using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Issues;

internal sealed class DealIssueTable : IEntityTypeConfiguration<DealIssue>
{
    public void Configure(EntityTypeBuilder<DealIssue> row)
    {
        row.ToTable("DealIssues");
        row.HasIndex(i => new { i.TenantId, i.OpportunityId, i.ConfirmedOn });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(i => new { i.TenantId, i.OpportunityId });
        row.RefersToContact(i => new { i.TenantId, i.ConfirmedById });
    }
}

internal sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> row)
    {
        row.ToTable("Proposals");
        row.HasIndex(p => new { p.TenantId, p.SentOn, p.OpportunityId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(p => new { p.TenantId, p.OpportunityId });
    }
}
