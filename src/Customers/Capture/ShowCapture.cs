using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>Shows a person what is fetched for them, what waits, and who may read it. For nobody else's eyes.</summary>
internal static class ShowCapture
{
    public static async Task<Outcome<CaptureView>> Do(AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var rules = await CaptureRules.OfAsync(db, ct);
        var choice = await db.Rows<CaptureChoice>().AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == me, ct) ?? new CaptureChoice { PersonId = me };
        return new CaptureView
        {
            AllowsCalendars = rules.Calendars, AllowsMail = rules.Mail, Readers = choice.Readers, HidesTouches = choice.HidesTouches, OwnAddresses = choice.OwnAddresses,
            Feeds = (await Feeds(db).Where(f => f.PersonId == me).OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(FeedLine.Reading).ToListAsync(ct)).ConvertAll(db.Local),
            Waiting = await db.Rows<Captured>().CountAsync(c => c.PersonId == me && c.State == CapturedState.Waiting, ct),
            Ignored = await db.Rows<IgnoredAddress>().Where(i => i.PersonId == me).OrderBy(i => i.Pattern).Select(i => new IgnoredLine(i.Id, i.Pattern)).ToListAsync(ct),
        };
    }

    internal static IQueryable<Feed> Feeds(AppDb db) => db.Rows<Feed>().AsNoTracking();
}

/// <summary>What a person's page about mail and calendars shows.</summary>
public sealed record CaptureView
{
    public required bool AllowsCalendars { get; init; }
    public required bool AllowsMail { get; init; }
    public required IReadOnlyList<FeedLine> Feeds { get; init; }

    /// <summary>What nobody is known for.</summary>
    public required int Waiting { get; init; }
    public required Readers Readers { get; init; }
    public required bool HidesTouches { get; init; }
    public required string? OwnAddresses { get; init; }
    public required IReadOnlyList<IgnoredLine> Ignored { get; init; }
}

/// <summary>An address or a domain that is never filed.</summary>
public sealed record IgnoredLine(Guid Id, string Pattern);

/// <summary>How fetching from one place goes: no subject, no text, no address of anybody.</summary>
public sealed record FeedLine
{
    public required Guid Id { get; init; }
    public required FeedKind Kind { get; init; }
    public required Guid PersonId { get; init; }
    public required string Host { get; init; }
    public required DateTime? LastAt { get; init; }
    public required DateTime? GoodAt { get; init; }
    public required DateTime? NextAt { get; init; }
    public required OutsideFault? Fault { get; init; }
    public required string? FaultDetail { get; init; }

    internal static System.Linq.Expressions.Expression<Func<Feed, FeedLine>> Reading => f => new FeedLine { Id = f.Id, Kind = f.Kind, PersonId = f.PersonId, Host = f.Host, LastAt = f.LastAt, GoodAt = f.GoodAt, NextAt = f.NextAt, Fault = f.Fault, FaultDetail = f.FaultDetail };
}
