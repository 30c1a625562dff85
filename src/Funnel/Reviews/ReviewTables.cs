using Coxswain.Funnel.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Reviews;

internal sealed class DealReviewTable : IEntityTypeConfiguration<DealReview>
{
    public void Configure(EntityTypeBuilder<DealReview> row)
    {
        row.ToTable("DealReviews");
        row.HasIndex(r => new { r.TenantId, r.OpportunityId });
        row.HasIndex(r => new { r.TenantId, r.ReviewedOn });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(r => new { r.TenantId, r.OpportunityId });
    }
}

internal sealed class ReviewCodeTable : IEntityTypeConfiguration<ReviewCode>
{
    public void Configure(EntityTypeBuilder<ReviewCode> row)
    {
        row.ToTable("ReviewCodes");
        row.HasIndex(c => new { c.TenantId, c.Kind, c.FoldedName });
    }
}
