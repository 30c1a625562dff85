using Coxswain.Platform.Checkups;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox doctor</c>: looks the installation over and says what to do. Ends with 1 where something is wrong.</summary>
internal sealed class DoctorCommand : AsyncCommand<PrintSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, PrintSettings settings, CancellationToken cancellationToken)
    {
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<Doctor>().LookAsync(cancellationToken);
        if (settings.Json) Output.Data(found);
        else foreach (var one in found) Output.Line($"{Mark(one.Condition),-6} {one.What}: {one.Said}{(one.Do is null ? "" : $" {one.Do}")}");
        return found.Any(f => f.Condition is Condition.Wrong) ? 1 : 0;
    }

    private static string Mark(Condition condition) => condition switch { Condition.Good => "good", Condition.Watch => "watch", _ => "WRONG" };
}
