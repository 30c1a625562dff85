using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Duplicates;

internal sealed class DuplicatePairTable : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> row)
    {
        row.ToTable("DuplicatePairs");
        row.HasIndex(p => new { p.TenantId, p.FirstId, p.SecondId }).IsUnique();
        row.HasIndex(p => new { p.TenantId, p.SecondId });
        row.HasIndex(p => new { p.TenantId, p.Kind, p.ApartAt, p.Score, p.Id });
    }
}

internal sealed class RecordMergeTable : IEntityTypeConfiguration<RecordMerge>
{
    public void Configure(EntityTypeBuilder<RecordMerge> row)
    {
        row.ToTable("RecordMerges");
        row.HasIndex(m => new { m.TenantId, m.At });
        row.HasIndex(m => new { m.TenantId, m.KeptId });
        row.HasIndex(m => new { m.TenantId, m.GoneId });
        row.Ignore(m => m.Moved);
    }
}
