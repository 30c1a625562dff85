using System.Text.RegularExpressions;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>How a condition compares.</summary>
public enum Comparison { Is, IsNot, Has, HasNot, From, To }

/// <summary>What rows of a list have to be: one test of a column, or several of which all or any hold. Written in an address as <see cref="ToString"/> says.</summary>
public abstract partial record Condition
{
    /// <summary>The value that stands for what nobody knows.</summary>
    public const string Unknown = "none";

    /// <summary>An answer of a choice as a filter says it: in quotes where it would be read as what nobody knows.</summary>
    public static string Literally(string answer) => answer == Unknown || answer.StartsWith('"') ? $"\"{answer}\"" : answer;

    /// <summary>The answer that a filter says so.</summary>
    public static string Answer(string text) => text is ['"', .. var inside, '"'] ? inside : text;

    private static readonly (Comparison How, string Sign)[] Signs = [(Comparison.IsNot, "!="), (Comparison.HasNot, "!~"), (Comparison.From, ">="), (Comparison.To, "<="), (Comparison.Is, "="), (Comparison.Has, "~")];

    /// <summary>The signs, the longer ones first.</summary>
    internal static IReadOnlyList<(Comparison How, string Sign)> AllSigns => Signs;

    /// <summary>How it stands in an address: <c>amount >= 5000 and (tier = A or owner = "mine")</c>.</summary>
    public sealed override string ToString() => Written(inside: false);

    /// <summary>Ids of the columns that are tested.</summary>
    public IEnumerable<string> Columns => this switch { Test test => [test.Column], Several several => several.Parts.SelectMany(p => p.Columns), _ => [] };

    /// <summary>What has to hold altogether: all of it, one by one.</summary>
    internal IReadOnlyList<Condition> Needed => this is Several { IsAny: false } all ? [.. all.Parts.SelectMany(p => p.Needed)] : [this];

    private protected abstract string Written(bool inside);

    [GeneratedRegex(@"^[\p{L}\p{N}_.:+-]+$")]
    private static partial Regex Bare();

    /// <summary>A value as it is written: bare where it is one word that means nothing else, in quotes otherwise.</summary>
    private protected static string Quoted(string value) => Bare().IsMatch(value) && value is not ("and" or "or") ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A test of one column.</summary>
    /// <param name="Column">Its id.</param>
    /// <param name="How">How it is compared.</param>
    /// <param name="Value">With what, as programs write it: 5000.5, 2026-03-31, a period's word, <c>none</c>.</param>
    public sealed record Test(string Column, Comparison How, string Value) : Condition
    {
        private protected override string Written(bool inside) => $"{Column} {Signs.First(s => s.How == How).Sign} {Quoted(Value)}";
    }

    /// <summary>Several of which all hold, or any.</summary>
    public sealed record Several(bool IsAny, IReadOnlyList<Condition> Parts) : Condition
    {
        private protected override string Written(bool inside)
        {
            var text = string.Join(IsAny ? " or " : " and ", Parts.Select(p => p.Written(inside: true)));
            return inside && Parts.Count > 1 ? $"({text})" : text;
        }
    }
}
