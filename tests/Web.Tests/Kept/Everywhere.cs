using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
using Coxswain.Web.Tests.Pages;
namespace Coxswain.Web.Tests.Kept;

/// <summary>Everything somebody is answered: every page, every fragment, every file and every reading of the API.</summary>
internal static partial class Everywhere
{
    /// <param name="pages">The organisation, with something of everything.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="more">Addresses beside those.</param>
    public static async Task<IReadOnlyList<(string Url, string Text)>> LookAsync(EveryPage pages, TestViewer viewer, params string[] more)
    {
        var answers = new List<(string, string)>();
        foreach (var url in pages.Of(viewer.Viewer.Role).Where(u => u is not "/design").Concat(more)) answers.Add((url, await ReadAsync(viewer.PlainBrowser, url)));
        foreach (var operation in (await Described.OfAsync(pages.Tenant.Host)).Operations.Where(o => o.Verb == "GET"))
        {
            var url = Part().Replace(operation.Path, pages.RowOf(operation.Path.Split('/')[3]));
            answers.Add((url, await ReadAsync(viewer.Program, url)));
        }
        return answers;
    }

    // A key is drawn by chance and says nothing, whatever digits it happens to hold.
    private static async Task<string> ReadAsync(HttpClient client, string url)
    {
        var answer = await client.GetAsync(url);
        Assert.True((int)answer.StatusCode < 500, $"{url}: {answer.StatusCode}");
        return Key().Replace(Escape().Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), e => $"{(char)int.Parse(e.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}"), "");
    }

    [GeneratedRegex("""\{[^}]+\}""")]
    private static partial Regex Part();

    // As JSON writes whatever is no ASCII.
    [GeneratedRegex("""\\u([0-9a-fA-F]{4})""")]
    private static partial Regex Escape();

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Key();
}
