using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel;

internal sealed class WonTargetTable : IEntityTypeConfiguration<WonTarget>
{
    public void Configure(EntityTypeBuilder<WonTarget> row)
    {
        row.ToTable("WonTargets");
        row.HasIndex(t => new { t.TenantId, t.From, t.To }).IsUnique();
    }
}

internal sealed class StageTable : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> row)
    {
        row.ToTable("Stages");
        row.HasIndex(s => new { s.TenantId, s.Position });
    }
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> row)
    {
        row.ToTable("Products");
        row.HasIndex(p => new { p.TenantId, p.FoldedName });
    }
}

internal sealed class PriceListTable : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> row)
    {
        row.ToTable("PriceLists");
        row.HasIndex(l => new { l.TenantId, l.FoldedName });
    }
}

internal sealed class ListedPriceTable : IEntityTypeConfiguration<ListedPrice>
{
    public void Configure(EntityTypeBuilder<ListedPrice> row)
    {
        row.ToTable("ListedPrices");
        row.HasIndex(p => new { p.TenantId, p.PriceListId, p.ProductId }).IsUnique();
        row.HasOne<PriceList>().WithMany().HasForeignKey(p => new { p.TenantId, p.PriceListId });
        row.HasOne<Product>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProductId });
    }
}

internal sealed class OpportunityTable : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> row)
    {
        row.ToTable("Opportunities");
        row.Ignore(o => o.Past);
        row.HasIndex(o => new { o.TenantId, o.End, o.CloseOn, o.Id });
        row.HasIndex(o => new { o.TenantId, o.OwnerId, o.End, o.CloseOn, o.Id });
        row.HasIndex(o => new { o.TenantId, o.StageId, o.CloseOn, o.Id });
        // What a board's columns and the list of open deals come to is summed within this index.
        row.HasIndex(o => new { o.TenantId, o.StageId, o.OwnerId, o.Currency, o.Amount, o.CloseOn }).HasFilter("\"end\" = 'Open' AND removed_at IS NULL").HasDatabaseName("ix_opportunities_open");
        row.HasIndex(o => new { o.TenantId, o.AccountId });
        row.HasIndex(o => new { o.TenantId, o.SourceId });
        row.HasIndex(o => new { o.TenantId, o.Source, o.OwnerId }).HasFilter("source IS NOT NULL AND removed_at IS NULL");
        row.HasOne<Stage>().WithMany().HasForeignKey(o => new { o.TenantId, o.StageId });
        row.HasOne<Product>().WithMany().HasForeignKey(o => new { o.TenantId, o.MainProductId });
        row.HasOne<PriceList>().WithMany().HasForeignKey(o => new { o.TenantId, o.PriceListId });
        row.HasOne<Processes.SalesProcess>().WithMany().HasForeignKey(o => new { o.TenantId, o.ProcessId });
        row.RefersToAccount(o => new { o.TenantId, o.AccountId });
    }
}

internal sealed class OpportunityLineTable : IEntityTypeConfiguration<OpportunityLine>
{
    public void Configure(EntityTypeBuilder<OpportunityLine> row)
    {
        row.ToTable("OpportunityLines");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(l => new { l.TenantId, l.OpportunityId });
        row.HasOne<Product>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProductId });
    }
}

internal sealed class StageEvidenceTable : IEntityTypeConfiguration<StageEvidence>
{
    public void Configure(EntityTypeBuilder<StageEvidence> row)
    {
        row.ToTable("StageEvidence");
        row.HasOne<Shared.SharedStep>().WithMany().HasForeignKey(e => new { e.TenantId, e.SharedStepId });
        row.HasOne<Processes.ProcessStep>().WithMany().HasForeignKey(e => new { e.TenantId, e.StepId });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(e => new { e.TenantId, e.OpportunityId });
        row.HasOne<Stage>().WithMany().HasForeignKey(e => new { e.TenantId, e.StageId });
    }
}

internal sealed class MoveNoteTable : IEntityTypeConfiguration<MoveNote>
{
    public void Configure(EntityTypeBuilder<MoveNote> row)
    {
        row.ToTable("MoveNotes");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(n => new { n.TenantId, n.OpportunityId });
        row.HasOne<Stage>().WithMany().HasForeignKey(n => new { n.TenantId, n.FromStageId });
        row.HasOne<Stage>().WithMany().HasForeignKey(n => new { n.TenantId, n.ToStageId });
    }
}

internal sealed class OpportunityStateTable : IEntityTypeConfiguration<OpportunityState>
{
    public void Configure(EntityTypeBuilder<OpportunityState> row)
    {
        row.ToTable("OpportunityStates");
        row.HasIndex(s => new { s.TenantId, s.OpportunityId, s.From });
        // The latest stays in a stage.
        row.HasIndex(s => new { s.TenantId, s.StageId, s.From }).HasFilter("\"end\" = 'Open' AND superseded_at IS NULL").HasDatabaseName("ix_opportunity_states_of_a_stage");
        // A past day's deals are found, summed and sorted within this index.
        row.HasIndex(s => new { s.TenantId, s.End, s.Bucket, s.From, s.To, s.SupersededAt, s.CloseOn, s.Id, s.OpportunityId, s.OwnerId, s.StageId, s.Amount, s.Currency }).HasDatabaseName("ix_opportunity_states_of_a_day");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(s => new { s.TenantId, s.OpportunityId });
    }
}
