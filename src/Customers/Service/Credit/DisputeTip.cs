using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Credit;

/// <summary>Says that one sees the credit for a taken tip otherwise: who heard it, or who took it, and who would be credited with them.</summary>
internal static class DisputeTip
{
    public sealed record Input
    {
        /// <summary>The tip.</summary>
        public Guid Id { get; init; }

        [StringLength(300)]
        public string? Says { get; init; }
    }

    public static async Task<Outcome<DisputeView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await TipView.Seen(db).SingleOrDefaultAsync(t => t.Id == input.Id, ct) is not { } tip) return Outcome.Missing;
        if (tip.OwnerId != db.Viewer.PersonId && tip.ToId != db.Viewer.PersonId) return Outcome.Refused(T("Who heard it or who took it asks about its credit."));
        if (tip.State is not TipState.Accepted) return Outcome.Refused(T("There is credit only for a tip that was taken."));
        if (await db.Rows<TipDispute>().AnyAsync(d => d.TipId == tip.Id, ct)) return Outcome.Refused(T("The credit for this tip was asked about already."));
        if (string.IsNullOrWhiteSpace(input.Says)) return Outcome.Invalid("Says", T("Please fill this in."));
        var made = new TipDispute { TipId = tip.Id, RaisedById = db.Viewer.PersonId, Says = input.Says, RaisedOn = await ListTasks.TodayAsync(db, clock, ct) };
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await DisputeView.OneAsync(db, made.Id, ct))!).Saying(T("Whoever sees to the process settles it and says why."));
    }
}

/// <summary>Settles it: the credit stays, is shared, or goes to somebody else; those concerned read why.</summary>
internal static class SettleDispute
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public CreditSettlement? Settlement { get; init; }

        /// <summary>Who is credited beside, or instead of, who heard it.</summary>
        public Guid? CreditToId { get; init; }

        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<DisputeView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<TipDispute>().SingleOrDefaultAsync(d => d.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (row.Settlement is not null) return Outcome.Refused(T("It is settled already."));
        if (row.RaisedById == db.Viewer.PersonId) return Outcome.Refused(T("Somebody else settles what you raised."));
        var problems = new Problems().AddIf(input.Settlement is null, "Settlement", T("Please fill this in.")).AddIf(string.IsNullOrWhiteSpace(input.Because), "Because", T("Say why: those concerned read it."));
        problems.AddIf(input.Settlement is CreditSettlement.Shared or CreditSettlement.Moved && !await db.PersonRows().AnyAsync(p => p.Id == input.CreditToId && p.IsHere, ct), "CreditToId", T("Who is credited?"));
        if (problems.Any) return Outcome.Invalid(problems);
        (row.Settlement, row.Because, row.CreditToId) = (input.Settlement, input.Because, input.Settlement is CreditSettlement.Stays ? null : input.CreditToId);
        (row.SettledOn, row.SettledById) = (await ListTasks.TodayAsync(db, clock, ct), db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await DisputeView.OneAsync(db, row.Id, ct))!).Saying(T("Settled."));
    }
}
