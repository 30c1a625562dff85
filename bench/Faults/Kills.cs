using System.Diagnostics;
namespace Coxswain.Bench.Faults;

/// <summary>SIGKILL at random moments of a save, of an import at the prompt, of one in the background and of a migration, in turn.</summary>
internal sealed class Kills(Asked asked, string engine) : IAsyncDisposable
{
    private const int Rows = 1_500;
    private readonly Random _chance = new(asked.Seed);
    private readonly Hands _hands = new();
    private Place _place = null!, _prompt = null!;
    private Cox? _server;
    private int _struck;

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        await using var run = new Kills(asked, engine);
        return await run.AllAsync();
    }

    private Cox Served => _server ?? throw new InvalidOperationException("It does not serve.");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _hands.Dispose();
    }

    private async Task<string> AllAsync()
    {
        (_place, _prompt) = (await Place.NewAsync(asked, engine, "served"), await Place.NewAsync(asked, engine, "prompt"));
        _server = await Cox.ServeAsync(_place);
        await _hands.BeginAsync(Served);
        Func<int, Task>[] kinds = [SaveAsync, ImportAsync, JobAsync, MigrationAsync];
        for (var i = 0; i < asked.Kills; i++)
        {
            await kinds[i % kinds.Length](i);
            if (i % 20 == 19) await Console.Error.WriteLineAsync($"{i + 1} of {asked.Kills}");
        }
        return $"{asked.Kills} kills (seed {asked.Seed}), {_struck} of them while saves, a command or a job ran; {_hands.Acknowledged} saves acknowledged, each there once; imports and jobs whole, databases sound";
    }

    private async Task SaveAsync(int number)
    {
        var hands = Enumerable.Range(0, 4).Select(_ => _hands.WorkAsync(Served, default)).ToList();
        await Task.Delay(_chance.Next(50, 700));
        await RestartAsync();
        await Task.WhenAll(hands);
        _struck++;
        await _hands.CheckAsync(_place);
        await _hands.AgainAsync(Served);
        await _hands.CheckAsync(_place);
    }

    private async Task ImportAsync(int number)
    {
        var file = await DealsAsync(number);
        await CutAsync(Cox.Start(_prompt, "import", file, "--yes"), 3_000);
        await _prompt.FileAsync();
        await Cox.DoAsync(_prompt, "import", file, "--yes");
        await WholeAsync(_prompt, number);
    }

    private async Task JobAsync(int number)
    {
        var page = await _hands.UploadAsync(Served, await DealsAsync(number));
        await _hands.PostAsync(Served, $"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));
        await Task.Delay(_chance.Next(0, 1_200));
        if (!await IsDoneAsync(page)) _struck++;
        await RestartAsync();
        for (var since = Stopwatch.StartNew(); !await IsDoneAsync(page); await Task.Delay(50))
            if (since.Elapsed > TimeSpan.FromMinutes(2)) throw new FaultException("A job did not go on after a kill");
        await WholeAsync(_place, number);
    }

    private async Task<bool> IsDoneAsync(string page) => (await _hands.PageAsync(Served, page)).Contains("no difference in any count or sum", StringComparison.Ordinal);

    private async Task MigrationAsync(int number)
    {
        var place = await Place.NewAsync(asked, engine, "migrated");
        await CutAsync(Cox.Start(place, "migrate"), 1_500);
        await place.FileAsync();
        await Cox.DoAsync(place, "migrate");
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
    }

    private async Task CutAsync(Cox cox, int within)
    {
        await using var begun = cox;
        if (await Task.WhenAny(begun.EndAsync(), Task.Delay(_chance.Next(100, within))) is not Task<int>) _struck++;
        await begun.KillAsync();
    }

    private async Task RestartAsync()
    {
        await Served.DisposeAsync();
        await _place.SoundAsync();
        _server = await Cox.ServeAsync(_place);
    }

    private static async Task WholeAsync(Place place, int number)
    {
        await place.EqualAsync($"opportunities WHERE name LIKE 'Deal {number}-%'", $"(SELECT DISTINCT name FROM opportunities WHERE name LIKE 'Deal {number}-%') AS names");
        if (await place.CountAsync($"opportunities WHERE name LIKE 'Deal {number}-%'") is var rows and not Rows) throw new FaultException($"An import of {Rows} deals left {rows}");
        await place.SoundAsync();
    }

    private async Task<string> DealsAsync(int number)
    {
        var file = Path.Combine(asked.Folder, "deals.csv");
        await File.WriteAllLinesAsync(file, ["opportunity_id,name,sales_agent,deal_stage,created,close_date,amount", .. Enumerable.Range(1, Rows).Select(i => $"K{number}-{i},Deal {number}-{i},Ana,Won,2026-01-01,2026-03-15,{i}")]);
        return file;
    }
}
