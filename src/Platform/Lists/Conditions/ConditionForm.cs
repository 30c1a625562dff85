using System.Globalization;
using System.Text.RegularExpressions;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>Conditions as a form shows them: groups of tests, of each group all or any, of the groups all or any.</summary>
/// <param name="IsAny">Any of the groups is enough.</param>
/// <param name="Groups">The groups.</param>
public sealed partial record ConditionForm(bool IsAny, IReadOnlyList<ConditionForm.Group> Groups)
{
    /// <param name="IsAny">Any of the tests is enough.</param>
    /// <param name="Tests">The tests; a value may still be empty.</param>
    public sealed record Group(bool IsAny, IReadOnlyList<Condition.Test> Tests);

    private static readonly Dictionary<string, Comparison> Hows = new(StringComparer.Ordinal)
    {
        ["is"] = Comparison.Is, ["not"] = Comparison.IsNot, ["has"] = Comparison.Has, ["hasnot"] = Comparison.HasNot, ["from"] = Comparison.From, ["to"] = Comparison.To,
    };

    /// <summary>Null where the conditions are deeper than a form shows: they are written by hand then.</summary>
    public static ConditionForm? Of(Condition? condition) => condition switch
    {
        null => new(false, []),
        Condition.Test test => new(false, [new(false, [test])]),
        Condition.Several several when several.Parts.All(p => p is Condition.Test) => new(false, [new(several.IsAny, [.. several.Parts.Cast<Condition.Test>()])]),
        Condition.Several several when several.Parts.Select(GroupOf).ToList() is var groups && groups.All(g => g is not null) => new(several.IsAny, groups!),
        _ => null,
    };

    /// <summary>The form as it opens: with the conditions there are, or one to fill in.</summary>
    public static ConditionForm Begun(Condition? condition, IReadOnlyList<ListFilter> columns) =>
        Of(condition) is { Groups.Count: > 0 } form ? form : new(false, [new(false, [.. columns.Where(c => c.IsAskable).Take(1).Select(c => new Condition.Test(c.Id, c.Kind is ColumnKind.Text ? Comparison.Has : Comparison.Is, ""))])]);

    private static Group? GroupOf(Condition part) => part switch
    {
        Condition.Test test => new(false, [test]),
        Condition.Several several when several.Parts.All(p => p is Condition.Test) => new(several.IsAny, [.. several.Parts.Cast<Condition.Test>()]),
        _ => null,
    };

    /// <summary>The conditions, tests without a value left out; null where nothing is left.</summary>
    public Condition? Whole
    {
        get
        {
            var groups = Groups.Select(g => Together(g.IsAny, [.. g.Tests.Where(t => t.Value.Length > 0)])).OfType<Condition>().ToList();
            return Together(IsAny, groups);
        }
    }

    private static Condition? Together(bool isAny, IReadOnlyList<Condition> parts) => parts switch { [] => null, [var only] => only, _ => new Condition.Several(isAny, parts) };

    /// <summary>All tests, those without a value as well, as an address keeps a form that is being filled in.</summary>
    public string Kept => string.Join(';', Groups.Select(g => (g.IsAny ? "any" : "all") + ":" + string.Join(',', g.Tests.Select(t => string.Join('~', new[] { t.Column, NameOf(t.How), t.Value }.Select(Escaped)))))) + (IsAny ? ";any" : ";all");

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal);

    /// <summary>A form that was kept so; null for a text nobody here wrote.</summary>
    public static ConditionForm? Read(string kept)
    {
        if (kept.Split(';') is not [.. var groups, "any" or "all"]) return null;
        var read = groups.Where(g => g.Length > 0).Select(ReadGroup).ToList();
        return read.Any(g => g is null) ? null : new(kept.EndsWith(";any", StringComparison.Ordinal), read!);
    }

    private static Group? ReadGroup(string text)
    {
        if (text.Split(':', 2) is not ["any" or "all", var tests]) return null;
        var read = tests.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('~') is [var column, var how, var value] && Hows.TryGetValue(how, out var known) ? new Condition.Test(Uri.UnescapeDataString(column), known, Uri.UnescapeDataString(value)) : null).ToList();
        return read.Contains(null) ? null : new(text.StartsWith("any", StringComparison.Ordinal), read!);
    }

    /// <summary>What was posted, field by field: <c>any</c>, <c>g0.any</c>, <c>g0.t1.column</c>, <c>g0.t1.how</c>, <c>g0.t1.value</c>, and <c>g0.t1.number</c> where it is one.</summary>
    public static ConditionForm Posted(QueryValues query)
    {
        var tests = query.Values.Keys.Select(k => Place().Match(k)).Where(m => m.Success).Select(m => (Group: Index(m, 1), Test: Index(m, 2))).Distinct().Order().ToList();
        var groups = query.Values.Keys.Select(k => GroupPlace().Match(k)).Where(m => m.Success).Select(m => Index(m, 1)).Concat(tests.Select(t => t.Group)).Distinct().Order();
        return new(query["any"] == "true", [.. groups.Select(g => new Group(query[$"g{g}.any"] == "true", [.. tests.Where(t => t.Group == g).Select(t => TestOf(query, $"g{t.Group}.t{t.Test}."))]))]);
    }

    /// <summary>A column was chosen whose comparisons the form did not show yet.</summary>
    public static bool HasNewColumn(QueryValues query) => query.Values.Any(v => Place().IsMatch(v.Key) && v.Value != query[v.Key[..^"column".Length] + "was"]);

    private static Condition.Test TestOf(QueryValues query, string at)
    {
        var (how, value) = (query[at + "how"] ?? "is", query[at + "value"] ?? "");
        if (query[at + "column"] != query[at + "was"]) (how, value) = ("", "");
        if (how is "unknown" or "known") return new(query[at + "column"] ?? "", how is "unknown" ? Comparison.Is : Comparison.IsNot, Condition.Unknown);
        if (value == Condition.Unknown && how is not ("is" or "not")) value = "";
        if (query[at + "number"] is not null && decimal.TryParse(value, NumberStyles.Number, CultureInfo.CurrentCulture, out var number)) value = number.ToString(CultureInfo.InvariantCulture);
        return new(query[at + "column"] ?? "", Hows.GetValueOrDefault(how, Comparison.Is), value);
    }

    /// <summary>The word a form posts for a comparison.</summary>
    public static string NameOf(Comparison how) => Hows.First(h => h.Value == how).Key;

    private static int Index(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^g(\d{1,2})\.t(\d{1,2})\.column$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"^g(\d{1,2})\.any$", RegexOptions.IgnoreCase)]
    private static partial Regex GroupPlace();
}
