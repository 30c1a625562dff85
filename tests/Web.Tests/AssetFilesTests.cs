using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests;

public sealed partial class AssetFilesTests(ITestOutputHelper output)
{
    private const int Budget = 100 * 1024;

    [Fact]
    public async Task A_file_of_a_page_is_kept_for_ever_under_its_fingerprint_and_comes_pressed()
    {
        var (client, page) = await PageAsync();
        foreach (var url in Files(page))
        {
            var answer = await client.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            if (!url.EndsWith("woff2", StringComparison.Ordinal)) Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task What_is_pressed_is_the_file_and_who_cannot_read_it_gets_it_plain()
    {
        var (client, page) = await PageAsync();
        var url = Files(page).First(f => f.EndsWith("app.js", StringComparison.Ordinal));
        await using var pressed = new BrotliStream(await client.GetStreamAsync(url), CompressionMode.Decompress);
        var opened = await new StreamReader(pressed).ReadToEndAsync();
        client.DefaultRequestHeaders.Remove("Accept-Encoding");
        Assert.Equal(await client.GetStringAsync(url), opened);
    }

    [Fact]
    public async Task A_first_visit_takes_at_most_100_KB_and_eight_requests_and_a_page_at_most_15_KB()
    {
        var (client, page) = await PageAsync();
        var files = Files(page);
        var sizes = new List<(string Url, int Bytes)>();
        foreach (var url in files) sizes.Add((url, (await client.GetByteArrayAsync(url)).Length));
        var document = (await client.GetByteArrayAsync("/accounts")).Length;
        foreach (var (url, bytes) in sizes.Append(("the page itself", document))) output.WriteLine($"{bytes,7:N0}  {url}");
        Assert.InRange(files.Count + 1, 4, 8);
        Assert.InRange(sizes.Sum(s => s.Bytes) + document, 20_000, Budget);
        Assert.InRange(document, 1_000, 15 * 1024);
    }

    [Fact]
    public async Task A_page_from_before_an_upgrade_still_finds_its_files_and_keeps_none()
    {
        var (client, _) = await PageAsync();
        var answer = await client.GetAsync("/assets/000000000000/css/look.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/assets/000000000000/../appsettings.json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/assets/look.css")).StatusCode);
    }

    private static async Task<(HttpClient Client, string Page)> PageAsync()
    {
        var client = (await (await (await Host.On(Engine.Sqlite)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor")).PlainBrowser;
        var page = await client.PageAsync("/accounts");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return (client, page);
    }

    /// <summary>What a page loads by itself.</summary>
    private static List<string> Files(string page) => [.. Loaded().Matches(page).Select(m => m.Groups[1].Value).Where(u => u.StartsWith("/assets/", StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex("""<(?:link|script)[^>]*?(?:href|src)="([^"]+)""")]
    private static partial Regex Loaded();
}
