using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Desk;

/// <summary>Shows the form that notes what is on a customer's desk, with what was said last to start from.</summary>
internal static class NewDesk
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DeskFormView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Accounts.Where(a => a.Id == input.Id).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        return new DeskFormView(input.Id, account, await DeskView.Of(db, input.Id).FirstOrDefaultAsync(ct), await ListTasks.TodayAsync(db, clock, ct));
    }

    /// <summary>The notes of an account as data, the latest first.</summary>
    public static async Task<Outcome<IReadOnlyList<DeskView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Accounts.AnyAsync(a => a.Id == input.Id, ct) ? Outcome.Done<IReadOnlyList<DeskView>>(await DeskView.Of(db, input.Id).Take(100).ToListAsync(ct)) : Outcome.Missing;
}

/// <summary>What the form starts with.</summary>
public sealed record DeskFormView(Guid AccountId, string Account, DeskView? Last, DateOnly Today);
