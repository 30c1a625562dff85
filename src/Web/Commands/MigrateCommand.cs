using System.CommandLine;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Commands;

/// <summary><c>cox migrate</c>: brings the database to this version.</summary>
internal static class MigrateCommand
{
    public static Command Make() => new Command("migrate", "Bring the database to this version").Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken ct)
    {
        await using var services = Workplace.Provide(CommandLine.PlaceOf(asked));
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        var pending = (await database.GetPendingMigrationsAsync(ct)).ToList();
        await database.MigrateAsync(ct);
        Output.Line(pending.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", pending)}.");
        return 0;
    }
}
