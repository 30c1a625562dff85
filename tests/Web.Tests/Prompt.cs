using System.Text.Json;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Testing;
using Coxswain.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
namespace Coxswain.Web.Tests;

/// <summary>An installation of its own and the prompt in front of it: commands run in this process and say what they print.</summary>
internal sealed class Prompt
{
    private Prompt(string folder, Database database) => (Folder, Database) = (folder, database);

    public string Folder { get; }

    public Database Database { get; }

    /// <summary>A new, empty place.</summary>
    public static async Task<Prompt> OnAsync(Engine engine)
    {
        // Beside the throwaway files of the other tests, and gone with them.
        var folder = await FolderAsync();
        return new Prompt(folder, engine is Engine.Sqlite ? Database.InFolder(folder) : await TestDatabases.FreshAsync(engine, "place"));
    }

    private static async Task<string> FolderAsync() => Directory.CreateDirectory(Path.ChangeExtension((await TestDatabases.FreshAsync(Engine.Sqlite, "place")).File!, null)).FullName;

    // The tables are there already: what a first command makes of an empty place, tests of an empty place say.
    private static async Task<Prompt> MadeAsync(Engine engine)
    {
        var (folder, made) = (await FolderAsync(), await TestDatabases.MadeAsync(engine, "place"));
        if (engine is Engine.Postgres) return new Prompt(folder, made);
        System.IO.File.Move(made.File!, Database.InFolder(folder).File!);
        return new Prompt(folder, Database.InFolder(folder));
    }

    /// <summary>One that somebody works in.</summary>
    public static async Task<Prompt> WithPeopleAsync(Engine engine)
    {
        var place = await MadeAsync(engine);
        foreach (var name in new[] { "Ana Okafor", "Milan Ferreira" }) Assert.Equal(0, (await place.CoxAsync("user", "add", name, "--role", "seller")).Code);
        return place;
    }

    public string File(string name) => Path.Combine(Folder, name);

    public Task<Said> CoxAsync(params string[] args) =>
        RawAsync([.. args, "--data", Folder, .. Database.Engine is Engine.Postgres ? ["--database", Database.ConnectionString] : Array.Empty<string>()]);

    /// <summary>A command that has to succeed.</summary>
    public async Task<Said> DoAsync(params string[] args)
    {
        var said = await CoxAsync(args);
        Assert.True(said.Code == 0, $"cox {string.Join(' ', args)} ended with {said.Code}: {said.Aside}");
        return said;
    }

    /// <summary>A command that says itself where it works.</summary>
    public static async Task<Said> RawAsync(params string[] args)
    {
        using StringWriter data = new() { NewLine = "\n" }, aside = new();
        Output.GoesTo(data, aside);
        var code = await CommandLine.RunAsync(args, TestContext.Current.CancellationToken);
        return new Said(code, data.ToString(), aside.ToString());
    }

    /// <summary>Makes a copy.</summary>
    public async Task<string> BackupAsync(string name = "copy.zip")
    {
        await DoAsync("backup", File(name));
        return File(name);
    }

    /// <summary>Serves it, in this process.</summary>
    public Task<Host> ServeAsync() => Host.ByHandAsync(Task.FromResult(Database), s => s.AddSingleton(new DataFolder(File("files"))));

    public async Task<IReadOnlyDictionary<string, long>> RowsAsync()
    {
        if (Database.File is { } file) return (await SqliteFile.CountAsync(file, default)).ToDictionary(t => t.Name, t => t.Rows);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        return (await PostgresTables.CountAsync(connection, default)).ToDictionary(t => t.Name, t => t.Rows);
    }
}

/// <summary>What a command printed.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Data">Standard output.</param>
/// <param name="Aside">Standard error.</param>
internal sealed record Said(int Code, string Data, string Aside)
{
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;

    /// <summary>The one line of a failure: nothing on standard output, no trace of the program's inside.</summary>
    public string Failure()
    {
        Assert.Equal((1, ""), (Code, Data));
        var line = Assert.Single(Aside.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.StartsWith("cox: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Aside);
        Assert.DoesNotContain("something went wrong", line);
        return line;
    }
}
