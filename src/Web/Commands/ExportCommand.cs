using System.ComponentModel;
using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox export</c>: everything an organisation may take along, in files that any program reads, while people work.</summary>
internal sealed class ExportCommand : AsyncCommand<ExportCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandOption("--to <FILE>"), Description("Where to; a new file here, named by the moment, where not said")]
        public string? To { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        var place = settings.At();
        if (place.Database.File is { } database && !File.Exists(database)) throw new Failure($"there is no database at {database}: name its folder with --data.");
        await using var workplace = await Workplace.OpenAsync(place, cancellationToken);
        var path = PathOf(settings.To, workplace.Services.GetRequiredService<TimeProvider>());
        if (File.Exists(path)) throw new Failure($"{path} is there already: name another file.");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var made = await Output.WatchedAsync("Exporting", tell => workplace.DoAsync(services => services.GetRequiredService<WholeExport>().TakeAsync(services.GetRequiredService<AppDb>(), path, p => tell(0, 1, string.Create(CultureInfo.CurrentCulture, $"{p.File}: {p.Rows:N0} records so far")), cancellationToken)));
        var size = new FileInfo(path).Length;
        if (settings.Json) Output.Data(new { Path = path, Size = size, Seconds = watch.Elapsed.TotalSeconds, Export = made });
        else Output.Line(string.Create(CultureInfo.CurrentCulture, $"{path} holds {made.Rows:N0} records of {made.Tables.Count} kinds and {made.Files:N0} files, {size / 1024.0 / 1024:N1} MB, in {watch.Elapsed.TotalSeconds:N1} s. It holds all customers: guard it. cox import takes it in elsewhere."));
        return 0;
    }

    private static string PathOf(string? file, TimeProvider clock)
    {
        var name = $"coxswain-export-{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip";
        return Path.GetFullPath(file is null ? name : Directory.Exists(file) ? Path.Combine(file, name) : file);
    }
}
