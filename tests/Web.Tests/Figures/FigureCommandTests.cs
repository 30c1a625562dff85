using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Figures;

/// <summary>Figures as the command line prints them.</summary>
public sealed class FigureCommandTests
{
    // The second half was computed from the file by R: tests/Insight.Tests/Statistics/reference/maven.R.
    [Theory, OnBoth]
    public async Task The_figures_of_a_real_export_are_those_that_others_count_from_it(Engine engine)
    {
        var folder = RealFiles.Find("maven_crm");
        Assert.SkipWhen(folder is null, "shared/data/maven_crm is not beside the repository");
        var place = await Prompt.OnAsync(engine);
        await place.DoAsync("import", folder, "--yes", "--currency", "usd");

        Assert.Equal(4_238, await NumberAsync("won_count", "value"));
        Assert.Equal(10_005_534, await NumberAsync("won_value", "value"));
        Assert.Equal(2_089, await NumberAsync("open_count", "value"));
        Assert.Equal((4_238, 6_711), (await NumberAsync("win_rate", "numerator"), await NumberAsync("win_rate", "denominator")));
        Assert.Equal("USD", (await TotalAsync("won_value")).GetProperty("currency").GetString());
        Assert.Equal(("amounts_unknown", 2_089), ((await TotalAsync("open_value")).GetProperty("status").GetString(), await NumberAsync("open_value", "unknown")));

        Assert.Equal((0.6217635, 0.6411316), (Math.Round(await NumberAsync("win_rate", "low"), 7), Math.Round(await NumberAsync("win_rate", "high"), 7)));
        Assert.Equal(2360.909, await NumberAsync("won_value_average", "value"), 3);
        Assert.Equal((69, 68, 70, 8_300), (await NumberAsync("cycle_days", "value"), await NumberAsync("cycle_days", "low"), await NumberAsync("cycle_days", "high"), await NumberAsync("cycle_days", "n")));
        Assert.Equal(51.78197, await NumberAsync("cycle_days_won_only", "value"), 5);
        Assert.Equal(2_089 * (4_238 / 6_711.0) * 2360.909 / 115.6907, await NumberAsync("velocity", "value"), 0.1);

        // R finds no difference between agents in win rate (p 0.22) or deal size (p 0.55), the product held.
        var brief = (await place.CoxAsync("brief", "--json")).Json;
        Assert.Empty(brief.GetProperty("gaps").EnumerateArray());
        var components = brief.GetProperty("components").EnumerateArray().ToDictionary(c => c.GetProperty("component").GetString()!);
        Assert.InRange(components["WinRate"].GetProperty("pValue").GetDouble(), 0.1, 1);
        Assert.InRange(components["Value"].GetProperty("pValue").GetDouble(), 0.1, 1);

        async Task<JsonElement> TotalAsync(string metric) => (await place.CoxAsync("report", metric, "--json")).Json.GetProperty("total");
        async Task<double> NumberAsync(string metric, string field) => (await TotalAsync(metric)).GetProperty(field).GetDouble();
    }

    [Theory, OnBoth]
    public async Task Without_a_rate_a_sum_is_refused_with_currency_and_day_and_the_brief_says_so(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var file = place.File("deals.csv");
        await File.WriteAllTextAsync(file, "Deal;Owner;Stage;Amount;Currency;Close date;Created\nYard;Ana Okafor;Won;1000;CHF;2026-03-31;2026-03-01\nQuay;Ana Okafor;Won;500;SEK;2026-04-02;2026-03-01\n", TestContext.Current.CancellationToken);
        var taken = await place.CoxAsync("import", file, "--yes", "--currency", "CHF");
        Assert.True(taken.Code == 0, taken.Aside + taken.Data);
        var said = await place.CoxAsync("report", "won_value");
        Assert.Contains("Not added up: there is no rate of SEK for", said.Data);
        Assert.Contains("/settings/rates", said.Data);
        Assert.Equal("no_exchange_rate SEK 2026-04-02", (await place.CoxAsync("report", "won_value", "--json")).Json.GetProperty("total").GetProperty("status").GetString());
        Assert.Contains("there is no rate of SEK for", (await place.CoxAsync("brief")).Data);
        Assert.Contains("Won deals: 2", (await place.CoxAsync("report", "won_count")).Data);
    }

    [Fact]
    public async Task The_currency_is_said_at_the_first_import_and_what_is_no_currency_is_refused()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        var file = place.File("accounts.csv");
        await File.WriteAllTextAsync(file, "Account\nHalma\n", TestContext.Current.CancellationToken);
        Assert.Contains("a currency is three letters", (await place.CoxAsync("import", file, "--yes", "--currency", "dollars")).Aside);
        Assert.Contains("The new organisation counts in EUR", (await place.CoxAsync("import", file, "--yes")).Aside);
        Assert.Contains("this organisation counts in EUR", (await place.CoxAsync("import", file, "--yes", "--currency", "USD")).Aside);
    }

    [Fact]
    public async Task The_page_of_definitions_is_printed()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        Assert.StartsWith("# Figures\n", (await place.CoxAsync("report", "--markdown")).Data);
    }
}
