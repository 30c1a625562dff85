using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Import;

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> row)
    {
        row.ToTable("ImportRuns");
        row.HasIndex(r => new { r.TenantId, r.MadeAt });
    }
}

internal sealed class ImportedRowTable : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> row)
    {
        row.ToTable("ImportedRows");
        row.HasIndex(r => new { r.TenantId, r.RunId, r.Kind, r.SubjectId });
        // What of a record was taken in last.
        row.HasIndex(r => new { r.TenantId, r.SubjectId, r.SubjectVersion });
    }
}

internal sealed class ImportRemarkTable : IEntityTypeConfiguration<ImportRemark>
{
    public void Configure(EntityTypeBuilder<ImportRemark> row)
    {
        row.ToTable("ImportRemarks");
        row.HasIndex(r => new { r.TenantId, r.RunId, r.File, r.Row });
    }
}

internal sealed class SourceConflictTable : IEntityTypeConfiguration<Masters.SourceConflict>
{
    public void Configure(EntityTypeBuilder<Masters.SourceConflict> row)
    {
        row.ToTable("SourceConflicts");
        row.HasIndex(c => new { c.TenantId, c.Kind, c.SubjectId });
    }
}

internal sealed class VanishedRowTable : IEntityTypeConfiguration<Masters.VanishedRow>
{
    public void Configure(EntityTypeBuilder<Masters.VanishedRow> row)
    {
        row.ToTable("VanishedRows");
        row.HasIndex(v => new { v.TenantId, v.Kind, v.SubjectId }).IsUnique();
    }
}

internal sealed class SavedMappingTable : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> row)
    {
        row.ToTable("SavedMappings");
        row.HasIndex(m => new { m.TenantId, m.Signature }).IsUnique();
    }
}
