using System.Diagnostics;
using System.Net;
namespace Coxswain.Bench.Faults;

/// <summary>A small file system of its own, saved to until it is full, and then given room.</summary>
internal static class Disk
{
    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        if (engine != "SQLite") throw new NotTriedException("the embedded database is what fills a disk here");
        var place = new Place(asked.Program, Directory.CreateDirectory(Path.Combine(asked.Folder, "small")).FullName, null);
        if (await DoAsync("mount", "-t", "tmpfs", "-o", "size=64m", "coxswain-small", place.Folder) is { Length: > 0 } refused) throw new NotTriedException($"no file system may be mounted here: {refused}");
        try { return await FillAsync(place); }
        finally { await DoAsync("umount", place.Folder); }
    }

    private static async Task<string> FillAsync(Place place)
    {
        await using var cox = await Cox.ServeAsync(place);
        using var hands = new Hands();
        await hands.BeginAsync(cox);
        var filler = Path.Combine(place.Folder, "filler");
        await FillUpAsync(filler);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++) if (await hands.WorkAsync(cox, default) is { } code) codes.Add(code);
        if (codes.Count < 20 || codes.Any(c => c is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage))) throw new FaultException($"Saves without room were answered with {string.Join(", ", codes.Distinct())} or not at all");
        await hands.PageAsync(cox, "/contacts");
        await hands.CheckAsync(place);
        File.Delete(filler);
        await hands.AgainAsync(cox);
        await hands.CheckAsync(place);
        var all = hands.Acknowledged;
        // So little room as was enough for the saves the doctor rightly calls wrong; no memory is taken before it is written to.
        await DoAsync("mount", "-o", "remount,size=8g", place.Folder);
        await cox.KillAsync();
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
        return $"{codes.Count} saves on a full file system answered with {string.Join(", ", codes.Distinct())}, pages still read; with room again the same forms are done once each, {all} saves in all, none lost";
    }

    private static async Task FillUpAsync(string filler)
    {
        await using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4_096];
        try { while (true) await file.WriteAsync(block); }
        catch (IOException) { }
    }

    private static async Task<string> DoAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : said.Trim();
    }
}
