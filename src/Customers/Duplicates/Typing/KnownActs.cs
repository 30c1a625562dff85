using Coxswain.Customers.Accounts;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates.Typing;

/// <summary>Whether an account that is being typed is known.</summary>
internal static class KnownAccounts
{
    public sealed record Input
    {
        public string? Name { get; init; }
        public string? Website { get; init; }
        public string? Phone { get; init; }
        public string? City { get; init; }
        public string? Country { get; init; }
    }

    public static async Task<Outcome<KnownView>> Do(Input input, AppDb db, CancellationToken ct) => new KnownView(await OfAsync(input, db, null, ct));

    /// <param name="input">What was typed.</param>
    /// <param name="db">Of whoever types.</param>
    /// <param name="but">The record it was saved as.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<IReadOnlyList<KnownRecord>> OfAsync(Input input, AppDb db, Guid? but, CancellationToken ct) =>
        KnownReading.AccountsAsync(db, Company.Of(default, input.Name ?? "", input.Website, input.Phone, input.City, input.Country, null), input.Name ?? "", but, ct);
}

/// <summary>Whether a contact that is being typed is known, as a contact or a lead.</summary>
internal static class KnownContacts
{
    public sealed record Input
    {
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public string? Mobile { get; init; }
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }
    }

    public static async Task<Outcome<KnownView>> Do(Input input, AppDb db, CancellationToken ct) => new KnownView(await OfAsync(input, db, null, ct));

    /// <inheritdoc cref="KnownAccounts.OfAsync"/>
    public static async Task<IReadOnlyList<KnownRecord>> OfAsync(Input input, AppDb db, Guid? but, CancellationToken ct)
    {
        var account = input.Account ?? (input.AccountId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct) : null);
        var typed = Someone.Of(default, input.Name ?? "", input.Email, input.Phone, input.Mobile, account);
        return [.. await KnownReading.ContactsAsync(db, typed, input.Name ?? "", but, ct), .. await KnownReading.LeadsAsync(db, typed, input.Name ?? "", null, ct)];
    }
}

/// <summary>Whether a lead that is being typed is known, as a lead, a contact or, by the company, an account.</summary>
internal static class KnownLeads
{
    public sealed record Input
    {
        public string? Name { get; init; }
        public string? Company { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
    }

    public static async Task<Outcome<KnownView>> Do(Input input, AppDb db, CancellationToken ct) => new KnownView(await OfAsync(input, db, null, ct));

    /// <inheritdoc cref="KnownAccounts.OfAsync"/>
    public static async Task<IReadOnlyList<KnownRecord>> OfAsync(Input input, AppDb db, Guid? but, CancellationToken ct)
    {
        var typed = Someone.Of(default, input.Name ?? "", input.Email, input.Phone, null, input.Company);
        return
        [
            .. await KnownReading.LeadsAsync(db, typed, input.Name ?? "", but, ct), .. await KnownReading.ContactsAsync(db, typed, input.Name ?? "", null, ct),
            .. await KnownReading.AccountsAsync(db, Company.Of(default, input.Company ?? "", null, null, null, null, null), input.Company ?? "", null, ct),
        ];
    }
}
