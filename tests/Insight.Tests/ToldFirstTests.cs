using System.Net;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Insight.Metrics;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Looks;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Insight.Tests;

/// <summary>Nothing named about a person is shown to others before that person was told; and who looks is written down for them.</summary>
public sealed class ToldFirstTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);
    private static readonly string[] Names = ["Ana Okafor", "Ben Ito", "Cem Aydin", "Dora Lind", "Emil Novak", "Mia Berg"];

    [Theory, OnBoth]
    public async Task No_page_and_no_answer_of_figures_names_anyone_or_their_key_before_they_were_told(Engine engine)
    {
        var company = await CompanyAsync(engine);
        foreach (var url in Addresses(company))
        {
            var text = WebUtility.HtmlDecode(await company.Lea.Program.PageAsync(url));
            Assert.DoesNotContain(Names, name => text.Contains(name, StringComparison.Ordinal));
            Assert.DoesNotContain(company.People, id => text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase));
        }
        await company.Tenant.SaveAsync(new Telling { ById = company.Lea.Id, At = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Contains("Ben Ito", await company.Lea.Program.PageAsync("/api/metrics/won_count?by=person"));
        Assert.Contains("Ben Ito", await company.Lea.Program.PageAsync("/team"));
    }

    [Theory, OnBoth]
    public async Task Someone_asked_for_by_name_has_no_figures_before_they_were_told(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var ben = company.People[1];
        Assert.Equal(HttpStatusCode.Forbidden, (await company.Lea.Program.GetAsync($"/api/metrics/win_rate?for={ben}")).StatusCode);
        Assert.Contains("\"rows\":[]", await company.Lea.Program.PageAsync($"/api/brief?for={ben}"));
    }

    [Theory, OnBoth]
    public async Task A_look_writes_nothing_in_the_request_and_is_read_afterwards_by_the_person_alone(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var host = company.Tenant.Host;
        var sent = await host.Queries.CountAsync(async () =>
        {
            for (var i = 0; i < 3; i++) await company.Lea.Program.PageAsync("/api/metrics/won_count?by=person");
            await company.Lea.Program.PageAsync("/team");
        });
        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, s => s.Contains("INSERT", StringComparison.OrdinalIgnoreCase) || s.Contains("UPDATE", StringComparison.OrdinalIgnoreCase));
        Assert.True(await host.Services.GetRequiredService<LookLog>().FlushAsync(default));

        var looks = await company.Tenant.InDb(db => db.Rows<Look>().Where(l => l.SubjectId == company.People[1]).ToListAsync());
        Assert.Equal([("brief", 1), ("report.won_count", 3)], looks.Select(l => (l.What, l.Count)).Order());
        var own = WebUtility.HtmlDecode(await company.Ben.PlainBrowser.PageAsync("/me"));
        Assert.Contains("Lea Roth", own);
        Assert.Contains("3 times", own);
        var admin = await company.Tenant.PersonAsync(Role.Admin, "Rana Kaur");
        Assert.Contains("Nobody so far", await admin.PlainBrowser.PageAsync("/me"));
        Assert.DoesNotContain("won_count", await admin.PlainBrowser.PageAsync("/audit"));
    }

    [Theory, OnBoth]
    public async Task A_look_of_the_operator_says_so(Engine engine)
    {
        var company = await CompanyAsync(engine);
        await company.Tenant.InDb(db => MetricEngine.RunAsync(MetricRegistry.Find("won_count")!, new MetricQuery { Metric = "won_count", By = By.Person }, db, company.Tenant.Host.Clock, default));
        Assert.True(await company.Tenant.Host.Services.GetRequiredService<LookLog>().FlushAsync(default));
        Assert.Contains("the operator at the command line", await company.Ben.PlainBrowser.PageAsync("/me"));
    }

    [Theory, OnBoth]
    public async Task A_move_in_mid_quarter_on_the_page_leaves_the_deals_before_it_with_the_old_team_and_its_manager(Engine engine)
    {
        var company = await CompanyAsync(engine);
        var admin = await company.Tenant.PersonAsync(Role.Admin, "Rana Kaur");
        var max = await company.Tenant.PersonAsync(Role.Manager, "Max Stern");
        var south = await company.Tenant.TeamAsync("South", max);
        var north = await company.Tenant.InDb(db => db.Rows<Team>().Where(t => t.Name == "North").Select(t => t.Id).SingleAsync());
        await company.Tenant.SaveAsync(new Membership { PersonId = company.Ben.Id, TeamId = north, From = Day.AddDays(-500), RecordedAt = default }, new Telling { ById = admin.Id, At = default });
        // Ben's deals closed 5 days ago; one more long before: he moves between the two.
        await company.Tenant.SaveAsync(company.Won(company.Ben.Id, Day.AddDays(-15)));
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync($"/people/{company.Ben.Id}/moves", ("Role", "Seller"), ("TeamId", south.ToString()), ("From", "2026-07-14"))).StatusCode);
        Assert.Equal([("North", 24d), ("South", 5d)], await RowsAsync(By.Team));
        Assert.Equal([("Max Stern", 5d), ("Mia Berg", 24d)], (await RowsAsync(By.Manager)).Order());

        Task<List<(string, double)>> RowsAsync(By by) => company.Tenant.InDb(async db =>
            (await MetricEngine.RunAsync(MetricRegistry.Find("won_count")!, new MetricQuery { Metric = "won_count", By = by }, db, company.Tenant.Host.Clock, default)).Rows.Where(r => r.Key is not null).Select(r => (r.Name, r.Value!.Value)).ToList());
    }

    private static IEnumerable<string> Addresses(Company company) =>
    [
        "/team", "/metrics", "/api/metrics", "/api/brief", $"/api/brief?for={company.Mia}", "/api/openapi.json",
        .. from metric in MetricRegistry.All from grouping in Enum.GetValues<By>() select $"/api/metrics/{metric.Id}?by={grouping}&field=way",
    ];

    private static async Task<Company> CompanyAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var lea = await tenant.PersonAsync(Role.Leader, "Lea Roth");
        var mia = await tenant.PersonAsync(Role.Manager, Names[5]);
        var north = await tenant.TeamAsync("North", mia);
        var sellers = new List<TestViewer>();
        foreach (var name in Names.Take(5)) sellers.Add(await tenant.PersonAsync(Role.Seller, name, north));
        var stages = DefaultStages.Make();
        await tenant.SaveAsync([.. stages, new CustomField { Kind = "opportunity", Key = "way", Label = "Way", Type = CustomFieldType.Choice, Options = "Web\nFair", Position = 1 }]);
        var company = new Company(tenant, lea, sellers[1], mia.Id, [.. sellers.Select(s => s.Id)], stages.First(s => s.End is StageEnd.Won).Id);
        await tenant.SaveAsync([.. sellers.SelectMany(s => Enumerable.Range(0, s == sellers[4] ? 8 : 5).Select(_ => company.Won(s.Id, Day.AddDays(-5))))]);
        return company;
    }

    private sealed record Company(TestTenant Tenant, TestViewer Lea, TestViewer Ben, Guid Mia, IReadOnlyList<Guid> People, Guid Stage)
    {
        public Opportunity Won(Guid owner, DateOnly closed)
        {
            var deal = new Opportunity { Name = "Deal", OwnerId = owner, StageId = Stage, End = StageEnd.Won, Currency = "EUR", Amount = 100_00, OpenedOn = closed.AddDays(-10), ClosedOn = closed };
            OpportunityHistory.Reconstruct(deal, Day, new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
            return deal;
        }
    }
}
