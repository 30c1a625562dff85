using Coxswain.Customers.Accounts;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Insight.Metrics;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
namespace Coxswain.Insight.Tests.Metrics;

/// <summary>Each figure against examples small enough to be worked out by hand.</summary>
public sealed class MetricEngineTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Theory, OnBoth]
    public async Task Counts_and_sums_are_those_of_the_rows_and_an_unknown_amount_is_counted_not_added(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.SaveAsync(Deal(StageEnd.Won, 100, 10), Deal(StageEnd.Won, 250, 20), Deal(StageEnd.Won, null, 30), Deal(StageEnd.Lost, null, 5), Deal(StageEnd.NoDecision, null, 5), Deal(StageEnd.Open, 70), Deal(StageEnd.Open, null));
        Assert.Equal(3, (await company.AskAsync("won_count")).Total.Value);
        var value = (await company.AskAsync("won_value")).Total;
        Assert.Equal((350, 2, 1, "EUR"), (value.Value, value.N, value.Unknown, value.Currency));
        Assert.Equal(1, (await company.AskAsync("lost_count")).Total.Value);
        Assert.Equal(2, (await company.AskAsync("open_count")).Total.Value);
        var open = (await company.AskAsync("open_value")).Total;
        Assert.Equal((70, 1), (open.Value, open.Unknown));
    }

    [Theory, OnBoth]
    public async Task The_win_rate_counts_deals_without_a_decision_and_has_Wilsons_interval(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.SaveAsync([.. Many(12, StageEnd.Won), .. Many(6, StageEnd.Lost), .. Many(2, StageEnd.NoDecision)]);
        var answer = (await company.AskAsync("win_rate")).Total;
        Assert.Equal((12, 20, 0.6), (answer.Numerator, answer.Denominator, answer.Raw));
        // Wilson, z = 1.644854: centre (0.6 + z²/40)/(1 + z²/20) = 0.588084, half z/1.135277·√(0.24/20 + z²/1600) = 0.169529.
        Assert.Equal(0.418555, answer.Low!.Value, 5);
        Assert.Equal(0.757613, answer.High!.Value, 5);
    }

    [Theory, OnBoth]
    public async Task Below_the_minimum_there_is_no_figure_but_the_reason_and_the_raw_share(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.SaveAsync([.. Many(3, StageEnd.Won), .. Many(2, StageEnd.Lost)]);
        var answer = (await company.AskAsync("win_rate")).Total;
        Assert.Equal(("not_enough_data", (double?)null, 0.6, 5), (answer.Status, answer.Value, answer.Raw!.Value, answer.N));
    }

    [Theory, OnBoth]
    public async Task A_seller_with_few_deals_is_pulled_toward_the_others(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var ben = await company.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await company.SaveAsync([.. Many(60, StageEnd.Won), .. Many(60, StageEnd.Lost)]);
        await company.SaveAsync([.. Many(18, StageEnd.Won, ben), .. Many(2, StageEnd.Lost, ben)]);
        var report = await company.AskAsync("win_rate", By.Person);
        var row = report.Rows.Single(r => r.N == 20);
        Assert.Equal(0.9, row.Raw);
        Assert.InRange(row.Value!.Value, 0.55, 0.899);
        Assert.True(row.Low < row.Value && row.Value < row.High);
    }

    [Theory, OnBoth]
    public async Task Open_deals_lengthen_the_cycle_and_the_won_only_figure_ignores_them(Engine engine)
    {
        var company = await CompanyAsync(engine);
        // Ten decided after 10 days, ten still open after 40: half decided at day 10 exactly, so the median is 10.
        await company.SaveAsync([.. Many(10, StageEnd.Won, days: 10), .. Many(10, StageEnd.Open, days: 40)]);
        Assert.Equal(10, (await company.AskAsync("cycle_days")).Total.Value);
        Assert.Equal(10, (await company.AskAsync("cycle_days_won_only")).Total.Value);
        // Ten more open ones: only a third is decided, so no median can be told, and the won-only figure has not noticed.
        await company.SaveAsync(Many(10, StageEnd.Open, days: 40));
        Assert.Equal("not_enough_data", (await company.AskAsync("cycle_days")).Total.Status);
        Assert.Equal(10, (await company.AskAsync("cycle_days_won_only")).Total.Value);
    }

    [Theory, OnBoth]
    public async Task Velocity_is_open_deals_times_win_rate_times_won_value_over_mean_stay(Engine engine)
    {
        var company = await CompanyAsync(engine);
        // 15 won and 15 lost after 20 days, 10 open for 20 days: at day 20 all that can be decided is, so the mean stay is 20.
        await company.SaveAsync([.. Many(15, StageEnd.Won, days: 20, amount: 100), .. Many(15, StageEnd.Lost, days: 20), .. Many(10, StageEnd.Open, days: 20)]);
        var answer = (await company.AskAsync("velocity")).Total;
        Assert.Equal(10 * 0.5 * 100 / 20.0, answer.Value!.Value, 6);
    }

    [Theory, OnBoth]
    public async Task The_window_and_the_as_of_day_decide_what_counts(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.SaveAsync(Deal(StageEnd.Won, 100, closedDaysAgo: 100), Deal(StageEnd.Won, 100, closedDaysAgo: 10));
        Assert.Equal(1, (await company.AskAsync("won_count", from: Day.AddDays(-30))).Total.Value);
        Assert.Equal(1, (await company.AskAsync("won_count", asOf: Day.AddDays(-50))).Total.Value);
        // Opened 10 days before it closed, so on day −105 one deal was open.
        Assert.Equal(1, (await company.AskAsync("open_count", asOf: Day.AddDays(-105))).Total.Value);
    }

    [Theory, OnBoth]
    public async Task Other_currencies_are_converted_at_the_rate_of_their_day_or_the_sum_is_refused(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.SaveAsync(Deal(StageEnd.Won, 100), Deal(StageEnd.Won, 1000, currency: "JPY"));
        Assert.Equal("no_exchange_rate JPY 2026-07-19", (await company.AskAsync("won_value")).Total.Status);
        await company.Tenant.SaveAsync(new ExchangeRate { Currency = "JPY", On = Day.AddDays(-400), Rate = 0.007 }, new ExchangeRate { Currency = "JPY", On = Day.AddDays(-1), Rate = 99 });
        Assert.Equal(107, (await company.AskAsync("won_value")).Total.Value!.Value, 9);
    }

    [Theory, OnBoth]
    public async Task A_seller_sees_only_their_own_row_and_others_go_by_letters_until_told(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var ben = await company.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var lea = await company.Tenant.PersonAsync(Role.Leader, "Lea Roth");
        await company.SaveAsync([.. Many(20, StageEnd.Won), .. Many(20, StageEnd.Won, ben)]);
        var own = await company.AskAsync("won_count", By.Person, viewer: ben);
        Assert.Equal("Ben Ito", Assert.Single(own.Rows).Name);
        Assert.DoesNotContain((await company.AskAsync("won_count", By.Person, viewer: lea)).Rows, r => r.Name.Contains("Ben") || r.Name.Contains("Ana"));
        await company.Tenant.SaveAsync(new Telling { ById = lea.Id, At = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Contains((await company.AskAsync("won_count", By.Person, viewer: lea)).Rows, r => r.Name == "Ben Ito");
    }

    [Theory, OnBoth]
    public async Task A_deal_counts_for_the_team_its_owner_was_in_on_the_day_it_closed(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var (north, south) = (await company.Tenant.TeamAsync("North"), await company.Tenant.TeamAsync("South"));
        await company.Tenant.SaveAsync(
            new Membership { PersonId = company.Ana.Id, TeamId = north, From = Day.AddDays(-500), To = Day.AddDays(-50), RecordedAt = default },
            new Membership { PersonId = company.Ana.Id, TeamId = south, From = Day.AddDays(-50), RecordedAt = default });
        await company.SaveAsync(Deal(StageEnd.Won, 1, closedDaysAgo: 100), Deal(StageEnd.Won, 1, closedDaysAgo: 10));
        var rows = (await company.AskAsync("won_count", By.Team)).Rows;
        Assert.Equal(["North", "South"], rows.Select(r => r.Name));
        Assert.All(rows, r => Assert.Equal(1, r.Value));
    }

    private static Spec[] Many(int count, StageEnd end, TestViewer? owner = null, int days = 10, double? amount = null) =>
        [.. Enumerable.Range(0, count).Select(_ => Deal(end, amount, days: days) with { Owner = owner })];

    private static Spec Deal(StageEnd end, double? amount, int closedDaysAgo = 5, int days = 10, string currency = "EUR") => new(end, amount, closedDaysAgo, days, currency, null);

    private sealed record Spec(StageEnd End, double? Amount, int ClosedDaysAgo, int Days, string Currency, TestViewer? Owner);

    private static async Task<Company> CompanyAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var stages = DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        return new Company(tenant, ana, stages);
    }

    private sealed record Company(TestTenant Tenant, TestViewer Ana, IReadOnlyList<Stage> Stages)
    {
        public Task SaveAsync(params Spec[] specs) => Tenant.SaveAsync([.. specs.Select(Make)]);

        public Task<MetricReport> AskAsync(string metric, By by = By.Nothing, DateOnly? from = null, DateOnly? asOf = null, TestViewer? viewer = null)
        {
            var query = new MetricQuery { Metric = metric, By = by, From = from, AsOf = asOf };
            Task<MetricReport> Run(AppDb db) => MetricEngine.RunAsync(MetricRegistry.Find(metric)!, query, db, Tenant.Host.Clock, default);
            return viewer is null ? Tenant.InDb(Run) : viewer.InDb(Run);
        }

        private Opportunity Make(Spec s)
        {
            var closed = s.End is StageEnd.Open ? (DateOnly?)null : Day.AddDays(-s.ClosedDaysAgo);
            var stage = Stages.First(x => x.End == s.End);
            var deal = new Opportunity
            {
                Name = "Deal", OwnerId = (s.Owner ?? Ana).Id, StageId = stage.Id, End = s.End, Currency = s.Currency, OpenedOn = (closed ?? Day).AddDays(-s.Days), ClosedOn = closed,
                Amount = s.Amount is { } amount ? Minor.FromMajor((decimal)amount, s.Currency) : null,
            };
            OpportunityHistory.Reconstruct(deal, Day, new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
            return deal;
        }
    }
}
