using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Import;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>
/// What two accounts have each one of, so that a second cannot come over: the head of a plan, and what somebody does in the team. What the one
/// that stays knows nothing of is filled from the other; where both say something the plan of the other is kept as a version, and what
/// somebody does is said with both. The row that stays behind still says what came from it, which is how it is taken back.
/// </summary>
internal static class Joining
{
    private const string Filled = "filled:account_plans.", Kept = "new:plan_reviews", Said = "joined:account_members";

    /// <summary>These are rows of a merge that were joined here.</summary>
    public static bool Are(PointedRows rows) => rows.Name.StartsWith(Filled, StringComparison.Ordinal) || rows.Name is Kept or Said;

    /// <summary>Before the rows of the other come over; saves.</summary>
    public static async Task<IReadOnlyList<PointedRows>> JoinAsync(AppDb db, Account keep, Account other, DateTime now, CancellationToken ct)
    {
        List<PointedRows> joined = [.. await PlansAsync(db, keep, other, now, ct), .. await TeamsAsync(db, keep.Id, other.Id, ct)];
        if (joined.Count > 0) await db.SaveChangesAsync(ct);
        return joined;
    }

    private static async Task<IReadOnlyList<PointedRows>> PlansAsync(AppDb db, Account keep, Account other, DateTime now, CancellationToken ct)
    {
        var plans = await db.Rows<AccountPlan>().Where(p => p.AccountId == keep.Id || p.AccountId == other.Id).ToListAsync(ct);
        if (plans.SingleOrDefault(p => p.AccountId == keep.Id) is not { } mine || plans.SingleOrDefault(p => p.AccountId == other.Id) is not { } theirs) return [];
        var joined = new List<PointedRows>();
        foreach (var field in (string[])[nameof(AccountPlan.Scope), nameof(AccountPlan.Until), nameof(AccountPlan.Charter)])
        {
            var (to, from) = (db.Entry(mine).Property(field), db.Entry(theirs).Property(field).CurrentValue);
            if (to.CurrentValue is not null || from is null) continue;
            to.CurrentValue = from;
            joined.Add(new PointedRows(Filled + field, [mine.Id], []));
        }
        if (!Differ(mine.Scope, theirs.Scope) && !Differ(mine.Charter, theirs.Charter) && !Differ(mine.Until, theirs.Until)) return joined;
        var snapshot = new PlanSnapshot(DateOnly.FromDateTime(now), theirs.Scope, theirs.Until, theirs.Charter, await PlanReading.ItemsAsync(db, other.Id, ct), await PlanReading.StandingAsync(db, other.Id, ct));
        var text = string.Join("\n", new[] { T("The plan of {0}, which was merged into this account.", other.Name), theirs.Scope, theirs.Charter }.OfType<string>());
        var review = new PlanReview { AccountId = keep.Id, HeldOn = DateOnly.FromDateTime(now), WithCustomer = false, Note = text, Snapshot = Json.Write(snapshot), SaidById = db.Viewer.PersonId };
        db.Add(review);
        joined.Add(new PointedRows(Kept, [review.Id], []));
        return joined;

        static bool Differ(object? one, object? two) => two is not null && !Equals(one, two);
    }

    private static async Task<IReadOnlyList<PointedRows>> TeamsAsync(AppDb db, Guid keepId, Guid otherId, CancellationToken ct)
    {
        var (mine, theirs) = await TeamsOfAsync(db, keepId, otherId, ct);
        var joined = new List<Guid>();
        foreach (var member in mine)
        {
            if (theirs.GetValueOrDefault(member.PersonId)?.Function is not { } function || function == member.Function) continue;
            member.Function = member.Function is { } already ? $"{already}, {function}" : function;
            joined.Add(member.Id);
        }
        return joined.Count == 0 ? [] : [new PointedRows(Said, joined, [])];
    }

    /// <summary>Takes it back, but for what was changed since. The caller saves.</summary>
    /// <returns>How many were taken back.</returns>
    public static async Task<int> UndoAsync(AppDb db, PointedRows rows, Guid keptId, Guid goneId, CancellationToken ct)
    {
        if (rows.Name == Kept)
        {
            var reviews = await db.Rows<PlanReview>().Where(r => rows.Ids.Contains(r.Id)).ToListAsync(ct);
            db.RemoveRange(reviews);
            return reviews.Count;
        }
        if (rows.Name == Said) return await UndoTeamsAsync(db, rows, keptId, goneId, ct);
        var plans = await db.Rows<AccountPlan>().Where(p => p.AccountId == keptId || p.AccountId == goneId).ToListAsync(ct);
        if (plans.SingleOrDefault(p => p.AccountId == keptId) is not { } mine || plans.SingleOrDefault(p => p.AccountId == goneId) is not { } theirs) return 0;
        var (filled, from) = (db.Entry(mine).Property(rows.Name[Filled.Length..]), db.Entry(theirs).Property(rows.Name[Filled.Length..]));
        if (!Equals(filled.CurrentValue, from.CurrentValue)) return 0;
        filled.CurrentValue = null;
        return 1;
    }

    private static async Task<int> UndoTeamsAsync(AppDb db, PointedRows rows, Guid keptId, Guid goneId, CancellationToken ct)
    {
        var (mine, theirs) = await TeamsOfAsync(db, keptId, goneId, ct);
        var back = 0;
        foreach (var member in mine.Where(m => rows.Ids.Contains(m.Id)))
        {
            if (theirs.GetValueOrDefault(member.PersonId)?.Function is not { } function) continue;
            if (member.Function == function) member.Function = null;
            else if (member.Function?.EndsWith($", {function}", StringComparison.Ordinal) is true) member.Function = member.Function[..^(function.Length + 2)];
            else continue;
            back++;
        }
        return back;
    }

    private static async Task<(IReadOnlyList<AccountMember> Mine, IReadOnlyDictionary<Guid, AccountMember> Theirs)> TeamsOfAsync(AppDb db, Guid keptId, Guid goneId, CancellationToken ct)
    {
        var members = await db.Rows<AccountMember>().Where(m => m.AccountId == keptId || m.AccountId == goneId).ToListAsync(ct);
        return ([.. members.Where(m => m.AccountId == keptId)], members.Where(m => m.AccountId == goneId).ToDictionary(m => m.PersonId));
    }
}
