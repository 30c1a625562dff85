using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>How strongly something ticked in a look back counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CriterionStrength>))]
public enum CriterionStrength { Weak, Clear, Decisive }

/// <summary>How strongly one thing that was ticked in a look back counted, what shows it, and who brought it about; one for each that somebody said more of than the tick.</summary>
[Tracked(Kinds.ReviewCriterion)]
internal sealed class ReviewCriterion : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required Guid ReviewId { get; init; }

    /// <summary>The key of what was ticked. Where the tick is gone this waits for it unseen.</summary>
    public required string Criterion { get; init; }

    /// <summary>Null is unknown.</summary>
    public CriterionStrength? Strength { get; set; }

    /// <summary>What shows it.</summary>
    [Personal]
    public string? Evidence { get; set; }

    /// <summary>Who brought it about, of us and of them, in words.</summary>
    [Personal]
    public string? Contributors { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>What is said of something that was ticked.</summary>
/// <param name="Criterion">Its key.</param>
/// <param name="Strength">How strongly it counted; null is unknown.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Contributors">Who brought it about.</param>
public sealed record WeighedCriterion(string Criterion, CriterionStrength? Strength, string? Evidence, string? Contributors);

internal sealed class ReviewCriterionTable : IEntityTypeConfiguration<ReviewCriterion>
{
    public void Configure(EntityTypeBuilder<ReviewCriterion> row)
    {
        row.ToTable("ReviewCriteria");
        row.HasIndex(c => new { c.TenantId, c.ReviewId, c.Criterion }).IsUnique();
        row.HasOne<Opportunity>().WithMany().HasForeignKey(c => new { c.TenantId, c.OpportunityId });
        row.HasOne<DealReview>().WithMany().HasForeignKey(c => new { c.TenantId, c.ReviewId });
    }
}

/// <summary>An erased contact is named by nothing that counted in a deal any more; that it counted stays.</summary>
internal sealed class CriterionErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var naming = new List<Guid>();
        await foreach (var row in db.Rows<ReviewCriterion>().AsNoTracking().Select(c => new { c.Id, c.Evidence, c.Contributors }).AsAsyncEnumerable().WithCancellation(ct))
            if (blot.Names(row.Evidence) || blot.Names(row.Contributors)) naming.Add(row.Id);
        if (naming.Count > 0) await db.RewriteRecordsAsync(db.Rows<ReviewCriterion>().Where(c => naming.Contains(c.Id)), c => (c.Evidence, c.Contributors) = (blot.Text(c.Evidence), blot.Text(c.Contributors)), blot, ct);
        await db.RewriteHistoryAsync(await db.OnceKeptAsync(Kinds.ReviewCriterion, id, ct), blot, ct);
        return [];
    }
}

/// <summary>What counted in a deal is of the deal, not of one contact.</summary>
internal sealed class ContactCriterionData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(ReviewCriterion)] = "What counted in a deal, in words of ours; a name among them goes when the contact is erased." };
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadCriterionData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(ReviewCriterion)] = "Of deals, and a lead has none." };
}
