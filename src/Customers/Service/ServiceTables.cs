using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Customers.Service.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Service;

internal sealed class TipTable : IEntityTypeConfiguration<Tip>
{
    public void Configure(EntityTypeBuilder<Tip> row)
    {
        row.ToTable("Tips");
        row.HasIndex(t => new { t.TenantId, t.HeardOn });
        row.HasIndex(t => new { t.TenantId, t.ToId, t.State });
        row.HasIndex(t => new { t.TenantId, t.AccountId, t.HeardOn });
        row.HasOne<Account>().WithMany().HasForeignKey(t => new { t.TenantId, t.AccountId });
    }
}

internal sealed class ServiceCaseTable : IEntityTypeConfiguration<ServiceCase>
{
    public void Configure(EntityTypeBuilder<ServiceCase> row)
    {
        row.ToTable("ServiceCases");
        row.HasIndex(c => new { c.TenantId, c.OpenedOn, c.Id });
        row.HasIndex(c => new { c.TenantId, c.OwnerId, c.OpenedOn });
        row.HasIndex(c => new { c.TenantId, c.AccountId, c.OpenedOn });
        row.HasIndex(c => new { c.TenantId, c.RatedOn });
        row.HasIndex(c => new { c.TenantId, c.AskedForId, c.OpenedOn });
        row.HasIndex(c => new { c.TenantId, c.SourceId }).HasFilter("source_id IS NOT NULL");
        row.HasOne<Account>().WithMany().HasForeignKey(c => new { c.TenantId, c.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(c => new { c.TenantId, c.ContactId });
    }
}

internal sealed class ServiceTermsTable : IEntityTypeConfiguration<ServiceTerms>
{
    public void Configure(EntityTypeBuilder<ServiceTerms> row)
    {
        row.ToTable("ServiceTerms");
        row.HasIndex(t => new { t.TenantId, t.From }).IsUnique();
    }
}

internal sealed class ServiceObservationTable : IEntityTypeConfiguration<ServiceObservation>
{
    public void Configure(EntityTypeBuilder<ServiceObservation> row)
    {
        row.ToTable("ServiceObservations");
        row.HasIndex(o => new { o.TenantId, o.OwnerId, o.On });
        row.HasIndex(o => new { o.TenantId, o.On });
        row.Ignore(o => o.Shown);
    }
}

internal sealed class RewardRuleTable : IEntityTypeConfiguration<RewardRule>
{
    public void Configure(EntityTypeBuilder<RewardRule> row)
    {
        row.ToTable("RewardRules");
        row.HasIndex(r => new { r.TenantId, r.Fact, r.From }).IsUnique();
    }
}

internal sealed class RewardPayoutTable : IEntityTypeConfiguration<RewardPayout>
{
    public void Configure(EntityTypeBuilder<RewardPayout> row)
    {
        row.ToTable("RewardPayouts");
        row.HasIndex(p => new { p.TenantId, p.PersonId, p.Month }).IsUnique();
    }
}

internal sealed class RewardLineTable : IEntityTypeConfiguration<RewardLine>
{
    public void Configure(EntityTypeBuilder<RewardLine> row)
    {
        row.ToTable("RewardLines");
        row.HasIndex(l => new { l.TenantId, l.PersonId, l.Fact, l.FactId }).IsUnique();
        row.HasIndex(l => new { l.TenantId, l.On });
        row.HasOne<RewardPayout>().WithMany().HasForeignKey(l => new { l.TenantId, l.PayoutId });
        row.HasOne<RewardRule>().WithMany().HasForeignKey(l => new { l.TenantId, l.RuleId });
    }
}

internal sealed class TipDisputeTable : IEntityTypeConfiguration<TipDispute>
{
    public void Configure(EntityTypeBuilder<TipDispute> row)
    {
        row.ToTable("TipDisputes");
        row.HasIndex(d => new { d.TenantId, d.TipId }).IsUnique();
        row.HasIndex(d => new { d.TenantId, d.RaisedOn });
        row.HasOne<Tip>().WithMany().HasForeignKey(d => new { d.TenantId, d.TipId });
    }
}

internal sealed class ServiceSurveyTable : IEntityTypeConfiguration<ServiceSurvey>
{
    public void Configure(EntityTypeBuilder<ServiceSurvey> row) => row.ToTable("ServiceSurveys");
}

internal sealed class SurveyLinkTable : IEntityTypeConfiguration<SurveyLink>
{
    public void Configure(EntityTypeBuilder<SurveyLink> row)
    {
        row.ToTable("ServiceSurveyLinks");
        row.HasIndex(l => new { l.TenantId, l.SecretHash }).IsUnique();
        row.HasOne<ServiceSurvey>().WithMany().HasForeignKey(l => new { l.TenantId, l.SurveyId });
    }
}

internal sealed class SurveyAnswerTable : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> row)
    {
        row.ToTable("ServiceSurveyAnswers");
        row.HasIndex(a => new { a.TenantId, a.SurveyId, a.IsAfter });
        row.HasOne<ServiceSurvey>().WithMany().HasForeignKey(a => new { a.TenantId, a.SurveyId });
    }
}
