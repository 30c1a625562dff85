using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Insight.Metrics;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Pages;

public sealed partial class TranslatedPagesTests
{
    // Names that are the same in every language, and what the file holds.
    private static readonly string[] Untranslated =
    [
        // The host of a webhook, how its address begins, and what kinds of events are called in the API.
        "hooks", "example", "https", "changed",
        "Coxswain", "EUR", "GBP", "USD", "CHF", "UTC", "JSON", "CSV", "PNG", "SVG", "URL", "OpenAPI", "API",
        .. EveryPage.Columns, "α.csv", "Won", "Lost",
        // A formula calls fields as the API does.
        "[Employees]", "[Revenue]", "[FoundedYear]",
        // Papers are cited as they are called.
        .. MetricRegistry.All.SelectMany(m => new[] { m.Id, m.Source ?? "" }),
    ];

    private static IEnumerable<string> Known => Untranslated.Concat(CultureInfo.GetCultureInfo("qps-ploc").DateTimeFormat is var days ? [.. days.MonthNames, .. days.AbbreviatedMonthNames, .. days.DayNames, .. days.AbbreviatedDayNames] : []);

    [Theory, OnBoth]
    public async Task Every_word_of_every_page_for_every_role_can_be_translated(Engine engine)
    {
        var pages = await EveryPage.MakeAsync(engine);
        var escaped = new List<string>();
        var looked = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            var client = (role is Role.Leader ? pages.Leader : await pages.Tenant.PersonAsync(role, "Ζωή")).PlainBrowser;
            client.DefaultRequestHeaders.Add("Accept-Language", "qps-ploc");
            // The parts' own page is for whoever builds pages.
            foreach (var url in pages.Of(role).Where(u => u is not "/design"))
            {
                var answer = await client.GetAsync(url);
                if (answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.NotFound) continue;
                var words = EscapedText.Of(Visible(await answer.Content.ReadAsStringAsync()), Known).Where(w => w.Length > 1 && w.Any(char.IsAsciiLetter)).Distinct().ToList();
                if (words.Count > 0) escaped.Add($"{role} {url} ({(int)answer.StatusCode}): {string.Join(", ", words)}");
                looked++;
            }
        }
        Assert.InRange(looked, 100, 1000);
        Assert.True(escaped.Count == 0, string.Join('\n', escaped));
    }

    /// <summary>All that is shown or read out: the text, and the attributes that carry words. Languages are called by their own names.</summary>
    private static string Visible(string html)
    {
        html = Hidden().Replace(html, " ");
        var attributes = Worded().Matches(html).Select(m => m.Groups[1].Value);
        return WebUtility.HtmlDecode($"{Tag().Replace(html, " ")} {string.Join(' ', attributes)}");
    }

    [GeneratedRegex("""<(script|style|kbd|code)\b.*?</\1>|<select[^>]*name="Culture".*?</select>|<!--.*?-->""", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("""\s(?:title|aria-label|aria-description|aria-roledescription|placeholder|alt|data-label|data-say)="([^"]*)["]""")]
    private static partial Regex Worded();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
