using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts;

/// <summary>Accounts whose name begins with what is being typed.</summary>
internal static class SuggestAccounts
{
    public sealed record Input { public string? Account { get; init; } }

    public static async Task<Outcome<AccountSuggestions>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var folded = Folding.Fold(input.Account);
        if (folded.Length == 0) return new AccountSuggestions([]);
        var names = await db.Accounts.Where(a => a.FoldedName.StartsWith(folded)).OrderBy(a => a.FoldedName).Take(8).Select(a => a.Name).ToListAsync(ct);
        if (names.Count < 4) names.AddRange(await db.Accounts.Where(a => a.FoldedName.Contains(" " + folded)).OrderBy(a => a.FoldedName).Take(8 - names.Count).Select(a => a.Name).ToListAsync(ct));
        return new AccountSuggestions(names);
    }
}

/// <summary>Names of accounts to choose from.</summary>
public sealed record AccountSuggestions(IReadOnlyList<string> Names);
