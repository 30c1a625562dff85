using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Coxswain.Platform.Periods;
namespace Coxswain.Customers.Consent;

/// <summary>
/// What somebody said about being written to goes with them. So that who asked to be erased is not written to when the next file brings them
/// again, the fingerprint of their address stays, which nobody can read; unless somebody else here has the address and they refused nothing.
/// </summary>
internal sealed class ConsentErasing(TimeProvider clock) : IErase
{
    public string Kind => Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var leads = await ContactErasing.LeadsOf(db, id).Select(l => new { l.Id, l.Email }).ToListAsync(ct);
        var email = await db.RowsWithRemoved<Contact>().Where(c => c.Id == id).Select(c => c.Email).SingleOrDefaultAsync(ct);
        var ids = leads.Select(l => (Guid?)l.Id).ToList();
        await ForgetAsync(db, db.Rows<ConsentEntry>().Where(e => e.ContactId == id || ids.Contains(e.LeadId)), [email, .. leads.Select(l => l.Email)], [id, .. leads.Select(l => l.Id)], clock, ct);
        return [];
    }

    /// <param name="db">Inside the transaction that erases.</param>
    /// <param name="which">Their entries.</param>
    /// <param name="emails">Their addresses.</param>
    /// <param name="them">The records that are theirs: who else has an address is somebody else.</param>
    /// <param name="clock">Says which day it is.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ForgetAsync(AppDb db, IQueryable<ConsentEntry> which, IReadOnlyList<string?> emails, IReadOnlyList<Guid> them, TimeProvider clock, CancellationToken ct)
    {
        var entries = await which.ToListAsync(ct);
        var refused = ConsentRule.Stands(entries.Select(ConsentReading.Line)).Any(s => !s.Latest.IsGiven);
        db.RemoveRange(entries);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. entries.Select(e => e.Id)], new Blot([]), ct);
        foreach (var address in emails.Select(Addresses.Clean).OfType<string>().Distinct())
            if (refused || !await IsSomebodyElsesAsync(db, address, them, ct)) await KeepAsync(db, address, clock, ct);
    }

    private static async Task KeepAsync(AppDb db, string address, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var print = Fingerprints.Of(tenant, address);
        if (await db.Rows<Suppression>().SingleOrDefaultAsync(s => s.Fingerprint == print, ct) is { } there)
        {
            (there.Value, there.Note) = (null, null);
            if (there.LiftedAt is not null) (there.LiftedAt, there.LiftedBecause, there.Reason) = (null, null, SuppressionReason.Law);
        }
        else db.Add(there = new Suppression { Fingerprint = print, IsDomain = false, Reason = SuppressionReason.Law, On = Periods.Of(tenant).DayOf(clock.GetUtcNow().UtcDateTime), PersonId = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([there.Id], new Blot([address]), ct);
    }

    private static async Task<bool> IsSomebodyElsesAsync(AppDb db, string address, IReadOnlyList<Guid> them, CancellationToken ct)
    {
        var folded = Folding.Fold(address);
        return await db.Rows<Contact>().AnyAsync(c => c.FoldedEmail == folded && !them.Contains(c.Id), ct) || await db.Rows<Lead>().AnyAsync(l => l.FoldedEmail == folded && !them.Contains(l.Id), ct);
    }
}

/// <summary>Entries whose contact or lead went for good go, too.</summary>
internal sealed class LostConsents : IUpkeep
{
    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct) => db.ClearAsync(db.Rows<ConsentEntry>().Where(e => e.ContactId == null && e.LeadId == null), ct);
}
