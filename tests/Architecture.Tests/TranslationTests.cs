using System.Text.Json;
using System.Text.RegularExpressions;
using Coxswain.Testing;
namespace Coxswain.Architecture.Tests;

/// <summary>The German catalogues beside the texts of the code, both read as text.</summary>
public sealed partial class TranslationTests
{
    // Made at run time or shown to whoever builds pages: PagingBar chooses between two forms.
    private static readonly string[] Chosen = ["{0:N0} rows"];

    private static readonly string Sources = Path.Combine(Checkout.Root, "src");

    [Fact]
    public void Every_text_of_the_code_has_its_german()
    {
        var texts = Texts();
        Assert.InRange(texts.Count, 1000, 10_000);
        None(texts.Except(German().Select(g => g.English)));
    }

    [Fact]
    public void No_german_stands_there_for_a_text_that_is_gone() =>
        None(German().Select(g => g.English).Except(Texts()).Except(Chosen));

    [Fact]
    public void The_german_names_all_that_the_english_names() =>
        None(German().Where(g => !Arguments(g.English).SetEquals(Arguments(g.German))).Select(g => $"{g.English} → {g.German}"));

    // All of them, each on its own line: whoever adds texts sees at once what to translate.
    private static void None(IEnumerable<string> found) =>
        Assert.True(found.ToList() is var all && all is [], string.Join('\n', all));

    private static HashSet<string> Texts() =>
    [
        .. Directory.EnumerateFiles(Sources, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Said().Matches(WithoutComments(File.ReadAllText(f)))).Select(m => Regex.Unescape(m.Groups["text"].Value)),
    ];

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    private static List<(string English, string German)> German() =>
    [
        .. Directory.EnumerateFiles(Sources, "de.json", SearchOption.AllDirectories).Where(f => f.Contains("Texts", StringComparison.Ordinal))
            .SelectMany(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.EnumerateObject())
            .Select(t => (t.Name, t.Value.ValueKind is JsonValueKind.Object ? t.Value.GetProperty("other").GetString()! : t.Value.GetString()!)),
    ];

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""(?<![\w.])(?:T\(\s*|N\((?:[^()"]|\((?:[^()]|\([^()]*\))*\))+?,\s*"(?:[^"\\]|\\.)*",\s*)"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Said();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Argument();
}
