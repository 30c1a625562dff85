using System.Diagnostics;
using System.Text.RegularExpressions;
using Coxswain.Platform.Data;
using Coxswain.Web.Tests.Import;
namespace Coxswain.Web.Tests.Commands;

/// <summary>The built program as a process of its own.</summary>
public sealed class ProcessTests
{
    private const int Deals = 12_000;

    [Fact]
    public async Task A_command_that_fails_prints_one_line_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-process-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "coxswain.db"), new string('x', 10_000));
        foreach (var args in (string[][])[["user", "list", "--data", folder], ["serve", "--listen", "http://127.0.0.1:0", "--data", folder], ["sail"], ["user", "list", "--database", "Host=127.0.0.1;Port=1;Database=c;Username=c"]])
        {
            using var cox = Start(args);
            var (data, aside) = (cox.StandardOutput.ReadToEndAsync(), cox.StandardError.ReadToEndAsync());
            await cox.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((1, ""), (cox.ExitCode, await data));
            Assert.StartsWith("cox: ", Assert.Single((await aside).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Fact]
    public async Task An_import_stopped_by_Ctrl_C_goes_on_with_the_same_command()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends no SIGINT to one process");
        Assert.SkipWhen(IsDeafToCtrlC(), "Whoever started the tests has SIGINT ignored, as a shell does for what it starts in the background, and children inherit that");
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        var file = Generated.File("deals.csv", Generated.Header + string.Concat(Enumerable.Range(1, Deals).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i}\n")));
        using (var process = Start(["import", file, "--yes", "--data", cox.Folder]))
        {
            // Progress is on standard error: its first line of some percent means that rows are in.
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !Regex.IsMatch(line, "[1-9][0-9]*%")) { }
            using var sent = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await sent.WaitForExitAsync(TestContext.Current.CancellationToken);
            var rest = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(130, process.ExitCode);
            Assert.DoesNotContain("   at ", await rest);
        }
        var again = await cox.DoAsync("import", file, "--yes", "--json");
        Assert.Contains("going on behind row", again.Aside);
        Assert.Equal(Deals, again.Json.GetProperty("createdByKind").GetProperty("opportunity").GetInt32());
        Assert.Equal(Deals, (await cox.DoAsync("report", "won_count", "--json")).Json.GetProperty("total").GetProperty("value").GetDouble());
    }

    // The set of ignored signals, in hexadecimal; SIGINT is the second.
    private static bool IsDeafToCtrlC() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    private static Process Start(string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "..", "..", "Web", "debug", OperatingSystem.IsWindows() ? "Coxswain.Web.exe" : "Coxswain.Web")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Directory.CreateTempSubdirectory("coxswain-process-").FullName };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
