using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>What vCards say of the companies their people work for, as a file of its own: the place and the site are the account's and not the contact's.</summary>
internal static class CardCompanies
{
    private static readonly string[] Told = ["Website", "City", "Country"];

    /// <summary>The file, and that of its companies where it says more of them than their names.</summary>
    /// <param name="kept">A file of vCards.</param>
    /// <param name="keep">Keeps another.</param>
    public static async Task<IReadOnlyList<KeptFile>> WithAsync(KeptFile kept, Func<Stream, Task<KeptFile>> keep)
    {
        if (TableFile.Open(kept.Path).Table is not { } cards || Of(cards) is not { } companies) return [kept];
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(companies));
        return [kept, await keep(content)];
    }

    /// <summary>Each company once, by its first card that says something; null where none does.</summary>
    private static string? Of(TableFile cards)
    {
        var columns = Told.Prepend("Company").Select(c => cards.Headers.ToList().IndexOf(c)).ToList();
        var (seen, text) = (new HashSet<string>(), new StringBuilder($"Company,{string.Join(',', Told)}\n"));
        foreach (var row in cards.Rows().Where(r => r.Problems.Count == 0 && r[columns[0]].Length > 0 && columns.Skip(1).Any(c => r[c].Length > 0)))
            if (seen.Add(Folding.Fold(row[columns[0]]))) text.AppendJoin(',', columns.Select(c => $"\"{row[c].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return seen.Count == 0 ? null : text.ToString();
    }
}
