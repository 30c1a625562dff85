using System.ComponentModel;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>Where the web application listens, and who may stand before it.</summary>
internal sealed record Listening(string Url, string? Cert, string? Key, IReadOnlyList<string> Proxies)
{
    /// <summary>How long to go on serving, not ready, after being told to end.</summary>
    public TimeSpan Drain { get; init; }
}

/// <summary>What <c>cox serve</c> takes, and <c>cox doctor</c> to look at it.</summary>
internal class ServeSettings : Settings
{
    [CommandOption("--listen <URL>"), Description("Address to listen on"), DefaultValue(ServeCommand.DefaultUrl)]
    public string Listen { get; init; } = ServeCommand.DefaultUrl;

    [CommandOption("--cert <FILE>"), Description("Certificate (PEM)")]
    public string? Cert { get; init; }

    [CommandOption("--key <FILE>"), Description("Its private key (PEM)")]
    public string? Key { get; init; }

    [CommandOption("--trusted-proxy <IP>"), Description("Address of a proxy that ends HTTPS before us")]
    public string[] Proxies { get; init; } = [];

    [CommandOption("--drain <SECONDS>"), Description("How long to go on serving, not ready, after being told to end: behind a balancer")]
    public int Drain { get; init; }

    public Listening Listening => new(Listen, Cert, Key, Proxies) { Drain = TimeSpan.FromSeconds(Math.Clamp(Drain, 0, 600)) };
}
