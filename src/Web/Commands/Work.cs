using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>A command that works in an organisation of the installation and prints what it found.</summary>
internal abstract class Work<TSettings> : AsyncCommand<TSettings> where TSettings : Settings
{
    public override async Task<int> ExecuteAsync(CommandContext context, TSettings settings, CancellationToken cancellationToken)
    {
        await using var workplace = await Workplace.OpenAsync(settings.At(), cancellationToken);
        return await DoAsync(workplace, settings, cancellationToken);
    }

    protected abstract Task<int> DoAsync(Workplace workplace, TSettings settings, CancellationToken ct);
}
