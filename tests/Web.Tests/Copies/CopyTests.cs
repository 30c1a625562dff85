using System.IO.Compression;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Coxswain.Web.Commands;
namespace Coxswain.Web.Tests.Copies;

public sealed class CopyTests
{
    [Theory, OnBoth]
    public async Task A_copy_taken_back_elsewhere_agrees_in_every_table_and_file(Engine engine)
    {
        var here = await Prompt.OnAsync(engine);
        var folder = RealFiles.Find("maven_crm");
        Assert.SkipWhen(folder is null, "shared/data/maven_crm is not beside the repository");
        Assert.Equal(0, (await here.CoxAsync("import", folder, "--yes")).Code);
        var copy = await here.BackupAsync();
        var there = await Prompt.OnAsync(engine);
        var said = await there.CoxAsync("restore", copy);
        Assert.True(said.Code == 0, said.Aside);
        Assert.Contains("every table agrees", said.Data);
        var rows = await here.RowsAsync();
        Assert.Equal(8_800, rows["opportunities"]);
        Assert.Equal(rows, await there.RowsAsync());
        Assert.Equal(Kept(here), Kept(there));
        Assert.NotEmpty(Kept(there));
        var won = (await there.CoxAsync("report", "won_count", "--json")).Json;
        Assert.Equal(4_238, won.GetProperty("total").GetProperty("value").GetDouble());
        // New rows find their numbers free.
        Assert.Equal(0, (await there.CoxAsync("user", "add", "Zoe Brandt")).Code);
    }

    [Theory, OnBoth]
    public async Task A_copy_says_what_is_in_it_and_is_read_by_its_owner_alone(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var copy = await place.BackupAsync();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        var whole = await place.CoxAsync("restore", copy, "--check", "--json");
        Assert.Equal(engine.ToString(), whole.Json.GetProperty("engine").GetString());
        Assert.Equal(2, whole.Json.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "people").GetProperty("rows").GetInt64());
        Assert.Empty(Directory.GetFiles(place.Folder, "*.part*"));
        var again = await place.CoxAsync("backup", copy);
        Assert.Equal((1, $"cox: {copy} is there already: name another file."), (again.Code, again.Aside.Trim().Split('\n')[^1].Trim()));
    }

    [Theory, OnBoth]
    public async Task A_copy_made_while_people_write_is_whole(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var host = await place.ServeAsync();
        var ana = await (await host.TenantAsync()).PersonAsync(Platform.Access.Role.Seller, "Ana Okafor");
        var (began, end) = (new TaskCompletionSource(), new CancellationTokenSource());
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !end.IsCancellationRequested || n == 0; n++)
            {
                // Two rows and what stands beside them, in one transaction each.
                Assert.True((await ana.Program.PostAsync("/api/accounts", Json($$"""{"name":"Account {{n}}"}"""))).IsSuccessStatusCode);
                began.TrySetResult();
            }
        });
        await began.Task;
        var copies = new[] { await place.BackupAsync("1.zip"), await place.BackupAsync("2.zip") };
        end.Cancel();
        await writing;
        foreach (var copy in copies)
        {
            var there = await Prompt.OnAsync(engine);
            var said = await there.CoxAsync("restore", copy);
            Assert.True(said.Code == 0, said.Aside);
            var rows = await there.RowsAsync();
            Assert.InRange(rows["accounts"], 1, (await place.RowsAsync())["accounts"]);
            Assert.Equal(rows["accounts"], rows["search_documents"]);
            Assert.Equal(rows["accounts"], await EventsAsync(there, "account.created"));
        }
    }

    [Theory, OnBoth]
    public async Task A_damaged_or_cut_copy_is_refused_and_nothing_is_touched(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var whole = await File.ReadAllBytesAsync(await place.BackupAsync(), TestContext.Current.CancellationToken);
        await place.CoxAsync("user", "add", "Came Later");
        var before = await place.RowsAsync();
        var damaged = place.File("damaged.zip");
        foreach (var at in Enumerable.Range(0, 40).Select(n => 2 + (whole.Length - 3) * n / 39))
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0x10;
            await File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);
            Assert.Contains("damaged", (await Assert.ThrowsAsync<CopyException>(() => Restore.CheckAsync(damaged, default))).Message);
        }
        foreach (var length in new[] { whole.Length - 1, whole.Length / 2, 70, 3 })
        {
            await File.WriteAllBytesAsync(damaged, whole[..length], TestContext.Current.CancellationToken);
            var said = await place.CoxAsync("restore", damaged, "--replace");
            Assert.Equal(1, said.Code);
            Assert.Contains("damaged or cut short; nothing was touched", said.Aside);
        }
        Assert.Equal(before, await place.RowsAsync());
    }

    [Theory, OnBoth]
    public async Task What_is_no_copy_is_told_from_a_damaged_one(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        await File.WriteAllTextAsync(place.File("letter.txt"), new string('x', 500), TestContext.Current.CancellationToken);
        Assert.Contains("is not a copy made by cox backup", (await place.CoxAsync("restore", place.File("letter.txt"), "--check")).Aside);
        Assert.Contains("there is no file", (await place.CoxAsync("restore", place.File("nowhere.zip"))).Aside);
    }

    [Theory, OnBoth]
    public async Task A_place_that_holds_an_organisation_is_replaced_only_when_told(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var copy = await place.BackupAsync();
        await place.CoxAsync("user", "add", "Came Later");
        var refused = await place.CoxAsync("restore", copy);
        Assert.Equal(1, refused.Code);
        Assert.Contains("holds an organisation already: --replace", refused.Aside);
        Assert.Equal(3, (await place.RowsAsync())["people"]);
        var done = await place.CoxAsync("restore", copy, "--replace", "--json");
        Assert.True(done.Code == 0, done.Aside);
        Assert.Equal(2, (await place.RowsAsync())["people"]);
        if (engine is Engine.Postgres) return;
        Assert.Equal(3, (await SqliteFile.CountAsync(done.Json.GetProperty("replaced").GetString()!, default)).Single(t => t.Name == "people").Rows);
    }

    [Fact]
    public async Task A_database_that_is_being_served_is_not_replaced()
    {
        var place = await Prompt.WithPeopleAsync(Engine.Sqlite);
        var copy = await place.BackupAsync();
        await using var served = await SqliteFile.OpenAsync(place.Database.File!, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite, default);
        await SqliteFile.ListAsync(served, "SELECT name FROM people", default);
        var said = await place.CoxAsync("restore", copy, "--replace");
        Assert.Equal(1, said.Code);
        Assert.Contains("Stop cox serve, then try again", said.Aside);
        Assert.Equal(2, (await place.RowsAsync())["people"]);
    }

    [Theory, OnBoth]
    public async Task A_copy_of_the_other_kind_of_database_or_of_a_newer_version_is_refused(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var copy = await place.BackupAsync();
        var other = await CraftAsync(copy, place.File("other.zip"), m => m with { Engine = engine is Engine.Sqlite ? Engine.Postgres : Engine.Sqlite });
        Assert.Contains("this installation is on", (await place.CoxAsync("restore", other, "--replace")).Aside);
        var newer = await CraftAsync(copy, place.File("newer.zip"), m => m with { Migrations = [.. m.Migrations, "29990101000000_Later"] });
        Assert.Contains("made by a newer Coxswain", (await place.CoxAsync("restore", newer, "--replace")).Aside);
        var later = await CraftAsync(copy, place.File("later.zip"), m => m with { Format = 99 });
        Assert.Contains("made by a newer Coxswain", (await place.CoxAsync("restore", later, "--check")).Aside);
        Assert.Equal(2, (await place.RowsAsync())["people"]);
    }

    [Theory, OnBoth]
    public async Task A_restore_that_fails_half_way_leaves_what_was_there(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var copy = await CraftAsync(await place.BackupAsync(), place.File("short.zip"), m => m with { Tables = [.. m.Tables.Select(t => t.Name == "people" ? t with { Rows = 7 } : t)] });
        await place.CoxAsync("user", "add", "Came Later");
        var before = await place.RowsAsync();
        var said = await place.CoxAsync("restore", copy, "--replace");
        Assert.Equal(1, said.Code);
        Assert.Contains("people has 2 rows and should have 7; nothing was touched", said.Aside);
        Assert.Equal(before, await place.RowsAsync());
        Assert.Empty(Directory.GetFiles(place.Folder, "*.part*"));
    }

    [Theory, OnBoth]
    public async Task An_older_copy_is_brought_to_this_version(Engine engine)
    {
        var (old, place) = (await Prompt.OnAsync(engine), await Prompt.OnAsync(engine));
        await OldVersionAsync(old);
        var copy = await old.BackupAsync();
        var said = await place.CoxAsync("restore", copy, "--json");
        Assert.True(said.Code == 0, said.Aside);
        Assert.Equal("20260101000001_Search", said.Json.GetProperty("applied")[0].GetString());
        Assert.Equal(0, (await place.CoxAsync("user", "add", "Ana Okafor")).Code);
        Assert.Contains("up to date", (await place.CoxAsync("migrate")).Data);
    }

    [Fact]
    public async Task An_upgrade_keeps_the_embedded_database_as_it_was_and_says_where()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        await OldVersionAsync(place);
        var said = await place.CoxAsync("migrate");
        Assert.Contains("Applied: 20260101000001_Search", said.Data);
        var kept = Directory.GetFiles(place.Folder, "coxswain.before-20260101000001_Search-*.db").Single();
        Assert.Contains(kept, said.Aside);
        Assert.Equal(1, (await SqliteFile.CountAsync(kept, default)).Single(t => t.Name == "tenants").Rows);
        Assert.Empty(Directory.GetFiles((await Prompt.WithPeopleAsync(Engine.Sqlite)).Folder, "coxswain.before-*"));
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static IEnumerable<string> Kept(Prompt place) => Directory.EnumerateFiles(place.File("files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order()!;

    private static async Task<long> EventsAsync(Prompt place, string kind)
    {
        await using var services = Workplace.Provide(new Place(place.Folder, place.Database));
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Platform.Access.CurrentViewer>().Become(Platform.Access.Viewer.System(1));
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Platform.Events.Event>().LongCountAsync(e => e.Kind == kind);
    }

    /// <summary>A place as the first version left it.</summary>
    private static async Task OldVersionAsync(Prompt place)
    {
        await using var services = Workplace.Provide(new Place(place.Folder, place.Database));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.GetService<IMigrator>().MigrateAsync("20260101000000_Initial");
        db.Add(new Platform.Tenants.Tenant { Name = "Halma Werke", MadeAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
    }

    /// <summary>The same copy, whole and sealed, that says something else of itself.</summary>
    private static async Task<string> CraftAsync(string copy, string to, Func<Manifest, Manifest> says)
    {
        using var from = ZipFile.OpenRead(copy);
        await using (var file = OwnFile.Create(to))
        using (var writer = new CopyWriter(file))
        {
            foreach (var part in from.Entries.Where(e => e.Name != "manifest.json"))
            {
                await using var content = part.Open();
                await writer.AddAsync(part.FullName, content, default);
            }
            await using var manifest = from.GetEntry("manifest.json")!.Open();
            await writer.EndAsync(says(Manifest.Read(manifest)), default);
        }
        await WholeSeal.PutAsync(to, default);
        return to;
    }
}
