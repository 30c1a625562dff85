using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Events;

/// <summary>What an organisation wants told, as its own row says.</summary>
/// <param name="Webhooks">Kinds its webhooks want, comma separated; null for none.</param>
/// <param name="Reactions">What the reactions it asked for want; null for none.</param>
internal readonly record struct Wants(string? Webhooks, string? Reactions);

/// <summary>
/// Reactions that only some organisations ask for. What they want stands in the organisation's own row, so that nothing is written for them
/// where nobody asked: an <see cref="IReaction"/> of this sort names no kinds itself.
/// </summary>
public static class AskedReactions
{
    /// <summary>By name, the kinds of events wanted, comma separated.</summary>
    internal static IReadOnlyDictionary<string, string> Read(string? kept) => kept is null ? Nothing : kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).ToDictionary(l => l[0], l => l[1]);

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Asks for a reaction, or no longer; saved at once.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reaction">Its name.</param>
    /// <param name="kinds">Kinds of events, such as <c>opportunity.*</c>, comma separated; null to ask no longer.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task AskForAsync(this AppDb db, string reaction, string? kinds, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var asked = Read(tenant.ReactionKinds).Where(a => a.Key != reaction).ToDictionary(a => a.Key, a => a.Value);
        if (kinds is not null) asked[reaction] = kinds;
        var kept = asked.Count == 0 ? null : string.Join('\n', asked.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value}"));
        if (kept == tenant.ReactionKinds) return;
        tenant.ReactionKinds = kept;
        await db.SaveChangesAsync(ct);
    }
}
