using Coxswain.Platform.Data;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox migrate</c>: brings the database to this version.</summary>
internal sealed class MigrateCommand : AsyncCommand<PrintSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, PrintSettings settings, CancellationToken cancellationToken)
    {
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<Upgrade>().DoAsync(cancellationToken);
        if (done.Said is { } said) Output.Note(said);
        if (settings.Json) Output.Data(done);
        else Output.Line(done.Applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", done.Applied)}.");
        return 0;
    }
}
