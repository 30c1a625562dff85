using System.Diagnostics;
using System.Globalization;
using Coxswain.Bench;
using Coxswain.Bench.Faults;

// Breaks the real program on purpose and looks at what is left. docs/reliability.md says what each part does:
//   dotnet run -c Release --project bench/Faults -- PROGRAM FOLDER [--kills 200] [--copies 20] [--restarts 10] [--minutes 10] [--seed 1] [--only NAME] [--postgres 'Host=…;Username=…'] [--engine PostgreSQL]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (!Arguments.AreGiven(args))
{
    Console.Error.WriteLine("Say: PROGRAM (the published or Release-built cox) FOLDER (an empty one) [--kills 200] [--copies 20] [--restarts 10] [--minutes 10] [--seed 1] [--only NAME] [--postgres 'Host=…;Username=…'] [--engine PostgreSQL]");
    return 2;
}

var asked = new Asked(args);
(string Name, Func<Asked, string, Task<string>> RunAsync)[] parts = [("kills", Kills.RunAsync), ("copies", Copies.RunAsync), ("disk", Disk.RunAsync), ("restart", Restart.RunAsync), ("clock", Clock.RunAsync), ("crowd", Crowd.RunAsync)];
var failed = 0;
foreach (var (name, run) in parts.Where(p => asked.Only is null || p.Name == asked.Only))
    foreach (var engine in name == "restart" ? ["PostgreSQL"] : asked.Engines) await OneAsync($"{name}, {engine}", () => run(asked, engine));
return failed == 0 ? 0 : 1;

async Task OneAsync(string name, Func<Task<string>> run)
{
    var watch = Stopwatch.StartNew();
    try { Console.WriteLine($"{name}: ok: {await run()} ({watch.Elapsed.TotalSeconds:0} s)"); }
    catch (NotTriedException e) { Console.WriteLine($"{name}: not tried: {e.Message}"); }
    catch (Exception e) when (e is FaultException or InvalidOperationException or HttpRequestException or TimeoutException or IOException or System.Data.Common.DbException)
    {
        failed++;
        Console.WriteLine($"{name}: FAILED after {watch.Elapsed.TotalSeconds:0} s: {e.Message}");
    }
}
