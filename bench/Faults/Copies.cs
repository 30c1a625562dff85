namespace Coxswain.Bench.Faults;

/// <summary>Copies taken again and again while four people save and an import runs, each restored elsewhere, copied again and restored again.</summary>
internal static class Copies
{
    private const int Rows = 5_000;

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        var place = await Place.NewAsync(asked, engine, "copied");
        await using var cox = await Cox.ServeAsync(place);
        using var hands = new Hands();
        await hands.BeginAsync(cox);
        var file = Path.Combine(asked.Folder, "copied.csv");
        await File.WriteAllLinesAsync(file, ["opportunity_id,name,sales_agent,deal_stage,created,close_date,amount", .. Enumerable.Range(1, Rows).Select(i => $"C{i},Copied {i},Ana,Won,2026-01-01,2026-03-15,{i}")]);
        var page = await hands.UploadAsync(cox, file);
        using var end = new CancellationTokenSource();
        var working = Enumerable.Range(0, 4).Select(_ => hands.WorkAsync(cox, end.Token)).ToList();
        await hands.PostAsync(cox, $"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));
        var sizes = new List<string>();
        for (var i = 0; i < asked.Copies; i++) sizes.Add(await OneAsync(asked, engine, place, hands));
        await end.CancelAsync();
        if ((await Task.WhenAll(working)).FirstOrDefault(code => code is not null) is { } refused) throw new FaultException($"A save while a copy was taken was answered with {refused}");
        await hands.CheckAsync(place);
        if (await place.CountAsync("opportunities WHERE name LIKE 'Copied %'") is 0) throw new FaultException("The import that was to run beside did not");
        return $"{asked.Copies} copies while four people saved and an import ran, each whole, restored and sound; restored twice they agree in every column of {sizes[^1]}; {hands.Acknowledged} saves acknowledged, none missing in a copy begun after it";
    }

    private static async Task<string> OneAsync(Asked asked, string engine, Place place, Hands hands)
    {
        var (before, copy) = (hands.Names, await CopyAsync(asked, place, "first.zip"));
        var first = await RestoreAsync(asked, engine, "first", copy);
        await Hands.AreThereAsync(first, before);
        var second = await RestoreAsync(asked, engine, "second", await CopyAsync(asked, first, "second.zip"));
        var (one, other) = (await first.TablesAsync(), await second.TablesAsync());
        if (one.Keys.Union(other.Keys).Where(t => one.GetValueOrDefault(t) != other.GetValueOrDefault(t)).ToList() is { Count: > 0 } differing) throw new FaultException($"Restored twice, these differ: {string.Join(", ", differing)}");
        return $"{one.Count} tables";
    }

    private static async Task<string> CopyAsync(Asked asked, Place place, string name)
    {
        var copy = Path.Combine(asked.Folder, name);
        File.Delete(copy);
        await Cox.DoAsync(place, "backup", copy);
        return copy;
    }

    private static async Task<Place> RestoreAsync(Asked asked, string engine, string name, string copy)
    {
        var place = await Place.NewAsync(asked, engine, $"restored-{name}");
        await Cox.DoAsync(place, "restore", copy);
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
        return place;
    }
}
