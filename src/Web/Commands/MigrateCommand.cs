using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox migrate</c>: brings the database to this version.</summary>
internal sealed class MigrateCommand : AsyncCommand<PrintSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, PrintSettings settings, CancellationToken cancellationToken)
    {
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.MigrateAsync(cancellationToken);
        if (settings.Json) Output.Data(new { Applied = pending });
        else Output.Line(pending.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", pending)}.");
        return 0;
    }
}
