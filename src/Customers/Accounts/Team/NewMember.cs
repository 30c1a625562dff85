using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts.Team;

/// <summary>Shows the form that takes somebody into an account's team.</summary>
internal static class NewMember
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<MemberFormView>> Do(Input input, AppDb db, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == input.Id).Select(a => new { a.Name, a.OwnerId }).SingleOrDefaultAsync(ct) is { } account
            ? new MemberFormView(input.Id, account.Name, [.. (await Owners.ChoicesAsync(db, ct)).Where(c => c.Value != account.OwnerId.ToString())]) : Outcome.Missing;

    /// <summary>The team of an account as data, without its owner.</summary>
    public static async Task<Outcome<IReadOnlyList<MemberView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Accounts.AnyAsync(a => a.Id == input.Id, ct) ? Outcome.Done(await MemberView.OfAsync(db, input.Id, ct)) : Outcome.Missing;
}

/// <summary>What the form starts with.</summary>
public sealed record MemberFormView(Guid AccountId, string Account, IReadOnlyList<Choice> People);
