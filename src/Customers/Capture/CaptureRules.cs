using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>What an administrator allows of mail and calendars to be fetched; one row for the organisation, and nothing where there is none.</summary>
internal sealed class CaptureRules : Entity
{
    public bool Calendars { get; set; }
    public bool Mail { get; set; }

    /// <summary>Hosts of the internal network that may be fetched from, one a line.</summary>
    public string? InnerHosts { get; set; }

    /// <summary>Domains whose addresses are ours, one a line: who has one is no customer.</summary>
    public string? OurDomains { get; set; }

    public ListedHosts Listed => ListedHosts.Of(InnerHosts);

    public bool Allows(FeedKind kind) => kind is FeedKind.Mailbox or FeedKind.SharedMailbox ? Mail : Calendars;

    public static async Task<CaptureRules> OfAsync(AppDb db, CancellationToken ct) => await db.Rows<CaptureRules>().AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(ct) ?? new CaptureRules();
}
