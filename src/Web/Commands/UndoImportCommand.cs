using System.ComponentModel;
using Coxswain.Customers;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox import undo ID</c>: takes an import back as a whole, sparing and naming records edited since.</summary>
internal sealed class UndoImportCommand : Work<UndoImportCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandArgument(0, "<ID>"), Description("The import's id, as it was printed")]
        public string Id { get; init; } = "";
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var id = Guid.TryParse(settings.Id, out var run) ? run : throw new Failure($"{settings.Id} is no import's id: cox import printed it at its end.");
        var undone = await ImportCommand.WatchedAsync("Taking back", workplace, (runner, progress) => runner.UndoAsync(id, progress, ct));
        if (settings.Json) Output.Data(undone);
        else
        {
            Output.Line($"{undone.Removed:N0} removed, {undone.Restored:N0} back as they were, {undone.Spared.Count:N0} spared because somebody edited them since, or what stays belongs to them.");
            foreach (var spared in undone.Spared) Output.Line($"  {spared.Kind}: {spared.Name}{(spared.Why is { } why ? $" ({why})" : "")}");
        }
        return 0;
    }
}
