using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Maps;

internal sealed class MapPersonTable : IEntityTypeConfiguration<MapPerson>
{
    public void Configure(EntityTypeBuilder<MapPerson> row)
    {
        row.ToTable("MapPeople");
        row.HasIndex(p => new { p.TenantId, p.AccountId });
        row.HasOne<Account>().WithMany().HasForeignKey(p => new { p.TenantId, p.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(p => new { p.TenantId, p.ContactId });
        row.HasOne<MapPerson>().WithMany().HasForeignKey(p => new { p.TenantId, p.ReportsToId });
        row.HasOne<MapPerson>().WithMany().HasForeignKey(p => new { p.TenantId, p.SitsInId });
    }
}

internal sealed class MapTieTable : IEntityTypeConfiguration<MapTie>
{
    public void Configure(EntityTypeBuilder<MapTie> row)
    {
        row.ToTable("MapTies");
        row.HasIndex(t => new { t.TenantId, t.AccountId });
        row.HasOne<Account>().WithMany().HasForeignKey(t => new { t.TenantId, t.AccountId });
        row.HasOne<MapPerson>().WithMany().HasForeignKey(t => new { t.TenantId, t.FromId });
        row.HasOne<MapPerson>().WithMany().HasForeignKey(t => new { t.TenantId, t.ToId });
    }
}

internal sealed class MapPartTable : IEntityTypeConfiguration<MapPart>
{
    public void Configure(EntityTypeBuilder<MapPart> row)
    {
        row.ToTable("MapParts");
        row.HasIndex(p => new { p.TenantId, p.OpportunityId });
        row.HasOne<MapPerson>().WithMany().HasForeignKey(p => new { p.TenantId, p.MapPersonId });
    }
}
