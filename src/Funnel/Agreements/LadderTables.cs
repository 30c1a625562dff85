using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Agreements;

internal sealed class DealAgreementTable : IEntityTypeConfiguration<DealAgreement>
{
    public void Configure(EntityTypeBuilder<DealAgreement> row)
    {
        row.ToTable("DealAgreements");
        row.HasIndex(a => new { a.TenantId, a.SaidById, a.SaidOn });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(a => new { a.TenantId, a.OpportunityId });
        row.RefersToContact(a => new { a.TenantId, a.ById });
    }
}
