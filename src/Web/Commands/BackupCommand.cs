using System.ComponentModel;
using System.Globalization;
using Coxswain.Platform.Copies;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox backup</c>: the installation in one file, while people work in it.</summary>
internal sealed class BackupCommand : AsyncCommand<BackupCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandArgument(0, "[FILE]"), Description("Where to; a new file here, named by the moment, where not said")]
        public string? File { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var path = PathOf(settings.File, services.GetRequiredService<TimeProvider>());
        var made = await Output.WatchedAsync("Copying", tell => scope.ServiceProvider.GetRequiredService<Backup>().ToAsync(path, part => tell(0, 1, $"Copying {part}"), cancellationToken));
        var size = new FileInfo(path).Length;
        if (settings.Json) Output.Data(new { Path = path, Size = size, Copy = made });
        else Output.Line(string.Create(CultureInfo.CurrentCulture, $"{path} is made and was read again: {made.Rows:N0} rows of {made.Tables.Count} tables, {made.Files:N0} files, {size / 1024.0 / 1024:N1} MB. It opens everything: guard it as you guard the original."));
        return 0;
    }

    private static string PathOf(string? file, TimeProvider clock)
    {
        var name = $"coxswain-{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip";
        return Path.GetFullPath(file is null ? name : Directory.Exists(file) ? Path.Combine(file, name) : file);
    }
}
