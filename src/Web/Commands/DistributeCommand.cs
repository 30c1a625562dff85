using System.ComponentModel;
using Coxswain.Platform.Data;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox distribute</c>: the statements that spread the tables over a Citus cluster, by tenant; with <c>--run</c> they are carried out.</summary>
internal sealed class DistributeCommand : AsyncCommand<DistributeCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandOption("--run"), Description("Carry the statements out on the database named with --database")]
        public bool Run { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        if (settings.Run && settings.Database is null) throw new Failure("--run needs to know where: name the PostgreSQL with --database.");
        // Printing reads the model only, so no database is opened and no folder made.
        await using var services = Workplace.Provide(Place.Of(settings.Data, settings.Database ?? "Host=printed-only"));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (settings.Run) Tell(await db.DistributeAsync(p => Output.Note($"Placing {p.Table} …"), cancellationToken), settings);
        else Print(Distribution.Of(db.Model), settings);
        return 0;
    }

    private static void Print(IReadOnlyList<Placement> placements, Asked settings)
    {
        if (settings.Json) Output.Data(placements);
        else foreach (var statement in placements.SelectMany(p => p.Steps).Concat(placements.Select(p => p.Clearing))) Output.Line($"{statement};");
    }

    private static void Tell(IReadOnlyList<Placement> placed, Asked settings)
    {
        if (settings.Json) Output.Data(placed);
        else Output.Line(placed.Count == 0 ? "Every table has its place already." : $"Placed {placed.Count(p => !p.IsGlobal)} tables by tenant and {placed.Count(p => p.IsGlobal)} on every machine.");
    }
}
