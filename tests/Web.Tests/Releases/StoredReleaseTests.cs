using System.Globalization;
using System.IO.Compression;
using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Releases;

/// <summary>
/// A small company as each release left it, on either engine, is opened by this version. <c>bin/store-release</c> stores one at a release, by
/// the same test that makes one here; a stored one is never made again.
/// </summary>
public sealed class StoredReleaseTests
{
    private const string StoreIn = "COXSWAIN_STORE_RELEASE";

    [Theory, OnBoth]
    public async Task Every_release_so_far_is_upgraded_whole_and_served(Engine engine)
    {
        var stored = Directory.Exists(Folder) ? Directory.GetFiles(Folder, $"{engine.ToString().ToLowerInvariant()}.zip", SearchOption.AllDirectories) : [];
        TestContext.Current.TestOutputHelper!.WriteLine($"{engine}: {stored.Length} stored, and this version itself");
        foreach (var copy in stored.Append(await StoreAsync(engine))) await OpenAsync(engine, copy);
    }

    /// <summary>The company in the product's own copy; kept where <c>bin/store-release</c> says.</summary>
    private static async Task<string> StoreAsync(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        await place.DoAsync("import", Path.Combine(Source, "company"), "--yes");
        var copy = await place.BackupAsync($"{engine.ToString().ToLowerInvariant()}.zip");
        if (Environment.GetEnvironmentVariable(StoreIn) is not { } folder) return copy;
        Directory.CreateDirectory(folder);
        File.Copy(copy, Path.Combine(folder, Path.GetFileName(copy)));
        return copy;
    }

    private static async Task OpenAsync(Engine engine, string copy)
    {
        var release = await Restore.CheckAsync(copy, TestContext.Current.CancellationToken);
        var place = await Prompt.OnAsync(engine);
        if (engine is Engine.Postgres) await place.DoAsync("restore", copy);
        else Unpack(copy, place.Folder);
        await place.DoAsync("migrate");
        var rows = await place.RowsAsync();
        foreach (var table in new[] { "tenants", "people", "accounts", "opportunities", "event", "search_documents" }) Assert.Equal(release.Tables.Single(t => t.Name == table).Rows, rows[table]);
        var doctor = await place.CoxAsync("doctor");
        Assert.True(doctor.Code == 0, $"{release.Program}: {doctor.Data}");
        Assert.Equal(3, (await place.DoAsync("report", "won_count", "--json")).Json.GetProperty("total").GetProperty("value").GetDouble());
        await ServeAsync(place);
    }

    // As it is on file, without the program's help: upgraded in place.
    private static void Unpack(string copy, string folder)
    {
        using var zip = ZipFile.OpenRead(copy);
        zip.GetEntry("database.db")!.ExtractToFile(Path.Combine(folder, "coxswain.db"));
        foreach (var file in zip.Entries.Where(e => e.FullName.StartsWith("files/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.Combine(folder, "files", file.Name[..2]));
            file.ExtractToFile(Path.Combine(folder, "files", file.Name[..2], file.Name));
        }
    }

    private static async Task ServeAsync(Prompt place)
    {
        var host = await place.ServeAsync();
        var zoe = await host.Tenant(1).PersonAsync(Role.Admin, "Zoe Brandt");
        Assert.Contains("Ölwerk Süd", await zoe.PlainBrowser.GetStringAsync($"/search?q={Uri.EscapeDataString("olwerk")}"));
        var deals = await zoe.Program.GetStringAsync("/api/opportunities");
        var id = System.Text.Json.JsonDocument.Parse(deals).RootElement.GetProperty("rows").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "Tanaka rollout").GetProperty("id").GetString();
        var page = await zoe.PlainBrowser.GetStringAsync($"/opportunities/{id}");
        Assert.Contains("Tanaka Foods", page);
        Assert.Contains(250_000.ToString("N0", CultureInfo.GetCultureInfo("en-GB")), page);
        await host.App.DisposeAsync();
    }

    private static string Source { get; } = Path.Combine(Checkout.Root, "tests", "Web.Tests", "Releases");

    private static string Folder { get; } = Path.Combine(Source, "stored");
}
