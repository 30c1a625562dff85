using System.Net;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>The program is killed in the middle of an import, as by a power cut.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 6_000;
    private static readonly string[] Tables = ["opportunities", "opportunity_states", "event WHERE subject_kind = 'opportunity'", "search_documents WHERE kind = 'opportunity'", "imported_rows", "products", "stages"];

    [Theory, OnBoth]
    public async Task At_the_command_line_the_same_command_goes_on_and_nothing_is_lost_or_in_twice(Engine engine)
    {
        var file = Generated.File("deals.csv", Deals());
        await using var whole = await Installation.MakeAsync(engine);
        Assert.Equal(0, await whole.Start("import", file, "--yes").EndAsync());

        await using var cut = await Installation.MakeAsync(engine);
        var first = cut.Start("import", file, "--yes");
        await first.UntilAsync(() => cut.CountAsync("opportunities"), rows => rows > 0);
        await first.KillAsync();
        Assert.InRange(await cut.CountAsync("opportunities"), 1, Rows - 1);

        var second = cut.Start("import", file, "--yes");
        Assert.Equal(0, await second.EndAsync());
        Assert.Contains("going on behind row", second.Said, StringComparison.Ordinal);
        Assert.Contains("difference 0", second.Said, StringComparison.Ordinal);
        await SameAsync(whole, cut);
    }

    [Theory, OnBoth]
    public async Task In_the_browser_it_goes_on_by_itself_when_the_server_is_back(Engine engine)
    {
        await using var whole = await Installation.MakeAsync(engine);
        Assert.Equal(0, await whole.Start("import", Generated.File("deals.csv", Deals()), "--yes").EndAsync());

        await using var cut = await Installation.MakeAsync(engine);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(cut.Url) };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var server = cut.Start("serve", "--listen", cut.Url);
        await BeginAsync(browser, await LinkAsync(server));
        var page = await DropAsync(browser);
        await server.UntilAsync(() => cut.CountAsync("opportunities"), rows => rows > 0);
        await server.KillAsync();
        Assert.InRange(await cut.CountAsync("opportunities"), 1, Rows - 1);

        var again = cut.Start("serve", "--listen", cut.Url);
        await again.UntilAsync(() => Task.FromResult(again.Said), said => said.Contains("Coxswain is at", StringComparison.Ordinal));
        await again.UntilAsync(() => browser.GetStringAsync(page), text => text.Contains("no difference in any count or sum", StringComparison.Ordinal));
        await SameAsync(whole, cut);
    }

    private static string Deals() => Generated.Header + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{i},Deal {i},Ana,{(i % 3 == 0 ? "Won" : "Lost")},2026-01-01,2026-03-15,{i}\n"));

    private static async Task SameAsync(Installation whole, Installation cut)
    {
        Assert.Equal(Rows, await cut.CountAsync("opportunities"));
        foreach (var table in Tables)
            Assert.Equal((table, await whole.CountAsync(table)), (table, await cut.CountAsync(table)));
    }

    private static async Task<string> LinkAsync(Running server) =>
        (await server.UntilAsync(() => Task.FromResult(server.Said), said => said.Contains("/first-run?token=", StringComparison.Ordinal))).Split([' ', '\n']).First(w => w.Contains("token=", StringComparison.Ordinal)).Split("token=")[1];

    private static async Task BeginAsync(HttpClient browser, string token)
    {
        var answer = await browser.PostFormAsync("/first-run", ("Token", token), ("Organisation", "Halma Werke"), ("Currency", "EUR"), ("TimeZone", "UTC"), ("Name", "Rana Kaur"), ("Email", "rana@halma.example"), ("Password", "harbour lights at dawn"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<string> DropAsync(HttpClient browser)
    {
        var answer = await browser.PostAsync("/import", new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Deals())), "Files", "deals.csv" } });
        var page = answer.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync($"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"))).StatusCode);
        return page;
    }
}
