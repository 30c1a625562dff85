using System.ComponentModel;
using System.Globalization;
using Coxswain.Platform.Copies;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox restore</c>: the installation as a copy has it; with --check only looks whether the copy is whole.</summary>
internal sealed class RestoreCommand : AsyncCommand<RestoreCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandArgument(0, "<FILE>"), Description("The copy")]
        public string File { get; init; } = "";

        [CommandOption("--check"), Description("Only read the copy and say whether it is whole; nothing is touched")]
        public bool Check { get; init; }

        [CommandOption("--replace"), Description("Take the copy where an organisation is already")]
        public bool Replace { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        if (settings.Check)
        {
            var checkedCopy = await Restore.CheckAsync(settings.File, cancellationToken);
            return Say(settings, checkedCopy, $"{settings.File} is whole: {Content(checkedCopy)}");
        }
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var done = await Output.WatchedAsync("Restoring", _ => scope.ServiceProvider.GetRequiredService<Restore>().FromAsync(settings.File, settings.Replace, cancellationToken));
        return Say(settings, done, string.Join(' ', Told(done)));
    }

    private static IEnumerable<string> Told(Restored done)
    {
        yield return $"Restored and compared, every table agrees: {Content(done.Copy)}";
        if (done.Applied.Count > 0) yield return $"It was of an older version; applied behind it: {string.Join(", ", done.Applied)}.";
        if (done.Erased > 0) yield return $"Erased since the copy was made, and erased again: {done.Erased}.";
        if (done.Replaced is not null) yield return $"What was there before is kept at {done.Replaced}.";
    }

    private static string Content(Manifest copy) =>
        string.Create(CultureInfo.CurrentCulture, $"{copy.Rows:N0} rows of {copy.Tables.Count} tables, {copy.Files:N0} files, as of {copy.MadeAt:yyyy-MM-dd HH:mm} UTC, by Coxswain {copy.Program}.");

    private static int Say(Asked settings, object data, string line)
    {
        if (settings.Json) Output.Data(data);
        else Output.Line(line);
        return 0;
    }
}
