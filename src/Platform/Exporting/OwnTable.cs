using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
namespace Coxswain.Platform.Exporting;

/// <summary>How a table of ours is told from any other: its first column says of what it holds the keys.</summary>
public static class OwnTable
{
    /// <summary>What the program is called where a file's system is named.</summary>
    public const string System = "Coxswain";

    private const string Begin = "Coxswain key of ";

    /// <summary>Before the kind, so that what reads our own files is not taken for what reads everybody's.</summary>
    internal const string Prefix = "own.";

    /// <summary>The field that holds the key of a row.</summary>
    internal const string Key = "id";

    /// <summary>What a table with this header is taken in by, and the field of each of its columns; null where it is not one of ours.</summary>
    public static (IImportTarget Target, IReadOnlyList<string?> Fields)? Of(IReadOnlyList<string> header, IEnumerable<IImportTarget> targets)
    {
        if (header.FirstOrDefault(h => h.StartsWith(Begin, StringComparison.Ordinal)) is not { } key) return null;
        if (targets.FirstOrDefault(t => t.IsOwn && t.Kind == Prefix + key[Begin.Length..]) is not { } target) return null;
        return (target, [.. header.Select(h => h == key ? Key : target.Fields.FirstOrDefault(f => f.Name != Key && f.Label() == h)?.Name)]);
    }

    internal static IEnumerable<string> Header<T>(Exported<T> of) where T : Entity
    {
        yield return Begin + of.Kind;
        foreach (var column in of.Columns)
        {
            yield return HeaderOf(of, column);
            if (column.Name == nameof(IOwned.OwnerId) && typeof(T).IsAssignableTo(typeof(IOwned))) yield return "Owner";
        }
        foreach (var extra in of.Extras) yield return OwnColumns.Words(extra.Name);
    }

    internal static string HeaderOf<T>(Exported<T> of, OwnColumn<T> column) where T : Entity => of.Money.TryGetValue(column.Name, out var currency) && currency is null ? $"{column.Header} in minor units" : column.Header;
}
