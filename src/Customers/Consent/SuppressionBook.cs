using System.Linq.Expressions;
using Coxswain.Customers.Capture;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Consent;

/// <summary>Something nothing may be sent to, as pages and the API show it.</summary>
public sealed record SuppressionView
{
    public required Guid Id { get; init; }

    /// <summary>The address or domain; null where whoever had it is erased.</summary>
    public string? Value { get; init; }
    public required bool IsDomain { get; init; }
    public required SuppressionReason Reason { get; init; }
    public string? Note { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Who put it here.</summary>
    public string? PersonName { get; init; }

    internal static Expression<Func<Suppression, SuppressionView>> Reading(AppDb db)
    {
        var people = db.PersonRows();
        return s => new SuppressionView { Id = s.Id, Value = s.Value, IsDomain = s.IsDomain, Reason = s.Reason, Note = s.Note, On = s.On, PersonName = people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() };
    }
}

/// <summary>Looks addresses up and puts them on the list, wherever they come from.</summary>
internal static class SuppressionBook
{
    /// <summary>Why nothing may be sent to an address; null where something may.</summary>
    public static async Task<SuppressionView?> FindAsync(AppDb db, string? email, CancellationToken ct) =>
        Addresses.Clean(email) is null ? null : await Stopping(db, await db.TenantAsync(ct), email).Select(SuppressionView.Reading(db)).FirstOrDefaultAsync(ct);

    /// <summary>What stops an address, the closest first; nothing for what is no address.</summary>
    public static IQueryable<Suppression> Stopping(AppDb db, Tenant tenant, string? email)
    {
        IReadOnlyList<string> prints = Addresses.Clean(email) is { } address ? Fingerprints.Stopping(tenant, address) : [];
        return Standing(db).AsNoTracking().Where(s => prints.Contains(s.Fingerprint)).OrderBy(s => s.IsDomain);
    }

    /// <summary>What holds, and was not lifted.</summary>
    public static IQueryable<Suppression> Standing(AppDb db) => db.Rows<Suppression>().Where(s => s.LiftedAt == null);

    /// <summary>Puts addresses and domains on the list; the caller saves. What is there already stays as it is, what was lifted holds again.</summary>
    /// <returns>How many hold now that did not before.</returns>
    public static async Task<int> AddAsync(AppDb db, IEnumerable<(string Value, bool IsDomain)> values, SuppressionReason reason, string? note, DateOnly on, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var (given, added) = (values.Distinct().Select(v => (v.Value, v.IsDomain, Print: Fingerprints.Of(tenant, v.Value))).ToList(), 0);
        foreach (var some in given.Chunk(500))
        {
            var prints = some.Select(g => g.Print).ToList();
            var known = await db.Rows<Suppression>().Where(s => prints.Contains(s.Fingerprint)).ToDictionaryAsync(s => s.Fingerprint, ct);
            foreach (var (value, isDomain, print) in some)
            {
                if (known.GetValueOrDefault(print) is not { } there) db.Add(new Suppression { Fingerprint = print, IsDomain = isDomain, Value = value, Reason = reason, Note = note, On = on, PersonId = db.Viewer.PersonId });
                else if (there.LiftedAt is null) continue;
                else (there.LiftedAt, there.LiftedBecause, there.Value, there.Reason, there.Note, there.On, there.PersonId) = (null, null, value, reason, note, on, db.Viewer.PersonId);
                added++;
            }
        }
        return added;
    }
}
