using System.Diagnostics;
namespace Coxswain.Bench.Faults;

/// <summary>PostgreSQL restarted, by turns at once and in order, while twenty people save.</summary>
internal static class Restart
{
    private const int People = 20;

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        await using var server = await OwnPostgres.StartAsync(Path.Combine(asked.Folder, "postgres"));
        var place = await Place.NewAsync(new Asked([asked.Program, asked.Folder, "--postgres", server.Connection]), engine, "restarted");
        await using var cox = await Cox.ServeAsync(place);
        using var hands = new Hands();
        await hands.BeginAsync(cox);
        using var end = new CancellationTokenSource();
        var working = Enumerable.Range(0, People).Select(_ => hands.InsistAsync(cox, end.Token)).ToList();
        var longest = TimeSpan.Zero;
        for (var i = 0; i < asked.Restarts; i++)
        {
            await Task.Delay(2_000);
            await server.RestartAsync(i % 2 == 0 ? "immediate" : "fast");
            if (await NextSaveAsync(hands) is var took && took > longest) longest = took;
        }
        await end.CancelAsync();
        await Task.WhenAll(working);
        await hands.CheckAsync(place);
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
        return $"{asked.Restarts} restarts while {People} people saved; {hands.Acknowledged} saves acknowledged, each there once; {hands.Refused} tries refused with {string.Join(", ", hands.Refusals)}, pressed again each done; at most {longest.TotalSeconds:0.0} s from PostgreSQL being back to the next save";
    }

    private static async Task<TimeSpan> NextSaveAsync(Hands hands)
    {
        var (before, since) = (hands.Acknowledged, Stopwatch.StartNew());
        for (; hands.Acknowledged == before; await Task.Delay(20))
            if (since.Elapsed > TimeSpan.FromMinutes(1)) throw new FaultException("A minute after PostgreSQL was back nothing is saved");
        return since.Elapsed;
    }
}
