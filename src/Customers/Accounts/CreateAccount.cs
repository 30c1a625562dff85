using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Duplicates.Typing;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Adds an account, owned by whoever adds it unless someone else is named.</summary>
internal static class CreateAccount
{
    public sealed record Input : AccountFields
    {
        /// <summary>Refused where it is certain that we know it already.</summary>
        public bool UnlessKnown { get; init; }
    }

    public static async Task<Outcome<AccountView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var problems = input.Check(named: true);
        if (input.OwnerId is { } owner && owner != db.Viewer.PersonId && !await db.IsHereAsync(owner, ct)) problems.Add("OwnerId", T("Choose someone who is here."));
        var parent = await NamedAccount.FindAsync(db, input.Parent, input.ParentId, problems, ct, "Parent");
        if (problems.Any) return Outcome.Invalid(problems);
        var currency = input.RevenueCurrency?.ToUpperInvariant() ?? (input.Revenue is null ? null : (await db.TenantAsync(ct)).Currency);
        var account = new Account
        {
            Name = input.Name!, OwnerId = input.OwnerId ?? db.Viewer.PersonId, ParentId = parent, Website = input.Website, Phone = input.Phone, Industry = input.Industry, City = input.City, Country = input.Country,
            Tier = input.Tier, Class = input.Class, Employees = input.Employees, Revenue = currency is null ? null : input.Minor(currency), RevenueCurrency = currency, FoundedYear = input.FoundedYear, Description = input.Description,
        };
        await CustomTaking.TakeAsync(db, Kinds.Account, account, input.Custom, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var alike = await KnownAccounts.OfAsync(new() { Name = account.Name, Website = account.Website, Phone = account.Phone, City = account.City, Country = account.Country }, db, null, ct);
        if (input.UnlessKnown && alike.FirstOrDefault(k => k.Score is null or >= Points.Certain) is { } there) return Outcome.Invalid("Name", there.Name is null ? T("Already known, ask the owner: {0}.", there.OwnerName ?? T("nobody")) : T("Already known: {0}.", there.Name));
        db.Add(account);
        await db.SaveChangesAsync(ct);
        var view = await db.Accounts.AsNoTracking().Where(a => a.Id == account.Id).Select(AccountView.Reading(db)).SingleAsync(ct);
        return Outcome.Done(view with { LooksLike = alike }).Saying(T("{0} is added.", account.Name), $"/accounts/{account.Id}/removals");
    }
}
