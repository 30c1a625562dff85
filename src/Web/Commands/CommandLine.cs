using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>The command line: <c>cox</c> and its commands. A failure is one clear line and an exit code of 1.</summary>
internal static class CommandLine
{
    public const string Verbose = "--verbose";

    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        try { return await Cox().RunAsync(Spelled(args), ct); }
        // A database cut off in the middle of a statement has its own words for being stopped.
        catch (Exception) when (ct.IsCancellationRequested) { return Failed("stopped. The same command goes on or begins anew.", Interrupted); }
        catch (Exception e) { return Failed(args.Contains(Verbose) ? e.ToString() : Failures.Line(e)); }
    }

    private static CommandApp Cox()
    {
        var app = new CommandApp();
        app.Configure(cox =>
        {
            cox.SetApplicationName("cox").SetApplicationVersion(Version).UseStrictParsing().PropagateExceptions().ConfigureConsole(Output.Screen());
            cox.AddCommand<ServeCommand>("serve").WithDescription("Serve the web application");
            cox.AddCommand<DemoCommand>("demo").WithDescription("Make a small demo company and serve it");
            cox.AddBranch("import", import =>
            {
                import.SetDescription("Take in the CSV files of an export: cox import FOLDER");
                import.AddCommand<ImportCommand>(ImportCommand.Name).WithDescription("The same as cox import PATH");
                import.AddCommand<UndoImportCommand>("undo").WithDescription("Take an import back, sparing records edited since");
            });
            cox.AddCommand<ReportCommand>("report").WithDescription("Print a figure");
            cox.AddCommand<ApiCommand>("api").WithDescription("Print the description of the JSON interface");
            cox.AddCommand<BriefCommand>("brief").WithDescription("Say where coaching, or the process, would move the number most");
            cox.AddBranch("user", Users);
            cox.AddCommand<ExportCommand>("export").WithDescription("Write everything an organisation may take along into one file");
            cox.AddCommand<BackupCommand>("backup").WithDescription("Copy the installation into one file, while it is served");
            cox.AddCommand<RestoreCommand>("restore").WithDescription("Bring the installation back from a copy, or check one");
            cox.AddCommand<DoctorCommand>("doctor").WithDescription("Look the installation over and say what to do");
            cox.AddCommand<MigrateCommand>("migrate").WithDescription("Bring the database to this version");
            cox.AddCommand<DistributeCommand>("distribute").WithDescription("Print, or run, what spreads the tables over a Citus cluster by tenant");
        });
        return app;
    }

    private static void Users(IConfigurator<CommandSettings> user)
    {
        user.SetDescription("The people who work here, and their sign-in");
        user.AddCommand<ListUsersCommand>("list").WithDescription("Who is here, with role and team");
        user.AddCommand<AddUserCommand>("add").WithDescription("Add someone");
        user.AddCommand<InviteUserCommand>("invite").WithDescription("Print a link with which someone chooses a password");
        user.AddCommand<ResetUserCommand>("reset").WithDescription("Print a link with which someone chooses a new password");
        user.AddCommand<UserRoleCommand>("role").WithDescription("Give someone another role");
        user.AddCommand<DeactivateUserCommand>("deactivate").WithDescription("Let someone leave: sign-ins end, open work goes to the heir");
        user.AddCommand<ToldCommand>("told").WithDescription("Record that people were told what is computed about them and who sees it");
    }

    private static string Version => typeof(CommandLine).Assembly.GetName().Version!.ToString(3);

    // The parser takes what follows a branch for one of its commands; `cox import FOLDER` names the branch's own. A folder called undo is written ./undo.
    private static string[] Spelled(string[] args) =>
        args is ["import", .. var rest] && rest is not ([] or ["--help" or "-h"]) && !rest.Contains("undo") && rest[0] != ImportCommand.Name ? ["import", ImportCommand.Name, .. rest] : args;

    private static int Failed(string message, int code = 1)
    {
        Output.Fail(message);
        return code;
    }
}
