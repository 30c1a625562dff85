using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Value;

internal sealed class ProofTable : IEntityTypeConfiguration<Proof>
{
    public void Configure(EntityTypeBuilder<Proof> row)
    {
        row.ToTable("Proofs");
        row.HasIndex(p => new { p.TenantId, p.FoldedClaim, p.Id });
        row.RefersToAccount(p => new { p.TenantId, p.AccountId });
    }
}

internal sealed class ValueItemTable : IEntityTypeConfiguration<ValueItem>
{
    public void Configure(EntityTypeBuilder<ValueItem> row)
    {
        row.ToTable("ValueItems");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(i => new { i.TenantId, i.OpportunityId });
        row.HasOne<Proof>().WithMany().HasForeignKey(i => new { i.TenantId, i.ProofId });
        row.RefersToContact(i => new { i.TenantId, i.ForId });
    }
}
