using System.CommandLine;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Web.Commands;

/// <summary>The command line: <c>cox</c> and its commands. A failure is one clear line and an exit code of 1.</summary>
internal static class CommandLine
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder of the embedded database and the files", HelpName = "DIR", Recursive = true };
    public static readonly Option<string?> Database = new("--database") { Description = "PostgreSQL instead of the embedded database, e.g. 'Host=…;Database=…;Username=…'", HelpName = "CONNECTION", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Print the whole error", Recursive = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Coxswain: an open-source, self-hosted system for B2B sales organisations.")
        {
            ServeCommand.Make(), DemoCommand.Make(), ImportCommand.Make(), ReportCommand.Make(), BriefCommand.Make(), MigrateCommand.Make(),
        };
        root.Options.Add(Data);
        root.Options.Add(Database);
        root.Options.Add(Verbose);
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    public static Place PlaceOf(ParseResult asked) => Place.Of(asked.GetValue(Data), asked.GetValue(Database));

    /// <summary>Gives a command its work, with failures in one line.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work)
    {
        command.SetAction(async (asked, ct) =>
        {
            try { return await work(asked, ct); }
            catch (OperationCanceledException) { return Failed("stopped.", 130); }
            catch (Exception e) when (Line(e) is { } line) { return asked.GetValue(Verbose) ? Failed(e.ToString()) : Failed(line); }
            catch (Exception e) { return asked.GetValue(Verbose) ? Failed(e.ToString()) : Failed($"something went wrong: {e.Message} (--verbose says more)"); }
        });
        return command;
    }

    private static int Failed(string message, int code = 1)
    {
        Output.Fail(message);
        return code;
    }

    private static string? Line(Exception e) => e switch
    {
        Failure or Customers.ImportMissingException => e.Message,
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => e.Message,
        SqliteException { SqliteErrorCode: 13 } => "the disk is full; nothing was half done.",
        SqliteException { SqliteErrorCode: 26 } => "the file is not a Coxswain database.",
        NpgsqlException { InnerException: System.Net.Sockets.SocketException } => "no PostgreSQL answers there. Is it running, and is the --database right?",
        PostgresException { SqlState: "3D000" or "28000" or "28P01" } postgres => postgres.MessageText,
        _ => null,
    };
}
