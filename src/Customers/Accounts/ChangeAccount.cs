using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Changes fields of an account: those that were sent, the others stay. A field someone else changed meanwhile is a clash.</summary>
internal static class ChangeAccount
{
    public sealed record Input : AccountFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }

        /// <summary>The version the form was drawn from; without it what is sent wins.</summary>
        public int Version { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<AccountView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var account = found!;
        var problems = input.Check(named: input.Has("Name"));
        if (input.Has("OwnerId") && input.OwnerId != account.OwnerId && !(input.OwnerId is { } owner && await db.IsHereAsync(owner, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        var parent = await ParentAsync(input, account, db, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);

        var merge = await db.MergeAsync(account, account.Drawn(input.Version), ct);
        Take(input, account, parent, merge, (await db.TenantAsync(ct)).Currency);
        await CustomTaking.TakeAsync(db, Kinds.Account, account, input.Custom, problems, ct, merge);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale([.. merge.Clashes.Select(c => c.Field == "ParentId" ? c with { Field = "Parent" } : c)]);
        await Service.TipRouting.FollowAsync(db, [account], ct);
        await db.SaveChangesAsync(ct);
        // A new owner may be out of the viewer's reach: what was just changed is still told.
        return await db.Rows<Account>().AsNoTracking().Where(a => a.Id == account.Id).Select(AccountView.Reading(db)).SingleAsync(ct);
    }

    /// <summary>The same, answered with the facts to draw.</summary>
    public static async Task<Outcome<FactsView>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var outcome = await Do(input, db, ct);
        if (!outcome.IsDone) return outcome.No;
        var shown = await ShowAccountFacts.Do(new() { Id = input.Id }, db, ct);
        return shown.View is { } facts ? facts with { IsSaved = true } : Outcome.Missing;
    }

    private static async Task<Guid?> ParentAsync(Input input, Account account, AppDb db, Problems problems, CancellationToken ct)
    {
        if (!input.Has("Parent") && !input.Has("ParentId")) return account.ParentId;
        var parent = await NamedAccount.FindAsync(db, input.Parent, input.ParentId, problems, ct, "Parent", account.ParentId);
        if (parent is { } above && !(await AccountTree.AboveAsync(db, [above], ct)).Join(account.Id, above)) problems.Add("Parent", T("{0} would belong to itself.", account.Name));
        return parent;
    }

    private static void Take(Input input, Account a, Guid? parent, Merge merge, string usual)
    {
        if (input.Has("Name")) a.Name = merge.Take(nameof(a.Name), a.Name, input.Name!);
        if (input.Has("Website")) a.Website = merge.Take(nameof(a.Website), a.Website, input.Website);
        if (input.Has("Phone")) a.Phone = merge.Take(nameof(a.Phone), a.Phone, input.Phone);
        if (input.Has("Industry")) a.Industry = merge.Take(nameof(a.Industry), a.Industry, input.Industry);
        if (input.Has("City")) a.City = merge.Take(nameof(a.City), a.City, input.City);
        if (input.Has("Country")) a.Country = merge.Take(nameof(a.Country), a.Country, input.Country);
        if (input.Has("Tier")) a.Tier = merge.Take(nameof(a.Tier), a.Tier, input.Tier);
        if (input.Has("Class")) a.Class = merge.Take(nameof(a.Class), a.Class, input.Class);
        if (input.Has("Employees")) a.Employees = merge.Take(nameof(a.Employees), a.Employees, input.Employees);
        // A revenue without a currency is none, so it is in the organisation's where nobody names one.
        if (input.Has("RevenueCurrency")) a.Restate(merge.Take(nameof(a.RevenueCurrency), a.RevenueCurrency, input.RevenueCurrency?.ToUpperInvariant() ?? ((input.Has("Revenue") ? input.Revenue is null : a.Revenue is null) ? null : usual)));
        else if (input.Revenue is not null) a.RevenueCurrency ??= usual;
        if (input.Has("Revenue")) a.Revenue = merge.Take(nameof(a.Revenue), a.Revenue, a.RevenueCurrency is { } currency ? input.Minor(currency) : null);
        if (input.Has("FoundedYear")) a.FoundedYear = merge.Take(nameof(a.FoundedYear), a.FoundedYear, input.FoundedYear);
        if (input.Has("Description")) a.Description = merge.Take(nameof(a.Description), a.Description, input.Description);
        if (input.Has("Parent") || input.Has("ParentId")) a.ParentId = merge.Take(nameof(a.ParentId), a.ParentId, parent);
        if (input.Has("OwnerId")) a.OwnerId = merge.Take(nameof(a.OwnerId), a.OwnerId, input.OwnerId!.Value);
    }
}
