using Coxswain.Customers.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Capture;

internal sealed class CaptureRulesTable : IEntityTypeConfiguration<CaptureRules>
{
    public void Configure(EntityTypeBuilder<CaptureRules> row) => row.ToTable("CaptureRules").Ignore(r => r.Listed);
}

internal sealed class FeedTable : IEntityTypeConfiguration<Feed>
{
    public void Configure(EntityTypeBuilder<Feed> row)
    {
        row.ToTable("Feeds");
        row.HasIndex(f => new { f.TenantId, f.PersonId });
    }
}

internal sealed class FeedFolderTable : IEntityTypeConfiguration<FeedFolder>
{
    public void Configure(EntityTypeBuilder<FeedFolder> row)
    {
        row.ToTable("FeedFolders");
        row.HasIndex(f => new { f.TenantId, f.FeedId, f.Name }).IsUnique();
        row.HasOne<Feed>().WithMany().HasForeignKey(f => new { f.TenantId, f.FeedId });
    }
}

internal sealed class FeedRunTable : IEntityTypeConfiguration<FeedRun>
{
    public void Configure(EntityTypeBuilder<FeedRun> row)
    {
        row.ToTable("FeedRuns");
        row.HasIndex(r => new { r.TenantId, r.FeedId, r.At });
        row.HasIndex(r => new { r.TenantId, r.At });
        row.HasOne<Feed>().WithMany().HasForeignKey(r => new { r.TenantId, r.FeedId });
    }
}

internal sealed class CapturedTable : IEntityTypeConfiguration<Captured>
{
    public void Configure(EntityTypeBuilder<Captured> row)
    {
        row.ToTable("Captured");
        row.HasIndex(c => new { c.TenantId, c.PersonId, c.Key }).IsUnique();
        row.HasIndex(c => new { c.TenantId, c.Key });
        row.HasIndex(c => new { c.TenantId, c.PersonId, c.State, c.OccurredAt });
        row.HasOne<Feed>().WithMany().HasForeignKey(c => new { c.TenantId, c.FeedId });
    }
}

internal sealed class CapturedAddressTable : IEntityTypeConfiguration<CapturedAddress>
{
    public void Configure(EntityTypeBuilder<CapturedAddress> row)
    {
        row.ToTable("CapturedAddresses");
        row.HasIndex(a => new { a.TenantId, a.CapturedId });
        row.HasIndex(a => new { a.TenantId, a.Address });
        row.HasIndex(a => new { a.TenantId, a.ContactId });
        row.HasOne<Captured>().WithMany().HasForeignKey(a => new { a.TenantId, a.CapturedId });
    }
}

internal sealed class CapturedTouchTable : IEntityTypeConfiguration<CapturedTouch>
{
    public void Configure(EntityTypeBuilder<CapturedTouch> row)
    {
        row.ToTable("CapturedTouches");
        row.HasIndex(t => new { t.TenantId, t.CapturedId, t.InteractionId }).IsUnique();
        row.HasIndex(t => new { t.TenantId, t.InteractionId });
        row.HasOne<Captured>().WithMany().HasForeignKey(t => new { t.TenantId, t.CapturedId });
        row.HasOne<Interaction>().WithMany().HasForeignKey(t => new { t.TenantId, t.InteractionId });
    }
}

internal sealed class IgnoredAddressTable : IEntityTypeConfiguration<IgnoredAddress>
{
    public void Configure(EntityTypeBuilder<IgnoredAddress> row)
    {
        row.ToTable("IgnoredAddresses");
        row.HasIndex(i => new { i.TenantId, i.PersonId, i.Pattern }).IsUnique();
    }
}

internal sealed class CaptureChoiceTable : IEntityTypeConfiguration<CaptureChoice>
{
    public void Configure(EntityTypeBuilder<CaptureChoice> row)
    {
        row.ToTable("CaptureChoices");
        row.HasIndex(c => new { c.TenantId, c.PersonId }).IsUnique();
    }
}
