using System.Text.RegularExpressions;
using Coxswain.Testing;
using Coxswain.Web;
using Spectre.Console.Cli;
namespace Coxswain.Architecture.Tests;

/// <summary>The files that run the program elsewhere, where no test here can: what they say is read and held to what the program takes.</summary>
public sealed partial class DeployTests
{
    private static readonly string Root = Checkout.Root;

    private static readonly HashSet<string> Known =
    [
        "--help", "--version",
        .. typeof(CoxswainHost).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(CommandSettings))).SelectMany(t => t.GetProperties())
            .SelectMany(p => p.GetCustomAttributes(typeof(CommandOptionAttribute), true).Cast<CommandOptionAttribute>()).SelectMany(o => o.LongNames).Select(n => $"--{n}"),
    ];

    [Fact]
    public void Every_option_that_pages_and_files_of_deployment_tell_to_give_is_one_the_program_takes()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"))
            .SelectMany(f => Call().Matches(File.ReadAllText(f)).SelectMany(m => Option().Matches(m.Value)).Select(o => (File: f, Option: o.Value)));
        var files = new[] { ("coxswain.service", "(?m)^ExecStart=.*$"), ("Containerfile", "(?m)^CMD .*$"), ("compose.yaml", "(?m)^ +- --.*$") }
            .SelectMany(f => Regex.Matches(Deploy(f.Item1), f.Item2).SelectMany(m => Option().Matches(m.Value)).Select(o => (File: f.Item1, Option: o.Value)));
        var told = pages.Concat(files).ToList();
        Assert.True(told.Count > 30);
        Assert.Contains(told, t => t is { File: "coxswain.service", Option: "--trusted-proxy" });
        Assert.Contains(told, t => t is { File: "compose.yaml", Option: "--database" });
        Assert.Empty(told.Where(t => !Known.Contains(t.Option)).Select(t => $"{Path.GetFileName(t.File)}: {t.Option}"));
    }

    [Fact]
    public void The_unit_runs_as_an_account_of_its_own_that_may_write_its_data_and_nothing_else()
    {
        var unit = Deploy("coxswain.service").Split('\n');
        Assert.Superset(new HashSet<string> { "User=coxswain", "StateDirectory=coxswain", "ProtectSystem=strict", "ProtectHome=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "UMask=0077" }, unit.ToHashSet());
    }

    [Fact]
    public void The_image_has_a_pinned_base_another_account_than_root_and_asks_whether_it_is_ready()
    {
        var file = Deploy("Containerfile");
        var bases = Regex.Matches(file, "(?m)^FROM (\\S+)").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, bases.Count);
        Assert.All(bases, b => Assert.Matches(":10\\.0-", b));
        Assert.Matches("^[1-9][0-9]*$", Regex.Matches(file, "(?m)^USER (\\S+)").Last().Groups[1].Value);
        Assert.Contains("HEALTHCHECK", file);
        Assert.Contains("/health/ready", file);
    }

    [Fact]
    public void The_composition_names_every_version_and_no_secret_and_only_the_proxy_is_reached_from_outside()
    {
        var file = Deploy("compose.yaml");
        var images = Regex.Matches(file, "(?m)^ +image: (\\S+)").Select(m => m.Groups[1].Value).Where(i => i != "coxswain").ToList();
        Assert.Equal(2, images.Count);
        Assert.All(images, i => Assert.Matches(":[0-9]+\\.[0-9]+", i));
        Assert.DoesNotMatch("(?i)password(?!_file)[ ]*[=:][ ]*[^ \n]", file);
        Assert.Single(Regex.Matches(file, "(?m)^ +ports:"));
        Assert.Contains("internal: true", file);
        var proxy = Regex.Match(file, "ipv4_address: (\\S+)").Groups[1].Value;
        Assert.Contains($"- --trusted-proxy\n      - {proxy}\n", file);
    }

    [Theory, InlineData("Caddyfile", "reverse_proxy"), InlineData("nginx.conf", "proxy_pass")]
    public void The_proxies_forward_to_where_the_program_listens_when_nothing_else_is_said(string name, string forwards)
    {
        Assert.Contains(Deploy(name).Split('\n'), l => l.Contains(forwards, StringComparison.Ordinal) && l.Contains("127.0.0.1:5080", StringComparison.Ordinal));
    }

    private static string Deploy(string name) => File.ReadAllText(Path.Combine(Root, "deploy", name)).ReplaceLineEndings("\n");

    // As it is typed: up to the end of the line or of the quotation, without what is behind a # or fed to another program.
    [GeneratedRegex(@"(?<![\w-])(?:\./)?cox [a-z][^`\n#|]*")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex Option();
}
