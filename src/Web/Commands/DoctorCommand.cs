using System.ComponentModel;
using Coxswain.Platform.Checkups;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox doctor</c>: looks the installation over, and how it would be served with these options, and says what to do. Ends with 1 where something is wrong.</summary>
internal sealed class DoctorCommand : AsyncCommand<DoctorCommand.Asked>
{
    internal sealed class Asked : ServeSettings
    {
        [CommandOption("--json"), Description("Print as JSON")]
        public bool Json { get; init; }

        [CommandOption("--mend"), Description("Make the text index anew first where it is damaged")]
        public bool Mend { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        await using var services = Workplace.Provide(settings.At());
        await using var scope = services.CreateAsyncScope();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var doctor = scope.ServiceProvider.GetRequiredService<Doctor>();
        if (settings.Mend && await doctor.MendAsync(cancellationToken) is { } mended) Output.Note(mended);
        Checked[] found = [.. ListeningCheckup.Look(settings.Listening, now), .. await doctor.LookAsync(cancellationToken)];
        if (settings.Json) Output.Data(found);
        else foreach (var one in found) Output.Line($"{Mark(one.Condition),-6} {one.What}: {one.Said}{(one.Do is null ? "" : $" {one.Do}")}");
        return found.Any(f => f.Condition is Condition.Wrong) ? 1 : 0;
    }

    private static string Mark(Condition condition) => condition switch { Condition.Good => "good", Condition.Watch => "watch", _ => "WRONG" };
}
