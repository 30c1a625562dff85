using System.Text.RegularExpressions;
using Coxswain.Testing;
namespace Coxswain.Architecture.Tests;

/// <summary>What a reader of README.md follows is there.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_and_picture_of_our_own_pages_leads_to_a_file()
    {
        var root = new DirectoryInfo(Checkout.Root);
        var pages = root.GetFiles("*.md").Concat(root.GetDirectories("docs").Single().GetFiles("*.md", SearchOption.AllDirectories)).ToList();
        var dead = pages.SelectMany(page => Link().Matches(File.ReadAllText(page.FullName)).Select(m => m.Groups[1].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(page.DirectoryName!, to))).Select(to => $"{page.Name}: {to}"));
        Assert.Contains(pages, p => p.Name == "README.md");
        Assert.Empty(dead);
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
