using System.ComponentModel;
using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.People;
using Coxswain.People.SignIn;
using Coxswain.Platform.Tenants;
using Spectre.Console;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox demo</c>: a small invented company in an embedded file, served. Started again, it is the company as it was left.</summary>
internal sealed class DemoCommand : AsyncCommand<DemoCommand.Asked>
{
    /// <summary>Of its own, so that trying the demo never touches an organisation's data.</summary>
    public const string DefaultFolder = "coxswain-demo";

    private const string Doors = "how-to-enter.txt";

    internal sealed class Asked : Settings
    {
        [CommandOption("--listen <URL>"), Description("Address to listen on"), DefaultValue(ServeCommand.DefaultUrl)]
        public string Listen { get; init; } = ServeCommand.DefaultUrl;

        [CommandOption("--seed <NUMBER>"), Description("Another company for another number"), DefaultValue(1)]
        public int Seed { get; init; } = 1;

        [CommandOption("--until <DAY>"), Description("The last day anything happens on, like 2026-09-30 (today)")]
        public string? Until { get; init; }

        [CommandOption("--opportunities <NUMBER>"), Description("A larger or smaller company with exactly so many deals")]
        public int? Opportunities { get; init; }

        [CommandOption("--truth <FILE>"), Description("Write to this file what was planted: who is weak in what, and what is wrong with the process")]
        public string? Truth { get; init; }

        [CommandOption("--no-serve"), Description("Make the company and end")]
        public bool NoServe { get; init; }

        public override ValidationResult Validate() =>
            Opportunities is < 100 or > 5_000_000 ? ValidationResult.Error("--opportunities takes a number from 100 to 5000000.")
            : Until is not null && !DateOnly.TryParseExact(Until, "yyyy-MM-dd", out _) ? ValidationResult.Error("--until takes a day like 2026-09-30.")
            : base.Validate();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        var place = Place.Of(settings.Data ?? DefaultFolder, settings.Database);
        await MakeAsync(place, settings, cancellationToken);
        if (settings.NoServe) return 0;
        var door = await DoorAsync(place, cancellationToken);
        return await ServeCommand.ServeAsync(place, new Listening(settings.Listen, null, null, []), _ => SayAsync(place, settings.Listen, cancellationToken), services => services.AddSingleton(door), cancellationToken);
    }

    /// <summary>Makes the demo beside an organisation's data, where it is not made yet, and serves it on a port of its own until the program ends.</summary>
    /// <returns>Its address.</returns>
    internal static async Task<string> OpenAsync(Place beside, CancellationToken ct)
    {
        var place = Place.Of(Path.Combine(Path.GetDirectoryName(beside.Folder)!, DefaultFolder), null);
        await MakeAsync(place, new Asked(), ct);
        var door = await DoorAsync(place, ct);
        var app = await ServeCommand.StartAsync(place, new Listening("http://127.0.0.1:0", null, null, []), services => services.AddSingleton(door), ct);
        return app.Urls.Single();
    }

    private static async Task<OpenDoor> DoorAsync(Place place, CancellationToken ct)
    {
        await using var services = Workplace.Provide(place);
        return new OpenDoor((await Founding.AllAsync(services, ct)).Single(t => t.Name == DemoCompany.Name).Id);
    }

    /// <summary>Makes the company where there is none yet.</summary>
    private static async Task MakeAsync(Place place, Asked asked, CancellationToken ct)
    {
        await using var services = Workplace.Provide(place);
        await Workplace.UpgradeAsync(services, ct);
        var present = await Founding.AllAsync(services, ct);
        if (present.Any(t => t.Name == DemoCompany.Name))
        {
            if (!File.Exists(Path.Combine(place.Folder, Doors))) throw new Failure($"the demo company in {place.Folder} was left half made: remove that folder and try again.");
            if (asked.Truth is not null) throw new Failure($"the demo company in {place.Folder} is made already: --truth is written when it is made. Give another folder (--data).");
            return;
        }
        if (present.Count > 0) throw new Failure($"{place.Folder} holds {present[0].Name}: the demo wants a folder of its own (--data).");
        Directory.CreateDirectory(place.Folder);
        var made = await Output.WatchedAsync("Making the demo company", progress => DemoCompany.CreateAsync(services, Plan(asked, services), ct, (done, all) => progress(done, all, null), alone: true));
        if (asked.Truth is { } file) await File.WriteAllTextAsync(file, Output.Written(made.Truth), ct);
        await KeepAsync(place, made, ct);
    }

    private static CompanyPlan Plan(Asked asked, IServiceProvider services)
    {
        var today = Standing.Of(new Tenant { Name = "", MadeAt = default }, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).Today;
        var plan = new CompanyPlan { Seed = asked.Seed, Until = asked.Until is { } until ? DateOnly.ParseExact(until, "yyyy-MM-dd") : today };
        return asked.Opportunities is { } wanted ? plan.With(wanted) : plan;
    }

    // Readable by its owner alone; a password is nowhere else but in the demo's own folder.
    private static async Task KeepAsync(Place place, MadeCompany made, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(Path.Combine(place.Folder, Doors), options);
        foreach (var entry in made.Entries) await file.WriteLineAsync($"{entry.Role,-8} {entry.Name,-14} {entry.Email,-22} {entry.Password}".AsMemory(), ct);
    }

    private static async Task SayAsync(Place place, string url, CancellationToken ct)
    {
        Output.Line($"Choose a person, without a password: {url}/explore");
        Output.Line("Or sign in as:");
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(place.Folder, Doors), ct)) Output.Line($"  {line}");
        Output.Line("Ctrl+C ends it.");
    }
}
