using System.ComponentModel;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>What every command takes: where the installation is, and how much to say when it fails.</summary>
internal class Settings : CommandSettings
{
    [CommandOption("--data <DIR>"), Description("Folder of the embedded database and the files")]
    public string? Data { get; init; }

    [CommandOption("--database <CONNECTION>"), Description("PostgreSQL instead of the embedded database, e.g. 'Host=…;Database=…;Username=…'")]
    public string? Database { get; init; }

    [CommandOption(CommandLine.Verbose), Description("Print the whole error")]
    public bool Verbose { get; init; }

    public Place At() => Place.Of(Data, Database);
}

/// <summary>What a command that prints data takes.</summary>
internal class PrintSettings : Settings
{
    [CommandOption("--json"), Description("Print as JSON")]
    public bool Json { get; init; }
}
