using System.Text.RegularExpressions;
using Coxswain.Platform.Ui;

namespace Coxswain.Platform.Tests.Ui;

/// <summary>What holds for the whole of the design page and therefore for every part on it.</summary>
public sealed class EveryPartTests
{
    private static readonly ShellFrame Frame = new()
    {
        Places = [new("Today", "/") { Current = true, Count = 6, Key = 'd', OnPhone = true }, new("Library", "/library")],
        SavedViews = [new("Gone quiet", "/opportunities?view=quiet")], ViewerName = "Rana Khoury", SourceUrl = "https://example.org/source", Period = "Q3",
    };

    private static Task<string> Page => Drawn.Of<Shell>(("Frame", Frame), ("Title", "Design"), ("ChildContent", (Microsoft.AspNetCore.Components.RenderFragment)(b => { b.OpenComponent<DesignPage>(0); b.CloseComponent(); })));

    [Fact]
    public async Task Nothing_needs_inline_style_or_script()
    {
        var html = await Page;
        Assert.DoesNotMatch("<[^>]*\\sstyle\\s*=", html);
        Assert.DoesNotContain("<style", html);
        Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)", html);
        Assert.DoesNotMatch("<[^>]*\\s(on[a-z]+|hx-on[^=]*)\\s*=", html);
        Assert.DoesNotMatch("hx-trigger=\"[^\"]*\\[", html);
        Assert.DoesNotContain("js:", html);
    }

    [Fact]
    public async Task No_two_elements_share_an_id()
    {
        var twice = Regex.Matches(await Page, "\\sid=\"([^\"]*)\"").GroupBy(m => m.Groups[1].Value).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public async Task Every_label_and_description_leads_to_something()
    {
        var html = await Page;
        var ids = Regex.Matches(html, "\\sid=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToHashSet();
        var asked = Regex.Matches(html, "\\s(?:for|aria-describedby|aria-labelledby|aria-controls|list)=\"([^\"]*)\"").SelectMany(m => m.Groups[1].Value.Split(' '));
        Assert.Subset(ids, asked.ToHashSet());
    }

    [Fact]
    public async Task Every_icon_that_is_asked_for_is_drawn()
    {
        Assert.DoesNotContain("<circle cx=\"12\" cy=\"12\" r=\"3\"/></svg>", Regex.Replace(await Page, "title=\"(eye|settings)\".*?</span>", ""));
    }

    [Fact]
    public async Task The_way_to_the_page_comes_before_everything_else_and_leads_there()
    {
        var html = await Page;
        Assert.Contains("<a class=\"skip\" href=\"#main\">", html);
        Assert.Contains("<main id=\"main\" tabindex=\"-1\">", html);
        Assert.True(html.IndexOf("class=\"skip\"", StringComparison.Ordinal) < html.IndexOf("<header", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_place_one_is_at_is_said_to_those_who_cannot_see_it()
    {
        Assert.Matches("<a href=\"/\" aria-current=\"page\"[^>]*>.*?Today", await Page);
    }

    [Fact]
    public async Task Places_that_are_not_at_the_foot_of_a_phone_are_in_the_menu()
    {
        Assert.Equal(2, Regex.Count(await Page, "href=\"/library\""));
        Assert.Equal(2, Regex.Count(await Page, "href=\"/opportunities\\?view=quiet\""));
    }

    [Fact]
    public async Task Signing_out_and_the_source_are_on_every_page()
    {
        var html = await Page;
        Assert.Contains("<form method=\"post\" action=\"/sign-out\"", html);
        Assert.Contains("href=\"https://example.org/source\"", html);
    }

    [Fact]
    public async Task Refusals_and_faults_are_never_swapped_into_what_somebody_is_typing()
    {
        var config = System.Net.WebUtility.HtmlDecode(Regex.Match(await Page, "name=\"htmx-config\" content=\"([^\"]*)\"").Groups[1].Value);
        var noSwap = System.Text.Json.JsonDocument.Parse(config).RootElement.GetProperty("noSwap").EnumerateArray().Select(s => s.ToString());
        Assert.Superset(new HashSet<string> { "401", "403", "404", "5xx" }, noSwap.ToHashSet());
    }
}
