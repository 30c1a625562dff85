using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Negotiation;

internal sealed class DealNegotiationTable : IEntityTypeConfiguration<DealNegotiation>
{
    public void Configure(EntityTypeBuilder<DealNegotiation> row)
    {
        row.ToTable("Negotiations");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(n => new { n.TenantId, n.OpportunityId });
        row.RefersToContact(n => new { n.TenantId, n.CounterpartId });
    }
}

internal sealed class PriceAnchorTable : IEntityTypeConfiguration<PriceAnchor>
{
    public void Configure(EntityTypeBuilder<PriceAnchor> row)
    {
        row.ToTable("PriceAnchors");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(a => new { a.TenantId, a.OpportunityId });
    }
}

internal sealed class ConcessionTable : IEntityTypeConfiguration<Concession>
{
    public void Configure(EntityTypeBuilder<Concession> row)
    {
        row.ToTable("Concessions");
        row.HasIndex(c => new { c.TenantId, c.GrantedOn, c.OpportunityId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(c => new { c.TenantId, c.OpportunityId });
        row.HasOne<Stage>().WithMany().HasForeignKey(c => new { c.TenantId, c.StageId });
    }
}

internal sealed class SeenSignTable : IEntityTypeConfiguration<SeenSign>
{
    public void Configure(EntityTypeBuilder<SeenSign> row)
    {
        row.ToTable("SeenSigns");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
    }
}

internal sealed class WalkAwayTable : IEntityTypeConfiguration<WalkAway>
{
    public void Configure(EntityTypeBuilder<WalkAway> row)
    {
        row.ToTable("WalkAways");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(w => new { w.TenantId, w.OpportunityId });
    }
}
