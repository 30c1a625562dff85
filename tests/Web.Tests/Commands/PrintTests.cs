using System.Text.Json;
using Coxswain.Insight.Metrics;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
namespace Coxswain.Web.Tests.Commands;

/// <summary>Standard output is data and nothing else; progress and remarks go to standard error.</summary>
public sealed class PrintTests
{
    private static readonly string Deals = Generated.Header + "1,One,Ana,Won,2026-01-01,2026-03-15,100\n2,Two,Ana,Lost,2026-01-01,2026-03-15,200\n3,Three,Ben,Engaging,2026-01-01,,300\n";

    [Theory, OnBoth]
    public async Task Everything_that_prints_data_prints_JSON_that_parses(Engine engine)
    {
        var cox = await Prompt.OnAsync(engine);
        Assert.NotEqual(0, (await cox.DoAsync("migrate", "--json")).Json.GetProperty("applied").GetArrayLength());
        var file = Generated.File("deals.csv", Deals);
        Assert.Equal(1, (await cox.DoAsync("import", file, "--json")).Json.GetProperty("files").GetArrayLength());
        Assert.True((await cox.DoAsync("import", file, "--yes", "--dry-run", "--json")).Json.GetProperty("dryRun").GetBoolean());
        var imported = await cox.DoAsync("import", file, "--yes", "--json");
        Assert.Equal(3, imported.Json.GetProperty("createdByKind").GetProperty("opportunity").GetInt32());
        foreach (var args in (string[][])[["report", "--json"], ["brief", "--json"], ["user", "list", "--json"], ["user", "add", "Cleo Sand", "--email", "cleo@example.com", "--json"], ["user", "invite", "Cleo Sand", "--json"], ["user", "role", "Cleo Sand", "manager", "--json"], ["user", "told", "--json"]])
            Assert.True((await cox.DoAsync(args)).Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
        foreach (var metric in MetricRegistry.All)
            Assert.Equal(metric.Id, (await cox.DoAsync("report", metric.Id, "--by", "month", "--json")).Json.GetProperty("metric").GetString());
        Assert.InRange((await cox.DoAsync("import", "undo", imported.Json.GetProperty("runId").GetString()!, "--json")).Json.GetProperty("removed").GetInt32(), 3, 20);
    }

    [Theory, OnBoth]
    public async Task Rows_that_were_refused_are_written_as_CSV_and_come_in_once_they_are_put_right(Engine engine)
    {
        var cox = await Prompt.OnAsync(engine);
        var errors = Path.Combine(cox.Folder, "to-correct.csv");
        var first = await cox.CoxAsync("import", Generated.File("deals.csv", Deals + "4,\"Four, at last\",Ana,Won,2026-01-01,2026-02-31,100\n5,Five,Ana,Won,2026-01-01,2026-03-15,much\n"), "--yes", "--errors", errors, "--json");
        Assert.Equal((1, 2), (first.Code, first.Json.GetProperty("refused").GetInt32()));
        Assert.Contains(errors, first.Aside);
        var written = await File.ReadAllTextAsync(errors);
        Assert.Contains("2026-02-31", written);
        Assert.DoesNotContain("Three", written);

        Assert.Contains("Why it was refused", written.Split('\n')[0]);
        await File.WriteAllTextAsync(errors, written.Replace("2026-02-31", "2026-02-28", StringComparison.Ordinal).Replace("much", "500", StringComparison.Ordinal));
        var second = await cox.DoAsync("import", errors, "--yes", "--json");
        Assert.Equal((0, 2), (second.Json.GetProperty("refused").GetInt32(), second.Json.GetProperty("createdByKind").GetProperty("opportunity").GetInt32()));
        Assert.Equal(3, (await cox.DoAsync("report", "won_count", "--json")).Json.GetProperty("total").GetProperty("value").GetDouble());
    }
}
