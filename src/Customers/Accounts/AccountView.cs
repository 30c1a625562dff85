namespace Coxswain.Customers.Accounts;

/// <summary>An account as its page and the API show it.</summary>
public sealed record AccountView(Guid Id, int Version, string Name, string? Website, string? Industry)
{
    internal static AccountView Of(Account a) => new(a.Id, a.Version, a.Name, a.Website, a.Industry);
}
