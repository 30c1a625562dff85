using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>Takes a tip: a deal is opened for it, and whoever heard it is told what becomes of it.</summary>
internal static class AcceptTip
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>What the deal is called; what was heard, where nothing is said.</summary>
        [StringLength(200)]
        public string? Deal { get; init; }
        public decimal? Amount { get; init; }
    }

    public static async Task<Outcome<TipView>> Do(Input input, AppDb db, IEnumerable<IDealOpening> deals, TimeProvider clock, CancellationToken ct)
    {
        var (tip, no) = await db.TipToDecideAsync(input.Id, ct);
        if (no is not null) return no;
        if (!db.Viewer.May(Permission.EditFunnel) || deals.FirstOrDefault() is not { } opening) return Outcome.Refused(T("You may not add deals. Leave the deal out, or ask who may."));
        var problems = new Problems();
        var name = input.Deal ?? (tip!.Heard.Length > 120 ? tip.Heard[..119] + "…" : tip.Heard);
        tip!.OpportunityId = await opening.AddAsync(db, new(name, tip.AccountId, input.Amount, T("Support"), Lead: null), problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        // Where it comes from is nobody's to say.
        db.PassesRoleLocks = true;
        (tip.State, tip.DecidedAt) = (TipState.Accepted, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await TipView.OneAsync(db, tip.Id, ct))!).Saying(T("It is a deal now; whoever heard it sees what becomes of it."));
    }
}

/// <summary>Declines a tip, with the reason that whoever heard it reads.</summary>
internal static class DeclineTip
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<TipView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (tip, no) = await db.TipToDecideAsync(input.Id, ct);
        if (no is not null) return no;
        if (string.IsNullOrWhiteSpace(input.Because)) return Outcome.Invalid("Because", T("Say why: whoever heard it reads it."));
        (tip!.State, tip.Because, tip.DecidedAt) = (TipState.Declined, input.Because, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await TipView.OneAsync(db, tip.Id, ct))!).Saying(T("Declined."));
    }
}

/// <summary>Takes a tip of one's own back while nobody has decided on it.</summary>
internal static class RemoveTip
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<TipGone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<Tip>().SingleOrDefaultAsync(t => t.Id == input.Id && t.OwnerId == db.Viewer.PersonId, ct) is not { } tip) return Outcome.Missing;
        if (tip.State is not TipState.Waiting) return Outcome.Refused(T("It is decided already."));
        tip.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new TipGone(tip.Id)).Saying(T("Taken back."), $"/tips/{tip.Id}/restorations");
    }
}

/// <summary>Brings it back.</summary>
internal static class RestoreTip
{
    public static async Task<Outcome<TipGone>> Do(RemoveTip.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Tip>().SingleOrDefaultAsync(t => t.Id == input.Id && t.OwnerId == db.Viewer.PersonId, ct) is not { } tip) return Outcome.Missing;
        tip.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return new TipGone(tip.Id);
    }
}

/// <summary>A tip that was taken back, or brought back.</summary>
public sealed record TipGone(Guid Id);

/// <summary>How acts open a tip.</summary>
internal static class TipOpening
{
    /// <summary>For whoever it was handed to, and for who may change the account.</summary>
    public static async Task<(Tip? Row, Refusal? No)> TipToDecideAsync(this AppDb db, Guid id, CancellationToken ct)
    {
        if (await TipView.Seen(db).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } tip) return (null, Outcome.Missing);
        if (tip.State is not TipState.Waiting) return (tip, Outcome.Refused(T("It is decided already.")));
        if (tip.ToId == db.Viewer.PersonId) return (tip, null);
        var owner = await db.Accounts.Where(a => a.Id == tip.AccountId).Select(a => (Guid?)a.OwnerId).SingleOrDefaultAsync(ct);
        return owner is { } of && db.MayEdit(Kinds.Account, tip.AccountId, of) && db.Viewer.May(Permission.EditFunnel) ? (tip, null) : (tip, Outcome.Refused(T("Whoever it was handed to decides on it.")));
    }
}
