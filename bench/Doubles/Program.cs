using System.Diagnostics;
using System.Globalization;
using Coxswain.Bench;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// How long the night takes to look through so many contacts, and how many of those planted it finds:
//   dotnet run -c Release --project bench/Doubles -- FOLDER|'Host=…;Username=…;Database=(an empty one)' [1000000]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("Say: FOLDER (an empty one) or a PostgreSQL connection (an empty database), and how many contacts.");
    return 2;
}

var wanted = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var (database, app) = await InProcess.BuildAsync(args[0], WebApplication.CreateSlimBuilder());
await using var ended = app;
// A small company around them, in whose organisation they are.
var made = await InProcess.CompanyAsync(app);
await using var scope = app.Services.AsSystem(made.TenantId);
var db = scope.ServiceProvider.GetRequiredService<AppDb>();

// One in fifty is there twice; names repeat as in a large country, and every account has one switchboard.
var random = new Random(7);
string[] given = ["Anna", "Peter", "Maria", "Thomas", "Sofia", "Michael", "Laura", "Andreas", "Julia", "Stefan", "Lena", "Martin", "Eva", "Paul", "Nina", "Jan", "Clara", "Felix", "Ida", "Hugo"];
string[] sounds = ["ber", "stein", "mann", "hof", "wald", "ner", "ling", "bach", "rich", "dorf", "feld", "kamp", "horn", "brück", "hagen"];
var watch = Stopwatch.StartNew();
await new BulkLoad(db, asItHappened: true).FillAsync(Batches(), null, default);
Console.WriteLine($"{database.Engine}: {wanted:N0} contacts at {wanted / 10:N0} accounts written in {watch.Elapsed.TotalSeconds:0} s");

var job = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == "duplicates.find");
foreach (var night in (string[])["first night", "next night"])
{
    GC.Collect();
    watch.Restart();
    await job.RunAsync(new JobAtWork(new Job { Kind = job.Kind, AskedById = Guid.Empty, AskedAt = TimeProvider.System.GetUtcNow().UtcDateTime, NextTryAt = TimeProvider.System.GetUtcNow().UtcDateTime }), default);
    Console.WriteLine($"{database.Engine}, {night}: {watch.Elapsed.TotalSeconds:0} s, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB in memory, {await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM duplicate_pairs").SingleAsync():N0} pairs");
}

return 0;

IEnumerable<IReadOnlyList<Entity>> Batches()
{
    for (var from = 0; from < wanted / 10; from += 500)
    {
        var accounts = Enumerable.Range(from, Math.Min(500, wanted / 10 - from)).Select(i => new Account { Name = $"{Word()} {Word()} {i % 97}", OwnerId = Guid.Empty, Website = $"a{i}.example", Country = "DE" }).ToList();
        yield return [.. accounts, .. accounts.SelectMany(People)];
    }
}

IEnumerable<Contact> People(Account account)
{
    for (var i = 0; i < 10; i++)
    {
        var (first, last) = (given[random.Next(given.Length)], Word());
        var phone = $"+49 30 {account.Name.Length:00}{random.Next(10000, 10004)}";
        if (i > 0 && random.Next(45) == 0)
        {
            i++;
            yield return new Contact { Name = $"{last}, {first}", OwnerId = Guid.Empty, AccountId = account.Id, Email = $"{first}.{last}@{account.Website}".ToUpperInvariant() };
        }

        yield return new Contact { Name = $"{first} {last}", OwnerId = Guid.Empty, AccountId = account.Id, Email = $"{first}.{last}@{account.Website}".ToLowerInvariant(), Phone = phone, PhoneE164 = phone.Replace(" ", "", StringComparison.Ordinal) };
    }
}

string Word() => char.ToUpperInvariant(sounds[random.Next(sounds.Length)][0]) + sounds[random.Next(sounds.Length)] + sounds[random.Next(sounds.Length)];
