using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Pursuit;

internal sealed class FitProfileTable : IEntityTypeConfiguration<FitProfile>
{
    public void Configure(EntityTypeBuilder<FitProfile> row)
    {
        row.ToTable("FitProfiles");
        row.HasIndex(p => new { p.TenantId, p.Number });
    }
}

internal sealed class FitCriterionTable : IEntityTypeConfiguration<FitCriterion>
{
    public void Configure(EntityTypeBuilder<FitCriterion> row)
    {
        row.ToTable("FitCriteria");
        row.HasOne<FitProfile>().WithMany().HasForeignKey(c => new { c.TenantId, c.FitProfileId });
    }
}

internal sealed class FitAnswerTable : IEntityTypeConfiguration<FitAnswer>
{
    public void Configure(EntityTypeBuilder<FitAnswer> row)
    {
        row.ToTable("FitAnswers");
        row.HasIndex(a => new { a.TenantId, a.AccountId, a.On, a.Id });
        row.HasIndex(a => new { a.TenantId, a.LeadId, a.On, a.Id });
        row.HasIndex(a => new { a.TenantId, a.OpportunityId, a.On, a.Id });
        row.HasOne<FitCriterion>().WithMany().HasForeignKey(a => new { a.TenantId, a.FitCriterionId });
        row.RefersToAccount(a => new { a.TenantId, a.AccountId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(a => new { a.TenantId, a.OpportunityId });
        row.RefersToLead(a => new { a.TenantId, a.LeadId });
    }
}
