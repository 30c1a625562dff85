using System.Text.Json.Serialization;
using Coxswain.Customers.Attachments;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Consent;

/// <summary>One entry about being written to, as pages and the API show it.</summary>
public sealed record ConsentLine
{
    public required Guid Id { get; init; }
    public required Channel Channel { get; init; }
    public required Purpose Purpose { get; init; }

    /// <summary>Which newsletter; null for all of them.</summary>
    public string? Topic { get; init; }

    /// <summary>They may be written to; else it was withdrawn or refused.</summary>
    public required bool IsGiven { get; init; }
    public LegalGround? Ground { get; init; }

    /// <summary>The day they said so.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When we learned it, in UTC.</summary>
    public required DateTime RecordedAt { get; init; }
    public required ConsentWay Way { get; init; }
    public string? Evidence { get; init; }
    public Guid? AttachmentId { get; init; }

    /// <summary>The name of the file that shows it.</summary>
    public string? Document { get; init; }

    /// <summary>Who wrote it down.</summary>
    public string? PersonName { get; init; }
}

/// <summary>How it stands for one way and purpose.</summary>
/// <param name="Latest">The entry that counts.</param>
public sealed record ConsentStand(ConsentLine Latest)
{
    public bool MayWrite => Latest.IsGiven;
}

/// <summary>What is recorded of somebody about being written to.</summary>
/// <param name="Url">The record's address; its acts are under it.</param>
/// <param name="Stands">How it stands, for each way and purpose something is recorded of.</param>
/// <param name="Entries">All entries, the latest first.</param>
/// <param name="Suppressed">Why their address may not be written to at all; null where it may.</param>
public sealed record ConsentView(string Url, IReadOnlyList<ConsentStand> Stands, IReadOnlyList<ConsentLine> Entries, SuppressionView? Suppressed)
{
    /// <summary>Their address; null where none is known.</summary>
    public string? Email { get; init; }

    [JsonIgnore]
    public bool MayAdd { get; init; }
}

/// <summary>Reads entries and works out how it stands.</summary>
internal static class ConsentReading
{
    private const int Most = 200;

    /// <summary>All entries about a contact or a lead.</summary>
    public static async Task<IReadOnlyList<ConsentLine>> EntriesAsync(IQueryable<ConsentEntry> of, CancellationToken ct) => [.. (await of.AsNoTracking().ToListAsync(ct)).Select(Line)];

    /// <summary>What a record's page and the API show of it, in one statement beside all the others of a page.</summary>
    public static async Task<ConsentView> OfAsync(AppDb db, Tenant tenant, string url, IQueryable<ConsentEntry> of, string? email, bool mayAdd, CancellationToken ct)
    {
        var (people, files, stops) = (db.PersonRows(), db.Rows<Attachment>(), SuppressionBook.Stopping(db, tenant, email));
        // From the organisation's own row, so that there is one to tell of the address where nothing was ever said.
        var rows = await db.Rows<Tenant>().AsNoTracking().Where(t => t.Id == db.Viewer.TenantId).SelectMany(t => of.Where(c => c.TenantId == t.Id).DefaultIfEmpty(), (t, c) => new
        {
            Entry = c, Document = c == null ? null : files.Where(f => f.Id == c.AttachmentId).Select(f => f.Name).FirstOrDefault(), Person = c == null ? null : people.Where(p => p.Id == c.PersonId).Select(p => p.Name).FirstOrDefault(),
            Id = stops.Select(s => (Guid?)s.Id).FirstOrDefault(), Value = stops.Select(s => s.Value).FirstOrDefault(), IsDomain = stops.Select(s => (bool?)s.IsDomain).FirstOrDefault(), Reason = stops.Select(s => (SuppressionReason?)s.Reason).FirstOrDefault(),
            Note = stops.Select(s => s.Note).FirstOrDefault(), On = stops.Select(s => (DateOnly?)s.On).FirstOrDefault(), By = stops.Select(s => people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault()).FirstOrDefault(),
        }).ToListAsync(ct);
        IReadOnlyList<ConsentLine> all = [.. rows.Where(r => r.Entry is not null).OrderByDescending(r => r.Entry!.On).ThenByDescending(r => r.Entry!.RecordedAt).ThenByDescending(r => r.Entry!.Id).Select(r => Line(r.Entry!) with { Document = r.Document, PersonName = r.Person })];
        // Acts need the address itself; who may not see it is told what holds for it and not what it is.
        var isSeen = !db.Reaches.Fields.Hidden(url.StartsWith("/leads/", StringComparison.Ordinal) ? Kinds.Lead : Kinds.Contact).Contains("Email");
        var stopped = rows[0] is { Id: { } id } stop ? new SuppressionView { Id = id, Value = isSeen ? stop.Value : null, IsDomain = stop.IsDomain!.Value, Reason = stop.Reason!.Value, Note = stop.Note, On = stop.On!.Value, PersonName = stop.By } : null;
        return new ConsentView(url, ConsentRule.Stands(all), [.. all.Take(Most)], stopped) { Email = isSeen ? email : null, MayAdd = mayAdd };
    }

    internal static ConsentLine Line(ConsentEntry c) => new()
    {
        Id = c.Id, Channel = c.Channel, Purpose = c.Purpose, Topic = c.Topic, IsGiven = c.IsGiven, Ground = c.Ground, On = c.On, RecordedAt = c.RecordedAt, Way = c.Way, Evidence = c.Evidence, AttachmentId = c.AttachmentId,
    };
}
