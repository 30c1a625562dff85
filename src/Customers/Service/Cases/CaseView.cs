using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>A case as pages and the API show it.</summary>
public sealed record CaseView
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }
    public Guid? ContactId { get; init; }
    public string? ContactName { get; init; }
    public required string Subject { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? SolvedOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<CaseChannel>))]
    public CaseChannel? Channel { get; init; }

    /// <summary>How they found it, for whoever served and their line; null for others, and where nobody knows.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<CaseRating>))]
    public CaseRating? Rating { get; init; }
    public int? Stars { get; init; }
    public DateOnly? RatedOn { get; init; }
    public string? RatedFrom { get; init; }
    public Guid? AskedForId { get; init; }

    /// <summary>They asked for somebody else by name.</summary>
    public string? AskedForName { get; init; }
    public string? SourceId { get; init; }

    /// <summary>The viewer may change it.</summary>
    public bool MayEdit { get; init; }

    internal static async Task<CaseView?> OneAsync(AppDb db, Guid id, CancellationToken ct) =>
        await db.ServiceCases.AsNoTracking().Where(c => c.Id == id).Select(Reading(db)).SingleOrDefaultAsync(ct) is { } row ? ForViewer(db, [row], await FigureNames.ReadAsync(db, ct))[0] : null;

    /// <summary>A customer's word about somebody is for that somebody and their line, and for the line only once the team was told.</summary>
    internal static IReadOnlyList<CaseView> ForViewer(AppDb db, IEnumerable<CaseView> rows, FigureNames names)
    {
        var (reach, edits) = (db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read), db.Viewer.May(Permission.EditCustomers));
        bool Shown(Guid person) => reach.IncludesAllOf(person) && names.IsNamed(person);
        return [.. rows.Select(r => (Shown(r.OwnerId) ? r : r with { Rating = null, Stars = null, RatedOn = null, RatedFrom = null }) with { MayEdit = edits && db.MayEdit(Kinds.ServiceCase, r.Id, r.OwnerId) })
            .Select(r => r.AskedForId is { } asked && !Shown(asked) ? r with { AskedForId = null, AskedForName = null } : r)];
    }

    internal static Expression<Func<ServiceCase, CaseView>> Reading(AppDb db)
    {
        var (people, accounts, contacts) = (db.PersonRows(), db.Accounts, db.Contacts);
        return c => new CaseView
        {
            Id = c.Id, AccountId = c.AccountId, AccountName = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault(), ContactId = c.ContactId, ContactName = contacts.Where(k => k.Id == c.ContactId).Select(k => k.Name).FirstOrDefault(),
            Subject = c.Subject, OwnerId = c.OwnerId, OwnerName = people.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(), OpenedOn = c.OpenedOn, SolvedOn = c.SolvedOn, Channel = c.Channel, Rating = c.Rating, Stars = c.Stars, RatedOn = c.RatedOn, RatedFrom = c.RatedFrom,
            AskedForId = c.AskedForId, AskedForName = people.Where(p => p.Id == c.AskedForId).Select(p => p.Name).FirstOrDefault(), SourceId = c.SourceId,
        };
    }
}

/// <summary>Channels and ratings as people say them.</summary>
internal static class CaseWords
{
    public static string Of(CaseChannel channel) => channel switch
    {
        CaseChannel.Phone => T("Phone"),
        CaseChannel.Mail => T("E-mail"),
        CaseChannel.Chat => T("Chat"),
        CaseChannel.Portal => T("Help desk page"),
        CaseChannel.OnSite => T("On site"),
        _ => T("Another way"),
    };

    public static string Of(CaseRating rating) => rating switch
    {
        CaseRating.Good => T("satisfied"),
        CaseRating.Neutral => T("neither"),
        _ => T("not satisfied"),
    };

    public static Platform.Ui.Tone ToneOf(CaseRating rating) => rating switch { CaseRating.Good => Platform.Ui.Tone.Good, CaseRating.Bad => Platform.Ui.Tone.Bad, _ => Platform.Ui.Tone.Plain };
}
