using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import.Reading;

/// <summary>Which kind of record a header speaks of, and which field each column is.</summary>
internal static class HeaderGuess
{
    /// <summary>The field of each column, or null; every field is used once, by the column whose header fits best.</summary>
    public static string?[] Fields(IReadOnlyList<string> header, IImportTarget target)
    {
        var words = header.Select(h => Words(CellFormats.WithoutCurrency(h))).ToList();
        var fields = new string?[header.Count];
        foreach (var field in target.Fields)
        {
            var wanted = field.Synonyms.Prepend(Words(field.Name)).Append(Words(field.Label())).ToList();
            // Synonyms stand in the order of how surely they mean the field.
            var best = wanted.Select(w => words.FindIndex(h => h == w)).FirstOrDefault(i => i >= 0 && fields[i] is null, -1);
            if (best >= 0) fields[best] = field.Name;
        }
        return fields;
    }

    /// <summary>The kind whose fields most columns are, if the file has what that kind needs.</summary>
    public static (IImportTarget Target, string?[] Fields)? Kind(string fileName, IReadOnlyList<string> header, IReadOnlyList<IImportTarget> targets)
    {
        var name = Words(fileName);
        return targets.Select(t => (Target: t, Fields: Fields(header, t)))
            .Where(g => g.Target.Fields.Where(f => f.Required || f.Tells).All(f => f.Parts.Prepend(f.Name).Any(g.Fields.Contains)))
            .Select(g => (g.Target, g.Fields, Score: g.Fields.Count(f => f is not null) + (g.Target.FileNames.Any(w => name.Contains(w, StringComparison.Ordinal)) ? 1.5 : 0)))
            .Where(g => g.Score >= Math.Min(2, header.Count)).OrderByDescending(g => g.Score).ThenByDescending(g => g.Target.Order)
            .Select(g => ((IImportTarget, string?[])?)(g.Target, g.Fields)).FirstOrDefault();
    }

    /// <summary>The same for files with the same columns, whatever the case and the signs.</summary>
    public static string Signature(IReadOnlyList<string> header) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', header.Select(Words)))));

    /// <summary>"Deal_Stage" and "deal stage" are the same words.</summary>
    public static string Words(string header)
    {
        var text = new StringBuilder();
        for (var i = 0; i < header.Length; i++)
        {
            if (i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1])) text.Append(' ');
            text.Append(char.IsLetterOrDigit(header[i]) ? header[i] : ' ');
        }
        return Folding.Fold(text.ToString()).Trim();
    }
}
