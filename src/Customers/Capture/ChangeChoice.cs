using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Says what others see of what is captured from me, of what there is too; where I said it of one, that stays.</summary>
internal static class ChangeChoice
{
    public sealed record Input
    {
        public Readers Readers { get; init; }
        public bool HidesTouches { get; init; }

        [StringLength(2_000)]
        public string? OwnAddresses { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        if (Addresses.Lines(input.OwnAddresses).FirstOrDefault(a => Addresses.Clean(a) is null) is { } wrong) return Outcome.Invalid(nameof(input.OwnAddresses), T("{0} is not a mail address.", wrong));
        var choice = await db.Rows<CaptureChoice>().SingleOrDefaultAsync(c => c.PersonId == me, ct);
        if (choice is null) db.Add(choice = new CaptureChoice { PersonId = me });
        (choice.Readers, choice.HidesTouches, choice.OwnAddresses) = (input.Readers, input.HidesTouches, string.Join('\n', Addresses.In(input.OwnAddresses)));
        var touches = from t in db.Rows<CapturedTouch>() join i in db.Rows<Interaction>() on t.InteractionId equals i.Id select new { t.CapturedId, Touch = i, IsMine = db.Rows<Account>().Any(a => a.Id == i.AccountId && a.OwnerId == me) };
        var owned = touches.Where(t => t.IsMine).Select(t => t.CapturedId);
        foreach (var captured in await db.Rows<Captured>().Where(c => c.PersonId == me && c.State == CapturedState.Filed && !c.ReadersChosen && c.Readers != input.Readers && owned.Contains(c.Id)).ToListAsync(ct)) captured.Readers = input.Readers;
        var mine = db.Rows<Captured>().Where(c => c.PersonId == me).Select(c => c.Id);
        // One that a colleague is in as well is theirs to show.
        var others = from t in db.Rows<CapturedTouch>() join c in db.Rows<Captured>() on t.CapturedId equals c.Id where c.PersonId != me select t.InteractionId;
        foreach (var touch in await touches.Where(t => mine.Contains(t.CapturedId) && t.Touch.IsHidden != input.HidesTouches && !others.Contains(t.Touch.Id)).Select(t => t.Touch).ToListAsync(ct)) touch.IsHidden = input.HidesTouches;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/me/capture")).Saying(T("Saved."));
    }
}

/// <summary>An address is filed again from now on.</summary>
internal static class Unignore
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<IgnoredAddress>().SingleOrDefaultAsync(i => i.Id == input.Id && i.PersonId == db.Viewer.PersonId, ct) is not { } ignored) return Outcome.Missing;
        db.Remove(ignored);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/me/capture")).Saying(T("{0} is no longer ignored.", ignored.Pattern));
    }
}
