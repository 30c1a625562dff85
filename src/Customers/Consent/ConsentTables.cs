using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Consent;

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentEntry>
{
    public void Configure(EntityTypeBuilder<ConsentEntry> row)
    {
        row.ToTable("Consents");
        row.HasIndex(c => new { c.TenantId, c.ContactId });
        row.HasIndex(c => new { c.TenantId, c.LeadId });
        row.HasOne<Contact>().WithMany().HasForeignKey(c => new { c.TenantId, c.ContactId });
        row.HasOne<Lead>().WithMany().HasForeignKey(c => new { c.TenantId, c.LeadId });
        row.HasOne<Attachment>().WithMany().HasForeignKey(c => new { c.TenantId, c.AttachmentId });
    }
}

internal sealed class SuppressionTable : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> row)
    {
        row.ToTable("Suppressions");
        row.HasIndex(s => new { s.TenantId, s.Fingerprint }).IsUnique();
        row.HasIndex(s => new { s.TenantId, s.On });
    }
}
