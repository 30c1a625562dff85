using Coxswain.Customers.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Plans;

internal sealed class AccountPlanTable : IEntityTypeConfiguration<AccountPlan>
{
    public void Configure(EntityTypeBuilder<AccountPlan> row)
    {
        row.ToTable("AccountPlans");
        row.HasIndex(p => new { p.TenantId, p.AccountId }).IsUnique();
        row.HasOne<Account>().WithMany().HasForeignKey(p => new { p.TenantId, p.AccountId });
    }
}

internal sealed class PlanItemTable : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> row)
    {
        row.ToTable("PlanItems");
        row.HasIndex(i => new { i.TenantId, i.AccountId });
        row.HasOne<Account>().WithMany().HasForeignKey(i => new { i.TenantId, i.AccountId });
    }
}

internal sealed class PlanReviewTable : IEntityTypeConfiguration<PlanReview>
{
    public void Configure(EntityTypeBuilder<PlanReview> row)
    {
        row.ToTable("PlanReviews");
        row.HasIndex(r => new { r.TenantId, r.AccountId, r.HeldOn });
        row.HasOne<Account>().WithMany().HasForeignKey(r => new { r.TenantId, r.AccountId });
    }
}
