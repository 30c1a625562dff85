using System.Globalization;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Stages;
using Coxswain.Insight.Metrics;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Tests.Metrics;

/// <summary>
/// Eight deals, every metric by every grouping, worked out by hand (plain figures: the minima are not reached). As of 24 July 2026; months of
/// 4, 4 and 5 weeks from Monday, 29 December 2025: May ends on the 24th, June on 28 June. 1–5 and 8 are decided after 8, 10, 12, 4, 20 and 27
/// days, 6 and 7 are open for 14 and 6. Days to a decision by hand, whole: of 8 left at day 4 one is decided (7/8); one leaves at 6; at 8, 10
/// and 12 one of 6, 5, 4 (73 %, 58 %, 44 %): the median is 12; the mean stay is 4 + 4·7/8 + 2·35/48 + 2·7/12 + 8·7/16 + 7·7/32 = 15.156, and
/// velocity 2 · 3/6 · 200 ÷ 15.156 = 13.2.
/// </summary>
public sealed class WorkedExampleTests
{
    private const string Head = "| won_count | won_value | lost_count | open_count | open_value | win_rate | won_value_average | cycle_days | cycle_days_won_only | velocity |";

    [Theory, OnBoth]
    public async Task Every_metric_by_every_grouping_is_what_is_worked_out_by_hand(Engine engine)
    {
        var tenant = await CompanyAsync(engine);
        await HoldsAsync(By.Nothing, "whole | 3 | 600 | 2 | 2 | 400, 1 unknown | 3/6 | 200 | 12 | 7.33 | 13.2");
        await HoldsAsync(By.Person,
            "Ana Okafor | 2 | 400 | 1 | 1 | –, 1 unknown | 2/3 | 200 | 10 | 9 | 13.33",
            "Ben Ito | 1 | 200 | 0 | 1 | 400 | 1/2 | 200 | 20 | 4 | 6.82",
            "Cleo Marsh | 0 | 0 | 1 | · | · | 0/1 | – | 27 | – | –");
        await HoldsAsync(By.Team,
            "North | 2 | 400 | 1 | 1 | –, 1 unknown | 2/3 | 200 | 10 | 9 | 13.33",
            "South | 1 | 200 | 0 | 1 | 400 | 1/2 | 200 | 20 | 4 | 6.82",
            "no team | 0 | 0 | 1 | · | · | 0/1 | – | 27 | – | –");
        await HoldsAsync(By.Manager,
            "Max Stern | 1 | 200 | 0 | 1 | 400 | 1/2 | 200 | 20 | 4 | 6.82",
            "Mia Berg | 2 | 400 | 1 | 1 | –, 1 unknown | 2/3 | 200 | 10 | 9 | 13.33",
            "no team | 0 | 0 | 1 | · | · | 0/1 | – | 27 | – | –");
        await HoldsAsync(By.Product,
            "One | 3 | 600 | 1 | · | · | 3/4 | 200 | 8 | 7.33 | 0",
            "Plus | 0 | 0 | 1 | 1 | –, 1 unknown | 0/2 | – | 12 | – | –",
            "unknown | · | · | · | 1 | 400 | · | · | – | · | –");
        await HoldsAsync(By.Stage,
            "Discover | · | · | · | 1 | 400 | · | · | – | · | –",
            "Lost | 0 | 0 | 2 | · | · | 0/2 | – | 12 | – | –",
            "No decision | 0 | 0 | 0 | · | · | 0/1 | – | 20 | – | –",
            "Propose | · | · | · | 1 | –, 1 unknown | · | · | – | · | –",
            "Won | 3 | 600 | 0 | · | · | 3/3 | 200 | 8 | 7.33 | 0");
        await HoldsAsync(By.Month,
            "2026-P05 | 1 | 200 | 0 | · | · | 1/1 | 200 | 4 | 4 | 0",
            "2026-P06 | 1 | 100 | 1 | · | · | 1/3 | 100 | 20 | 8 | 0",
            "2026-P07 | 1 | 300 | 1 | 2 | 400, 1 unknown | 1/2 | 300 | 12 | 10 | 25");
        await HoldsAsync(By.Source,
            "Fair | 1 | 300 | 1 | 1 | 400 | 1/2 | 300 | 27 | 10 | 7.03",
            "Web | 2 | 300 | 1 | 1 | –, 1 unknown | 2/3 | 150 | 8 | 6 | 11.76",
            "unknown | 0 | 0 | 0 | · | · | 0/1 | – | 20 | – | –");
        // The same answers, in a field of one's own.
        await HoldsAsync(By.Field,
            "Fair | 1 | 300 | 1 | 1 | 400 | 1/2 | 300 | 27 | 10 | 7.03",
            "Web | 2 | 300 | 1 | 1 | –, 1 unknown | 2/3 | 150 | 8 | 6 | 11.76",
            "unknown | 0 | 0 | 0 | · | · | 0/1 | – | 20 | – | –");
        Assert.Equal(9, Enum.GetValues<By>().Length);

        async Task HoldsAsync(By by, params string[] expected)
        {
            Assert.Equal(Head.Trim('|', ' ').Split(" | "), MetricRegistry.All.Select(m => m.Id));
            Assert.Equal(expected, await TableAsync(tenant, by));
        }
    }

    private static async Task<IEnumerable<string>> TableAsync(TestTenant tenant, By by)
    {
        var columns = new List<Dictionary<string, string>>();
        var field = by is By.Field ? await tenant.InDb(db => db.Rows<CustomField>().AsNoTracking().SingleAsync()) : null;
        foreach (var metric in MetricRegistry.All)
        {
            var report = await tenant.InDb(db => MetricEngine.RunAsync(metric, new MetricQuery { Metric = metric.Id, By = by, Field = field }, db, tenant.Host.Clock, default));
            columns.Add(by is By.Nothing ? new() { ["whole"] = Cell(metric, report.Total) } : report.Rows.ToDictionary(r => r.Name, r => Cell(metric, r)));
        }
        return columns.SelectMany(c => c.Keys).Distinct().Order(StringComparer.Ordinal).Select(name => string.Join(" | ", columns.Select(c => c.GetValueOrDefault(name, "·")).Prepend(name)));
    }

    private static string Cell(Metric metric, Answer answer)
    {
        var said = metric.Unit is Unit.Share ? $"{answer.Numerator}/{answer.Denominator}" : answer.Raw?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";
        return answer.Unknown == 0 ? said : $"{said}, {answer.Unknown} unknown";
    }

    private static async Task<TestTenant> CompanyAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        await tenant.InDb(async (db, _) =>
        {
            var settings = await db.Rows<Tenant>().SingleAsync(t => t.Id == tenant.Id);
            (settings.QuarterPattern, settings.YearStart, settings.WeekStart) = (QuarterPattern.FourFourFive, YearStart.Nearest, DayOfWeek.Monday);
            await db.SaveChangesAsync();
        });
        var north = await tenant.TeamAsync("North", await tenant.PersonAsync(Role.Manager, "Mia Berg"));
        var south = await tenant.TeamAsync("South", await tenant.PersonAsync(Role.Manager, "Max Stern"));
        var (ana, ben, cleo) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor", north), await tenant.PersonAsync(Role.Seller, "Ben Ito", south), await tenant.PersonAsync(Role.Seller, "Cleo Marsh"));
        await tenant.SaveAsync(new Telling { ById = ana.Id, At = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc) });
        var stages = DefaultStages.Make().ToDictionary(s => s.Name);
        Product one = new() { Name = "One", Currency = "EUR" }, plus = new() { Name = "Plus", Currency = "EUR" };
        await tenant.SaveAsync([.. stages.Values, one, plus, new CustomField { Kind = "opportunity", Key = "way", Label = "Way", Type = CustomFieldType.Choice, Options = "Web\nFair", Position = 1 }]);
        await tenant.SaveAsync(
            Deal(ana, one, "Web", "Won", 100, new(2026, 6, 20), new(2026, 6, 28)),
            Deal(ana, one, "Fair", "Won", 300, new(2026, 6, 19), new(2026, 6, 29)),
            Deal(ana, plus, "Web", "Lost", 50, new(2026, 6, 17), new(2026, 6, 29)),
            Deal(ben, one, "Web", "Won", 200, new(2026, 5, 20), new(2026, 5, 24)),
            Deal(ben, plus, null, "No decision", null, new(2026, 5, 5), new(2026, 5, 25)),
            Deal(ben, null, "Fair", "Discover", 400, new(2026, 7, 10), null),
            Deal(ana, plus, "Web", "Propose", null, new(2026, 7, 18), null),
            Deal(cleo, one, "Fair", "Lost", null, new(2026, 6, 1), new(2026, 6, 28)));
        return tenant;

        Opportunity Deal(TestViewer owner, Product? product, string? source, string stage, long? amount, DateOnly opened, DateOnly? closed)
        {
            var deal = new Opportunity
            {
                Name = "Deal", OwnerId = owner.Id, StageId = stages[stage].Id, End = stages[stage].End, MainProductId = product?.Id, Source = source,
                Amount = amount * 100, Currency = "EUR", CustomFields = source is null ? null : $$"""{"way":"{{source}}"}""", OpenedOn = opened, ClosedOn = closed,
            };
            OpportunityHistory.Reconstruct(deal, new(2026, 7, 24), new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
            return deal;
        }
    }
}
