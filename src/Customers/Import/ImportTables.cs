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

internal sealed class SavedMappingTable : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> row)
    {
        row.ToTable("SavedMappings");
        row.HasIndex(m => new { m.TenantId, m.Signature }).IsUnique();
    }
}
