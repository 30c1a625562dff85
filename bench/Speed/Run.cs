using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
namespace Coxswain.Bench.Speed;

/// <summary>One engine at one size: make it, serve it, look at it as three people, save, import.</summary>
internal static partial class Run
{
    private const int ImportRows = 100_000, Mixed = 10_000;
    private static readonly string[] Words = ["aster", "pilot", "foods lyon", "granit", "second site", "zep", "heli", "contract"];

    public static async Task AsyncOf(Asked asked, string engine, int size, Table table)
    {
        await using var cox = asked.Again ? Cox.Again(asked, engine, $"{size}") : await Cox.NewAsync(asked, engine, $"{size}");
        var place = $"{engine}, {size:n0}";
        if (!asked.Again) table.Add(place, "deals made with their history, a second", size / (await cox.DoAsync("demo", "--no-serve", "--opportunities", $"{size}")).TotalSeconds);
        var started = await cox.ServeAsync();
        table.Add(place, "start to the first page, s", started.TotalSeconds);
        var plain = await Timing.OfPageAsync(cox, new HttpClient { BaseAddress = cox.Url }, asked.Requests, _ => "/health/live");
        table.Add(place, "the bare limit: a plain answer", plain);
        foreach (var role in (string[])["seller", "manager", "leader"]) await LookAsync(asked, cox, role, place, table);
        await BareAsync(asked, cox, place, table);
        foreach (var (what, milliseconds) in await InBrowser.AsManagerAsync(cox) ?? []) table.Add(place, $"{what} in a browser, loaded and painted, as a manager, ms", milliseconds);
        await SaveAsync(asked, cox, place, table);
        table.Add(place, $"memory after {Mixed:n0} mixed requests, MB", cox.Memory);
        await ExportAsync(asked, cox, place, table);
        await ImportAsync(asked, cox, engine, place, table);
    }

    // The whole command counts: the program's start, every table twice, as CSV and as JSON, and the writing of the archive.
    private static async Task ExportAsync(Asked asked, Cox cox, string place, Table table)
    {
        var file = Path.Combine(asked.Folder, "everything.zip");
        File.Delete(file);
        var took = await cox.DoAsync("export", "--to", file);
        using var zip = ZipFile.OpenRead(file);
        using var said = JsonDocument.Parse(zip.GetEntry("coxswain-export.json")!.Open());
        table.Add(place, "records exported a second", said.RootElement.GetProperty("tables").EnumerateArray().Sum(t => t.GetProperty("rows").GetInt64()) / took.TotalSeconds);
    }

    private static async Task LookAsync(Asked asked, Cox cox, string role, string place, Table table)
    {
        using var who = await cox.EnterAsync(role);
        var records = Records().Matches(await Text(who, "/opportunities")).Select(m => m.Value).Distinct().ToList();
        foreach (var (what, url) in Pages(records))
            table.Add(place, $"{what}, as a {role}", await Timing.OfPageAsync(cox, who, asked.Requests, url));
        var pages = Pages(records).Select(p => p.Url).ToList();
        for (var i = 0; i < Mixed / 3; i++) (await who.GetAsync(pages[i % pages.Count](i))).Dispose();
    }

    // By turns, so that whatever else the machine does at the time slows both.
    private static async Task BareAsync(Asked asked, Cox cox, string place, Table table)
    {
        await using var bare = await cox.BareAsync();
        using HttpClient who = await cox.EnterAsync("leader"), beside = await bare.EnterAsync("leader");
        var (list, least) = await Timing.OfTwoAsync((cox, who, "/opportunities"), (bare, beside, Bare.Path), asked.Requests);
        table.Add(place, "list, as a leader, by turns with its limit", list);
        table.Add(place, "the bare limit: the same by a statement written by hand", least);
        table.Add(place, "the list, times that limit", list.Cpu / least.Cpu);
    }

    private static (string What, Func<int, string> Url)[] Pages(List<string> records) =>
    [
        ("list", _ => "/opportunities"), ("board", _ => "/opportunities/board"), ("record", i => records[i % records.Count]), ("Team", _ => "/team"), ("Today", _ => "/today"),
        ("search", i => $"/search?q={Uri.EscapeDataString(Words[i % Words.Length])}"),
    ];

    private static async Task SaveAsync(Asked asked, Cox cox, string place, Table table)
    {
        using var seller = await cox.EnterAsync("seller");
        table.Add(place, "save of a task", await Timing.OfAsync(cox, asked.Requests, i => SaveAsync(seller, i)));
    }

    private static async Task<long> SaveAsync(HttpClient seller, int number)
    {
        using var answer = await seller.PostAsync("/tasks", new FormUrlEncodedContent([new("Title", $"Call number {number}")]));
        return (int)answer.StatusCode is 302 or 303 ? 0 : throw new InvalidOperationException($"A save was answered with {(int)answer.StatusCode}.");
    }

    // Into the same database, while somebody works in it.
    private static async Task ImportAsync(Asked asked, Cox cox, string engine, string place, Table table)
    {
        var file = Path.Combine(asked.Folder, "deals.csv");
        await File.WriteAllLinesAsync(file, ["opportunity_id,name,sales_agent,account,product,deal_stage,created,close_date,amount", .. Enumerable.Range(0, ImportRows).Select(Row)]);
        var empty = await Cox.NewAsync(asked, engine, $"import-{place.Split(' ')[^1].Replace(",", "", StringComparison.Ordinal)}");
        await empty.DoAsync("migrate");
        var alone = await empty.DoAsync("import", file, "--yes");
        table.Add(place, "rows imported a second, into an empty database", ImportRows / alone.TotalSeconds);
        var twin = await Cox.NewAsync(asked, engine, "twin");
        await twin.DoAsync("migrate");
        table.Add(place, "the bare limit: the same rows copied by the engine itself, a second", ImportRows / (await Copied.AsyncOf(empty.Place, twin.Place)).TotalSeconds);
        var import = cox.DoAsync("import", file, "--yes");
        using var seller = await cox.EnterAsync("seller");
        var saves = new List<double>();
        for (var i = 0; !import.IsCompleted; i++)
        {
            var watch = Stopwatch.StartNew();
            await SaveAsync(seller, i);
            saves.Add(watch.Elapsed.TotalMilliseconds);
            await Task.WhenAny(import, Task.Delay(50));
        }
        table.Add(place, "rows imported a second, beside the rest and while a seller saves", ImportRows / (await import).TotalSeconds);
        saves.Sort();
        table.Add(place, "save during that import, p95 ms", saves[saves.Count * 95 / 100]);
    }

    private static string Row(int i) =>
        $"S-{i},Deal {i},Agent {i % 40},Account {i % 5_000},Product {i % 7},{(i % 3 == 0 ? "Won" : i % 3 == 1 ? "Lost" : "Qualify")},2025-{i % 12 + 1:00}-{i % 28 + 1:00},2026-{i % 6 + 1:00}-{i % 28 + 1:00},{i % 9_000 + 100}";

    private static async Task<string> Text(HttpClient who, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Encoding", "identity");
        return await (await who.SendAsync(request)).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("/opportunities/[0-9a-f]{8}-[0-9a-f-]{27}(?=\")")]
    private static partial Regex Records();
}
