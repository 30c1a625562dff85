using Coxswain.Funnel.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Processes;

internal sealed class SalesProcessTable : IEntityTypeConfiguration<SalesProcess>
{
    public void Configure(EntityTypeBuilder<SalesProcess> row)
    {
        row.ToTable("Processes");
        row.HasIndex(p => new { p.TenantId, p.Position });
    }
}

internal sealed class ProcessStepTable : IEntityTypeConfiguration<ProcessStep>
{
    public void Configure(EntityTypeBuilder<ProcessStep> row)
    {
        row.ToTable("ProcessSteps");
        row.HasOne<SalesProcess>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProcessId });
        row.HasOne<Stage>().WithMany().HasForeignKey(s => new { s.TenantId, s.StageId });
    }
}

internal sealed class ProcessEditionTable : IEntityTypeConfiguration<ProcessEdition>
{
    public void Configure(EntityTypeBuilder<ProcessEdition> row)
    {
        row.ToTable("ProcessEditions");
        row.HasIndex(e => new { e.TenantId, e.ProcessId, e.Number }).IsUnique();
        row.HasOne<SalesProcess>().WithMany().HasForeignKey(e => new { e.TenantId, e.ProcessId });
    }
}
