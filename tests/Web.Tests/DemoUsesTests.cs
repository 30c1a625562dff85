using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests;

public sealed class DemoUsesTests
{
    private static readonly CompanyPlan Small = new() { Until = new DateOnly(2026, 7, 24), Sellers = 12, WeakOfEach = 1, Decoys = 1 };

    // What no company has before somebody works in it, or what would let something in or out.
    private static readonly Dictionary<string, string> Empty = new()
    {
        ["capture_rules"] = "nothing is fetched from another machine before an administrator allows it",
        ["feed_folders"] = "how far a mailbox is read is known once it is read",
        ["sessions"] = "nobody has signed in yet",
        ["jobs"] = "nothing is at work before it is served",
        ["retention_runs"] = "the first night after it is served",
        ["silent_contacts"] = "the first night after it is served",
        ["deliveries"] = "nothing leaves a demo",
        ["webhook_sendings"] = "nothing leaves a demo",
        ["outgoing_mail"] = "nothing leaves a demo",
        ["service_survey_links"] = "a link is sent to a customer, and nothing leaves a demo",
        ["external_logins"] = "there is no other place to sign in at",
        ["login_claims"] = "nobody has one",
        ["login_tokens"] = "nobody has set up a second step",
        ["one_time_links"] = "nobody is invited",
        ["looks"] = "nobody has looked yet",
        ["taken_acts"] = "nobody has acted yet",
        ["person_exports"] = "it ends of itself after days, and would be gone when somebody looks",
        ["retention_limits"] = "the limits are the ones that come with the product",
    };

    [Fact]
    public async Task The_demo_company_has_something_of_everything_that_is_kept_but_for_what_would_let_something_in_or_out()
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(Engine.Sqlite, "uses"));
        await DemoCompany.CreateAsync(host.Services, Small with { Seed = 1 }, default);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var without = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002 // a name of the model
            var rows = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 FROM \"{table}\" LIMIT 1)").SingleAsync();
#pragma warning restore EF1002
            if (rows == 0) without.Add(table);
        }
        Assert.Equal("", string.Join(", ", without.Except(Empty.Keys)));
        Assert.Equal("", string.Join(", ", Empty.Keys.Except(without)));
    }
}
