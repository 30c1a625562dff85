using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Negotiation;

/// <summary>That whoever leads the owner of a deal was told of a discount in its last stage; once for each.</summary>
internal sealed class DiscountTold : Entity
{
    public required Guid OpportunityId { get; init; }
    public required Guid ConcessionId { get; init; }

    [PointsAt(Kind = "person")]
    public required Guid ToldId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When they said that they have read it.</summary>
    public DateTime? ReadAt { get; set; }
}

internal sealed class DiscountToldTable : IEntityTypeConfiguration<DiscountTold>
{
    public void Configure(EntityTypeBuilder<DiscountTold> row)
    {
        row.ToTable("DiscountsTold");
        row.HasIndex(t => new { t.TenantId, t.ConcessionId }).IsUnique();
        row.HasIndex(t => new { t.TenantId, t.ToldId }).HasFilter("read_at IS NULL").HasDatabaseName("ix_discounts_told_unread");
        row.HasOne<Opportunity>().WithMany().HasForeignKey(t => new { t.TenantId, t.OpportunityId });
        row.HasOne<Concession>().WithMany().HasForeignKey(t => new { t.TenantId, t.ConcessionId });
    }
}

/// <summary>Tells whoever leads the owner of a deal of a discount in its last stage. Saved by the caller.</summary>
internal static class LateDiscount
{
    public static async Task TellAsync(AppDb db, Opportunity deal, Concession row, DateTime now, CancellationToken ct)
    {
        if (row.GrantedOn is null || !(row.Amount > 0 || row.Percent > 0) || deal.End is not StageEnd.Open || !await IsLateAsync(db, deal, row.StageId, ct) || !await BesideRules.IsOnAsync(db, BesideRules.LateDiscount, ct)) return;
        // Nobody is told what they did themselves.
        if ((await Told.ReadAsync(db, true, ct)).LeaderOf(deal.OwnerId) is not { } leader || leader == db.Viewer.PersonId) return;
        db.Add(new DiscountTold { OpportunityId = deal.Id, ConcessionId = row.Id, ToldId = leader, At = now });
    }

    // As the rule takes it: the last stage on the way of this deal.
    private static async Task<bool> IsLateAsync(AppDb db, Opportunity deal, Guid stage, CancellationToken ct) =>
        (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince).IsLate(stage);
}
