using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Contracts;

internal sealed class ContractTable : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> row)
    {
        row.ToTable("Contracts");
        row.HasIndex(c => new { c.TenantId, c.NoticeOn, c.Id });
        row.HasIndex(c => new { c.TenantId, c.OwnerId, c.NoticeOn, c.Id });
        row.HasIndex(c => new { c.TenantId, c.EndsOn, c.Id });
        row.HasIndex(c => new { c.TenantId, c.StartsOn, c.Id });
        row.HasIndex(c => new { c.TenantId, c.FoldedName, c.Id });
        row.HasIndex(c => new { c.TenantId, c.PerYear, c.Id });
        row.HasIndex(c => new { c.TenantId, c.SourceId });
        row.RefersToAccount(c => new { c.TenantId, c.AccountId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(c => new { c.TenantId, c.DealId });
        row.HasOne<Contract>().WithMany().HasForeignKey(c => new { c.TenantId, c.FollowsId });
    }
}

internal sealed class ContractRenewalTable : IEntityTypeConfiguration<ContractRenewal>
{
    public void Configure(EntityTypeBuilder<ContractRenewal> row)
    {
        row.ToTable("ContractRenewals");
        row.HasIndex(r => new { r.TenantId, r.ContractId, r.TermEndsOn }).IsUnique();
        row.HasOne<Contract>().WithMany().HasForeignKey(r => new { r.TenantId, r.ContractId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(r => new { r.TenantId, r.OpportunityId });
    }
}
