using System.Net;
using System.Net.Sockets;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Web.Tests.Commands;

/// <summary>Whatever goes wrong at the command line: one clear line on standard error and a code other than 0.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("Unknown command", "sail")]
    [InlineData("Unknown option", "report", "--sideways")]
    [InlineData("there is no metric luck", "report", "luck")]
    [InlineData("--by colour is not known", "report", "won_count", "--by", "colour")]
    [InlineData("--from 31.02.2026 is no day: write it as 2026-07-24", "report", "won_count", "--from", "31.02.2026")]
    [InlineData("The window ends before it begins", "report", "won_count", "--from", "2026-03-01", "--to", "2026-02-01")]
    [InlineData("nobody here is called Nemo", "report", "won_count", "--for", "Nemo")]
    [InlineData("nobody here is called Nemo", "brief", "--for", "Nemo")]
    [InlineData("nobody here is called Nemo", "user", "invite", "Nemo")]
    [InlineData("nobody here is called Nemo", "user", "deactivate", "Nemo", "--heir", "Nemo")]
    [InlineData("there are no teams yet", "user", "told", "--team", "North")]
    [InlineData("captain is not known", "user", "add", "Ana", "--role", "captain")]
    [InlineData("there is no file or folder at /no/such/place", "import", "/no/such/place")]
    [InlineData("an answer is written ID=ANSWER", "import", ".", "--answer", "comma")]
    [InlineData("is no import's id", "import", "undo", "seven")]
    [InlineData("beyond this machine Coxswain is served over HTTPS only", "serve", "--listen", "http://0.0.0.0:5080")]
    [InlineData("is not an address", "serve", "--listen", "somewhere")]
    public async Task What_cannot_be_asked_is_said_in_one_line(string line, params string[] args) =>
        Assert.Contains(line, (await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync(args)).Failure());

    [Fact]
    public async Task An_import_that_no_run_has_cannot_be_taken_back() =>
        Assert.NotEmpty((await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync("import", "undo", $"{Guid.NewGuid()}")).Failure());

    [Fact]
    public async Task An_answer_to_nothing_and_a_wrong_answer_name_what_there_is()
    {
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        var file = Generated.File("deals.csv", Generated.Header + "1,One,Ana,Won,2026-01-01,2026-03-15,1.500\n");
        var asked = (await cox.DoAsync("import", file, "--json")).Json.GetProperty("questions")[0].GetProperty("id").GetString()!;
        Assert.Contains($"nothing is asked as colour. There are: {asked}", (await cox.CoxAsync("import", file, "--yes", "--answer", "colour=red")).Failure());
        Assert.Contains($"maybe is no answer to {asked}", (await cox.CoxAsync("import", file, "--yes", "--answer", $"{asked}=maybe")).Failure());
    }

    [Fact]
    public async Task Nothing_to_import_says_what_each_file_is()
    {
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        Assert.Contains("nothing in", (await cox.CoxAsync("import", Generated.File("other.csv", "colour,weight\nred,3\n"), "--yes")).Failure());
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_said()
    {
        var file = Generated.File("notes.txt", "not a folder");
        Assert.Contains("is a file, and --data names a folder", (await Prompt.RawAsync("report", "won_count", "--data", file)).Failure());
        Assert.Contains("cannot be made", (await Prompt.RawAsync("report", "won_count", "--data", Path.Combine(file, "below"))).Failure());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said()
    {
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(cox.Folder, "coxswain.db"), new string('x', 10_000));
        Assert.Contains("is not a Coxswain database", (await cox.CoxAsync("user", "list")).Failure());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        await cox.DoAsync("migrate");
        await using (var newer = new SqliteConnection($"Data Source={Path.Combine(cox.Folder, "coxswain.db")}"))
        {
            await newer.OpenAsync();
            await using var command = newer.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0')""";
            await command.ExecuteNonQueryAsync();
        }
        foreach (var args in (string[][])[["migrate"], ["user", "list"], ["report", "won_count"], ["serve", "--listen", "http://127.0.0.1:0"]])
            Assert.Contains("belongs to a newer Coxswain", (await cox.CoxAsync(args)).Failure());
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        Assert.Contains("another program listens at that address already", (await cox.CoxAsync("serve", "--listen", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}")).Failure());
    }

    [Fact]
    public async Task A_wrong_PostgreSQL_is_said_without_its_password()
    {
        Assert.Contains("--database is not understood", (await Prompt.RawAsync("user", "list", "--database", "secret words")).Failure());
        var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        foreach (var host in new[] { $"Host=127.0.0.1;Port={port}", "Host=no-such-host.invalid" })
        {
            var said = await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync("user", "list", "--database", $"{host};Database=c;Username=c;Password=hush-hush");
            Assert.Contains("no PostgreSQL answers there", said.Failure());
            Assert.DoesNotContain("hush-hush", said.Aside);
        }
    }

    [Fact]
    public async Task A_role_PostgreSQL_does_not_know_is_said()
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var wrong = new NpgsqlConnectionStringBuilder((await TestDatabases.FreshAsync(Engine.Postgres, "role")).ConnectionString) { Username = "nobody_here", Password = "hush-hush" };
        var said = await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync("user", "list", "--database", wrong.ToString());
        Assert.Contains("nobody_here", said.Failure());
        Assert.DoesNotContain("hush-hush", said.Aside);
    }
}
