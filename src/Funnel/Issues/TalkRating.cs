using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>What a talk about a deal was about, with what shows it, as whoever was there or listened says; one for a talk.</summary>
[Tracked(Kinds.TalkRating)]
internal sealed class TalkRating : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>The talk.</summary>
    [PointsAt(Kind = "interaction")]
    public required Guid InteractionId { get; init; }

    /// <summary>Who of us held it.</summary>
    [PointsAt(Kind = "person")]
    public required Guid HeldById { get; init; }

    /// <summary>The day of the talk.</summary>
    public required DateOnly On { get; init; }
    public required TalkLevel Level { get; set; }

    /// <summary>What was said that shows it.</summary>
    [Personal]
    public required string Evidence { get; set; }

    [PointsAt(Kind = "person")]
    public required Guid SaidById { get; set; }

    public Guid? TimelineId => OpportunityId;
}

internal sealed class TalkRatingTable : IEntityTypeConfiguration<TalkRating>
{
    public void Configure(EntityTypeBuilder<TalkRating> row)
    {
        row.ToTable("TalkRatings");
        row.HasIndex(r => new { r.TenantId, r.InteractionId }).IsUnique();
        row.HasIndex(r => new { r.TenantId, r.On, r.HeldById });
        row.HasOne<Opportunity>().WithMany().HasForeignKey(r => new { r.TenantId, r.OpportunityId });
    }
}

/// <summary>An erased contact is named by nothing that shows what a talk was about; what it was about stays.</summary>
internal sealed class TalkRatingErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var naming = new List<Guid>();
        await foreach (var row in db.Rows<TalkRating>().AsNoTracking().Select(r => new { r.Id, r.Evidence }).AsAsyncEnumerable().WithCancellation(ct))
            if (blot.Names(row.Evidence)) naming.Add(row.Id);
        if (naming.Count > 0) await db.RewriteRecordsAsync(db.Rows<TalkRating>().Where(r => naming.Contains(r.Id)), r => r.Evidence = blot.Text(r.Evidence)!, blot, ct);
        // What was said in a talk goes with whom it was said by, whether it names them or not; what was said before it was corrected is sealed.
        var (talks, without) = (db.Touches().Where(t => t.ContactId == id), T("Something an erased contact said"));
        var theirs = await db.Rows<TalkRating>().Where(r => talks.Any(t => t.Id == r.InteractionId)).Select(r => r.Id).ToListAsync(ct);
        if (theirs.Count > 0) await db.RewriteRecordsAsync(db.Rows<TalkRating>().Where(r => theirs.Contains(r.Id)), r => r.Evidence = without, blot, ct);
        await db.RewriteHistoryAsync(await db.OnceKeptAsync(Kinds.TalkRating, id, ct), blot, ct);
        return [];
    }
}

/// <summary>What the talks of somebody who works here were about, and what they said of those of others.</summary>
internal sealed class TalkRatingData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What talks were about that they held or said it of"), (db, id) => db.TalkRatings.Where(r => r.HeldById == id || r.SaidById == id))];
}

/// <summary>What talks with a contact were about.</summary>
internal sealed class ContactTalkRatingData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What talks with them were about"), (db, id) =>
    {
        var talks = db.Touches().Where(t => t.ContactId == id);
        return db.TalkRatings.Where(r => talks.Any(t => t.Id == r.InteractionId));
    })];
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadTalkRatingData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(TalkRating)] = "Of talks about deals, and a lead has none." };
}
