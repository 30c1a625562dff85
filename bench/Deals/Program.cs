using System.Globalization;
using Coxswain.Bench;
using Coxswain.Bench.Deals;
using Coxswain.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

// A deal with forty people who decide, five hundred interactions and sixty rules of one's own that act: its pages, saves, and all open deals by the rules:
//   dotnet run -c Release --project bench/Deals -- FOLDER|'Host=…;Username=…;Database=(an empty one)' [100000]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("Say: FOLDER (an empty one) or a PostgreSQL connection (an empty database), and how many open deals.");
    return 2;
}

var open = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:5874");
var (database, app) = await InProcess.BuildAsync(args[0], builder);
await using var ended = app;
var made = await InProcess.CompanyAsync(app);
await app.StartAsync();
var door = made.Entries.First(e => e.Role is Role.Leader);
var asked = await Asked.AsLeaderAsync(new Uri("http://127.0.0.1:5874"), door.Email, door.Password);
var large = new LargeDeal(app.Services, made.TenantId);
var small = await LargeDeal.OtherAsync(app.Services, made.TenantId);
await large.FillAsync();

Console.WriteLine($"{database.Engine} | median / slowest of twenty, processor time of the process beside a plain answer");
var plain = (await asked.ByTurnsAsync(["/health/live"], 0))[0];
Console.WriteLine($"| a plain answer | {plain.Said} |");
foreach (var rules in (bool[])[false, true])
{
    if (rules) await large.RuleAsync();
    var with = rules ? $"with {LargeDeal.Rules} rules that act" : "without own rules";
    var pages = await asked.ByTurnsAsync(["/opportunities", $"/opportunities/{small}", $"/opportunities/{large.Id}", $"/opportunities/{large.Id}/plan"], plain.Cpu);
    foreach (var (page, name) in pages.Zip(["the list of deals", "another open deal", "the deal", "its plan"])) Console.WriteLine($"| {name}, {with} | {page.Said}, {page.Cpu / pages[0].Cpu:0.00} of the list |");
    Console.WriteLine($"| a save, {with} | {(await asked.SavingAsync(large.Id, plain.Cpu)).Said} |");
}

Console.WriteLine($"| what the rules do after a save | {await large.ReactAsync()} |");
await app.StopAsync();
Console.WriteLine($"| {open:N0} open deals by the rules | {await large.LookAsync(open)} |");
return 0;
