using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Commands;
namespace Coxswain.Web.Tests.Commands;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Error)
{
    /// <summary>Its data, which standard output holds and nothing else.</summary>
    public JsonElement Data => JsonDocument.Parse(Out).RootElement;

    /// <summary>The one line of a failure: nothing on standard output, no trace of the program's inside.</summary>
    public string Failure()
    {
        Assert.Equal(1, Code);
        Assert.Equal("", Out);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.StartsWith("cox: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error);
        Assert.DoesNotContain("something went wrong", line);
        return line;
    }
}

/// <summary>The command line in this process, on one installation.</summary>
internal sealed class Cox
{
    private readonly string[] _place;

    private Cox(string folder, string[] place) => (Folder, _place) = (folder, place);

    public string Folder { get; }

    /// <summary>An empty installation.</summary>
    public static async Task<Cox> OnAsync(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-command-").FullName;
        return engine is Engine.Sqlite ? new Cox(folder, ["--data", folder]) : new Cox(folder, ["--data", folder, "--database", (await TestDatabases.FreshAsync(engine, "command")).ConnectionString]);
    }

    public Task<Said> RunAsync(params string[] args) => RawAsync([.. args, .. _place]);

    /// <summary>A command that has to succeed.</summary>
    public async Task<Said> DoAsync(params string[] args)
    {
        var said = await RunAsync(args);
        Assert.True(said.Code == 0, $"cox {string.Join(' ', args)} ended with {said.Code}: {said.Error}");
        return said;
    }

    public static async Task<Said> RawAsync(params string[] args)
    {
        using StringWriter data = new(), aside = new();
        Output.GoesTo(data, aside);
        var code = await CommandLine.RunAsync(args, TestContext.Current.CancellationToken);
        return new Said(code, data.ToString(), aside.ToString());
    }
}
