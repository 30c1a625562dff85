using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Money;
using Coxswain.Platform.Search;
using Coxswain.Platform.Sending;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.Data;

internal sealed class TenantTable : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> row)
    {
        row.ToTable("Tenants");
        row.HasKey(t => t.Id);
    }
}

internal sealed class SourceMasterTable : IEntityTypeConfiguration<Mirroring.SourceMaster>
{
    public void Configure(EntityTypeBuilder<Mirroring.SourceMaster> row)
    {
        row.ToTable("SourceMasters");
        row.HasIndex(m => new { m.TenantId, m.Kind }).IsUnique();
    }
}

internal sealed class RoleRuleTable : IEntityTypeConfiguration<RoleRule>
{
    public void Configure(EntityTypeBuilder<RoleRule> row)
    {
        row.ToTable("RoleRules");
        row.HasIndex(r => new { r.TenantId, r.Role, r.Kind }).IsUnique();
    }
}

internal sealed class FieldRuleTable : IEntityTypeConfiguration<FieldRule>
{
    public void Configure(EntityTypeBuilder<FieldRule> row)
    {
        row.ToTable("FieldRules");
        row.Ignore(r => r.Limit);
        row.HasIndex(r => new { r.TenantId, r.Role, r.Kind, r.Field }).IsUnique();
    }
}

internal sealed class EventTable : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> row)
    {
        row.HasIndex(e => new { e.TenantId, e.SubjectId, e.OccurredAt });
        row.HasIndex(e => new { e.TenantId, e.TimelineId, e.OccurredAt });
        // For audit, newest first; rows come in this order, so that keeping it costs next to nothing.
        row.HasIndex(e => new { e.TenantId, e.RecordedAt });
    }
}

internal sealed class LookTable : IEntityTypeConfiguration<Look>
{
    public void Configure(EntityTypeBuilder<Look> row)
    {
        row.ToTable("Looks");
        row.HasIndex(l => new { l.TenantId, l.SubjectId, l.Day, l.ViewerId, l.What }).IsUnique();
        row.HasIndex(l => new { l.TenantId, l.Day });
    }
}

internal sealed class JobRows : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> row)
    {
        row.ToTable("Jobs");
        row.HasIndex(j => new { j.TenantId, j.State, j.NextTryAt });
        row.HasIndex(j => new { j.TenantId, j.SubjectId });
    }
}

internal sealed class DeliveryRows : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> row)
    {
        row.ToTable("Deliveries");
        row.HasIndex(d => new { d.TenantId, d.NextTryAt });
        row.HasIndex(d => new { d.TenantId, d.Reaction, d.SubjectId, d.SubjectVersion });
    }
}

internal sealed class SubjectKeyTable : IEntityTypeConfiguration<SubjectKey>
{
    public void Configure(EntityTypeBuilder<SubjectKey> row) => row.ToTable("SubjectKeys");
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> row) => row.ToTable("Erasures");
}

internal sealed class AccessTable : IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> row)
    {
        row.ToTable("Access");
        row.HasIndex(a => new { a.TenantId, a.ViewerId, a.Kind, a.OwnerId }).IsUnique();
    }
}

internal sealed class ShareTable : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> row) => row.HasIndex(s => new { s.TenantId, s.PersonId, s.Kind, s.RowId }).IsUnique();
}

internal sealed class TakenActTable : IEntityTypeConfiguration<TakenAct>
{
    public void Configure(EntityTypeBuilder<TakenAct> row)
    {
        row.ToTable("TakenActs");
        row.HasIndex(a => new { a.TenantId, a.TakenAt });
    }
}

internal sealed class SearchDocumentTable : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> row)
    {
        row.ToTable("SearchDocuments");
    }
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> row)
    {
        row.ToTable("ExchangeRates");
        row.HasIndex(r => new { r.TenantId, r.Currency, r.On }).IsUnique();
    }
}
