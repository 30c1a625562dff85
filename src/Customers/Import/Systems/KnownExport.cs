using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import.Systems;

/// <summary>The exports of another system: what its files look like, and what their columns are here. Each system is one file of JSON beside this.</summary>
/// <param name="System">Its name.</param>
/// <param name="Zone">The time zone its exports write times in: <c>UTC</c>; null where that is the organisation's own.</param>
/// <param name="Tables">Its files.</param>
internal sealed record KnownExport(string System, string? Zone, IReadOnlyList<KnownTable> Tables)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>What this program writes itself, known by its own headers.</summary>
    public static readonly KnownExport Ours = new(Platform.Exporting.OwnTable.System, "UTC", []);

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<KnownExport> All { get; } = [.. Read()];

    /// <summary>The table with this header, of those that could be meant the one of which most is there; null where none is.</summary>
    /// <param name="header">The header of a file.</param>
    /// <param name="targets">What can be imported.</param>
    /// <param name="kind">The kind it has to be; null is any.</param>
    public static RecognisedFile? Of(IReadOnlyList<string> header, IReadOnlyList<IImportTarget> targets, string? kind = null)
    {
        var words = header.Select(HeaderGuess.Words).ToList();
        var there = words.ToHashSet();
        return (from system in All
                from table in system.Tables
                where (kind is null || table.Kind == kind) && table.Signs.All(s => there.Contains(HeaderGuess.Words(s)))
                let target = targets.FirstOrDefault(t => t.Kind == table.Kind)
                where target is not null
                let file = new RecognisedFile(system, target, [.. header.Select((h, i) => table.Column(h, words[i], target))]) { Always = table.Always }
                // A sign that few files have says more than many columns that all have.
                orderby table.Signs.Count descending, file.Columns.Count(c => c is not null) descending
                select file).FirstOrDefault();
    }

    private static IEnumerable<KnownExport> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Import.Systems.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<KnownExport>(stream, Strict)!;
        }
    }
}

/// <summary>One file of an export.</summary>
/// <param name="Kind">The kind of record its rows become.</param>
/// <param name="Signs">Headers it always has, and that together tell it from others.</param>
/// <param name="Columns">Its headers with their fields: <c>field</c>, <c>field:key</c> for keys, <c>field:s</c> for what a number counts.</param>
internal sealed record KnownTable(string Kind, IReadOnlyList<string> Signs, IReadOnlyDictionary<string, string> Columns)
{
    private const string Named = "{name}";
    private FrozenDictionary<string, (string What, int Rank)>? _byWords;

    /// <summary>What follows the name of somebody who has left.</summary>
    public string? Left { get; init; }

    /// <summary>What all its rows are, by field: the calls of a file of calls need no column that says so.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();

    /// <summary>What a column is; null for one that is left out.</summary>
    public KnownColumn? Column(string header, string words, IImportTarget target)
    {
        _byWords ??= Columns.Index().Where(c => !c.Item.Key.Contains(Named, StringComparison.Ordinal)).ToFrozenDictionary(c => HeaderGuess.Words(c.Item.Key), c => (c.Item.Value, c.Index));
        if (_byWords.TryGetValue(words, out var known)) return Of(known.What, null, known.Rank, target);
        foreach (var (rank, (pattern, field)) in Columns.Index().Where(c => c.Item.Key.Contains(Named, StringComparison.Ordinal)))
        {
            var (before, after) = (pattern[..pattern.IndexOf(Named, StringComparison.Ordinal)], pattern[(pattern.IndexOf(Named, StringComparison.Ordinal) + Named.Length)..]);
            if (header.Length > before.Length + after.Length && header.StartsWith(before, StringComparison.OrdinalIgnoreCase) && header.EndsWith(after, StringComparison.OrdinalIgnoreCase)) return Of(field, header[before.Length..^after.Length], rank, target);
        }
        return null;
    }

    private KnownColumn? Of(string what, string? name, int rank, IImportTarget target)
    {
        var (field, how) = what.Split(':') is [var f, var h] ? (f, h) : (what, null);
        return target.Fields.FirstOrDefault(t => t.Name == field) is { } known ? new KnownColumn(field, how is "key", how is "key" ? null : how, name, known.To is "person" ? Left : null) { Rank = rank } : null;
    }
}

/// <summary>What a column of a recognised file is.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsKey">It holds keys.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Of">Of what its cells are the days.</param>
/// <param name="Cut">What follows a name and is no part of it.</param>
internal sealed record KnownColumn(string Field, bool IsKey, string? Unit, string? Of, string? Cut)
{
    /// <summary>Of several columns of a field the one with the lowest says most, wherever it stands in the file.</summary>
    public int Rank { get; init; }
}

/// <summary>A file that was recognised, with what each of its columns is.</summary>
internal sealed record RecognisedFile(KnownExport Export, IImportTarget Target, IReadOnlyList<KnownColumn?> Columns)
{
    /// <summary>What all its rows are, by field.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();

    /// <summary>A field that no known column is may still be one whose header says so in the usual words.</summary>
    public IReadOnlyList<KnownColumn?> WithGuesses(IReadOnlyList<string> header)
    {
        var taken = Columns.OfType<KnownColumn>().Select(c => c.Field).ToHashSet();
        var guessed = HeaderGuess.Fields(header, Target);
        return [.. Columns.Select((c, i) => c ?? (guessed[i] is { } field && !taken.Contains(field) && !IsMade(field, taken) ? new KnownColumn(field, false, null, null, null) : null))];
    }

    private bool IsMade(string field, HashSet<string> taken) => Target.Fields.First(f => f.Name == field).Parts.Any(taken.Contains);
}
