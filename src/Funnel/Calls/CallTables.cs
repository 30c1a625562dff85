using Coxswain.Funnel.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Calls;

internal sealed class ForecastCallTable : IEntityTypeConfiguration<ForecastCall>
{
    public void Configure(EntityTypeBuilder<ForecastCall> row)
    {
        row.ToTable("ForecastCalls");
        row.HasIndex(c => new { c.TenantId, c.From, c.To, c.OwnerId, c.ById });
    }
}

internal sealed class SalesTargetTable : IEntityTypeConfiguration<SalesTarget>
{
    public void Configure(EntityTypeBuilder<SalesTarget> row)
    {
        row.ToTable("SalesTargets");
        row.HasIndex(t => new { t.TenantId, t.From, t.To });
        row.HasIndex(t => new { t.TenantId, t.PersonId });
        row.HasIndex(t => new { t.TenantId, t.TeamId });
    }
}
