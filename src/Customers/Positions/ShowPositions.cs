using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Positions;

/// <summary>Shows the forms about where a contact works.</summary>
internal static class ShowPositions
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<PositionFormView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var accounts = db.Accounts;
        if (await db.Contacts.Where(c => c.Id == input.Id).Select(c => new { c.Name, Account = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault() }).SingleOrDefaultAsync(ct) is not { } contact) return Outcome.Missing;
        return new PositionFormView(input.Id, contact.Name, contact.Account, await ListTasks.TodayAsync(db, clock, ct));
    }

    /// <summary>The positions of a contact as data.</summary>
    public static async Task<Outcome<IReadOnlyList<PositionView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Contacts.AnyAsync(c => c.Id == input.Id, ct) ? Outcome.Done(await PositionView.OfAsync(db, input.Id, null, ct)) : Outcome.Missing;
}

/// <summary>What the forms start with.</summary>
public sealed record PositionFormView(Guid ContactId, string Name, string? Account, DateOnly Today);
