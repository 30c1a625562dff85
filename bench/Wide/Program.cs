using System.Diagnostics;
using System.Globalization;
using Coxswain.Bench;
using Coxswain.Bench.Wide;
using Coxswain.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

// Lists with fifty own fields, and timelines among very many interactions:
//   dotnet run -c Release --project bench/Wide -- FOLDER|'Host=…;Username=…;Database=(an empty one)' [1000000] [10000000] [EMAIL PASSWORD]
// With a leader's e-mail and password it only looks again at what an earlier run left.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("Say: FOLDER (an empty one) or a PostgreSQL connection (an empty database), how many accounts, and how many interactions.");
    return 2;
}

var (accounts, interactions) = (Number(1, 1_000_000), Number(2, 10_000_000));
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:5873");
var (database, app) = await InProcess.BuildAsync(args[0], builder);
await using var ended = app;
var isAgain = args.Length > 4;
var made = isAgain ? null : await InProcess.CompanyAsync(app);
await app.StartAsync();
var door = made?.Entries.First(e => e.Role is Role.Leader);
var looking = await Looking.AsLeaderAsync(new Uri("http://127.0.0.1:5873"), door?.Email ?? args[3], door?.Password ?? args[4]);
if (!isAgain) await looking.MakeFieldsAsync();
if (door is not null) Console.WriteLine($"To look again: {door.Email} {door.Password}");

var filling = new Filling(app.Services, made?.TenantId ?? 1, accounts, interactions);
if (isAgain) await filling.FindAsync();
else foreach (var (what, fill) in ((string, Func<Task<int>>)[])[("accounts with fifty own fields", filling.AccountsAsync), ("interactions", filling.InteractionsAsync)])
{
    var watch = Stopwatch.StartNew();
    var rows = await fill();
    Console.WriteLine($"{database.Engine}: {rows:N0} {what} written, {rows / watch.Elapsed.TotalSeconds:N0} a second");
}

if (!isAgain) await looking.IndexAsync();
looking.AsABrowser();
foreach (var (what, url) in filling.Pages()) Console.WriteLine($"| {what} | {await looking.AtAsync(url)} |");
Console.WriteLine($"| a save of one own field | {await looking.SavingAsync(filling.Busy)} |");
Console.WriteLine($"| memory at most, with the filling before it | {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB |");
await app.StopAsync();
return 0;

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;
