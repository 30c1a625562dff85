using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Rules;

internal sealed class DealRuleTable : IEntityTypeConfiguration<DealRule>
{
    public void Configure(EntityTypeBuilder<DealRule> row)
    {
        row.ToTable("DealRules");
        row.Ignore(r => r.Acts);
        row.Ignore(r => r.Key);
        row.HasIndex(r => new { r.TenantId, r.Code }).IsUnique();
    }
}

internal sealed class RuleFiringTable : IEntityTypeConfiguration<RuleFiring>
{
    public void Configure(EntityTypeBuilder<RuleFiring> row)
    {
        row.ToTable("RuleFirings");
        // A rule holds of the same at most once at a time, however many look.
        row.HasIndex(f => new { f.TenantId, f.OpportunityId, f.RuleId, f.OfId }).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_rule_firings_open");
        row.HasIndex(f => new { f.TenantId, f.OpportunityId, f.At });
        row.HasIndex(f => new { f.TenantId, f.RuleId, f.At, f.Id });
        row.HasIndex(f => new { f.TenantId, f.At, f.Id });
        row.HasIndex(f => new { f.TenantId, f.ToldId }).HasFilter("told_id IS NOT NULL AND read_at IS NULL").HasDatabaseName("ix_rule_firings_unread");
        row.HasOne<DealRule>().WithMany().HasForeignKey(f => new { f.TenantId, f.RuleId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(f => new { f.TenantId, f.OpportunityId });
    }
}
