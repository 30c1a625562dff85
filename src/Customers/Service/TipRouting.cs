using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service;

/// <summary>Who decides on what was heard at an account, so that it waits for somebody who is here to read it.</summary>
internal static class TipRouting
{
    /// <summary>The owner of the account; where they have left whoever leads their team, then somebody of the account's team, then a leader or an administrator.</summary>
    public static async Task<Guid> OfAsync(AppDb db, Guid accountId, Guid ownerId, CancellationToken ct)
    {
        if (await db.IsHereAsync(ownerId, ct)) return ownerId;
        var (people, members) = (db.PersonRows().Where(p => p.IsHere), db.Rows<AccountMember>().Where(m => m.AccountId == accountId));
        if (await ManagerAsync(db, ownerId, ct) is { } manager) return manager;
        var others = await people.Where(p => members.Any(m => m.PersonId == p.Id) || p.Role == Role.Leader || p.Role == Role.Admin)
            .Select(p => new { p.Id, p.Role, p.FoldedName, p.CanSignIn, IsMember = members.Any(m => m.PersonId == p.Id) }).OrderByDescending(p => p.CanSignIn).ThenBy(p => p.FoldedName).ThenBy(p => p.Id).Take(200).ToListAsync(ct);
        // Of the account's team those who may take it as a deal.
        return others.OrderBy(p => p.IsMember && p.Role.Allows(Permission.EditFunnel) ? 0 : p.Role is Role.Leader ? 1 : p.Role is Role.Admin ? 2 : 3).FirstOrDefault()?.Id ?? ownerId;
    }

    /// <summary>What waits at those of these accounts that are about to have a new owner goes along with them. The caller saves.</summary>
    public static async Task FollowAsync(AppDb db, IEnumerable<Account> changed, CancellationToken ct)
    {
        var owners = changed.Where(a => db.Entry(a).Property(r => r.OwnerId) is var owns && owns.OriginalValue != owns.CurrentValue).ToDictionary(a => a.Id, a => a.OwnerId);
        if (owners.Count == 0) return;
        var accounts = owners.Keys.ToList();
        foreach (var tip in await db.Rows<Tip>().Where(t => accounts.Contains(t.AccountId) && t.State == TipState.Waiting).ToListAsync(ct)) tip.ToId = owners[tip.AccountId];
    }

    // Whoever leads the team they were in last, or the nearest above that has somebody here who leads it.
    private static async Task<Guid?> ManagerAsync(AppDb db, Guid personId, CancellationToken ct)
    {
        var people = db.PersonRows().Where(p => p.IsHere);
        var at = await db.PersonRows().Where(p => p.Id == personId).Select(p => p.TeamId ?? db.MembershipRows().Where(m => m.PersonId == p.Id).OrderByDescending(m => m.From).Select(m => (Guid?)m.TeamId).FirstOrDefault()).SingleOrDefaultAsync(ct);
        if (at is null) return null;
        var teams = await db.TeamRows().Select(t => new { t.Id, t.ParentId, Manager = people.Where(p => p.Id == t.ManagerId).Select(p => (Guid?)p.Id).FirstOrDefault() }).ToDictionaryAsync(t => t.Id, ct);
        for (var left = teams.Count; at is { } id && left > 0 && teams.TryGetValue(id, out var team); at = team.ParentId, left--)
            if (team.Manager is { } manager) return manager;
        return null;
    }
}

/// <summary>The tips that wait for the viewer, for other modules.</summary>
public static class TipReads
{
    /// <summary>Who waited longest first.</summary>
    public static IQueryable<TipView> TipsToDecide(this AppDb db, int most) => ListTips.Waiting(db).AsNoTracking().OrderBy(t => t.HeardOn).ThenBy(t => t.Id).Take(most).Select(TipView.Reading(db));
}
