using System.Text.RegularExpressions;
using Coxswain.Testing;
namespace Coxswain.Architecture.Tests;

/// <summary>What holds for every file, read as text.</summary>
public sealed partial class SourceTests(ITestOutputHelper output)
{
    private const int Most = 250;

    private static readonly string Root = Checkout.Root;

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        var lengths = Files("src", "*.cs").Concat(Files("tests", "*.cs")).Select(f => (File: f, Lines: File.ReadLines(f).Count())).OrderBy(f => f.Lines).ToList();
        output.WriteLine($"{lengths.Count} files: half under {At(0.5)} lines, nine tenths under {At(0.9)}, the longest {lengths[^1].Lines} ({Path.GetFileName(lengths[^1].File)})");
        Assert.True(lengths.Count > 100);
        Assert.Empty(lengths.Where(f => f.Lines > Most).Select(f => $"{Path.GetRelativePath(Root, f.File)} has {f.Lines} lines"));

        int At(double share) => lengths[(int)(lengths.Count * share)].Lines;
    }

    [Fact]
    public void No_page_carries_style_or_script_in_its_markup()
    {
        var pages = Files("src", "*.razor").ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(f => Inline().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Root, f)));
    }

    [Fact]
    public void No_name_of_a_selling_method_that_somebody_owns_is_used()
    {
        var files = Files("src", "*.cs").Concat(Files("src", "*.razor")).Concat(Files("src", "*.json")).Concat(Files("docs", "*.md")).Append(Path.Combine(Root, "README.md"));
        Assert.Empty(files.SelectMany(f => Owned().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetRelativePath(Root, f)}: {m.Value}")));
    }

    [GeneratedRegex("""\sstyle=|<style|<script(?![^>]*\ssrc=)|\shx-on|\son(click|change|input|submit|load)=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\b(Miller Heiman|Strategic Selling|Conceptual Selling|Blue Sheet|Green Sheet|Gold Sheet|Platinum Sheet|Funnel ScoreCard|Sales Process Funnel|LAMP|Large Account Management Process|with Perspective|TAS|Test & Improve|PRIME|CRUSH|Sales Access Manager|Single Sales Objective|Win-Results|Buying Influences?|Altify|Challenger|SPIN|MEDDIC|MEDDPICC|Sandler|Pain Funnel|Up-Front Contract|Sales DNA|Will to Sell|Readiness Index|Ideal Rep Profile|Social Selling Index)\b")]
    private static partial Regex Owned();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Migrations", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
