using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests;

/// <summary>What was planted in the demo company's support is what its pages say.</summary>
public sealed class DemoServiceTests
{
    [Theory, OnBoth]
    public async Task Support_of_the_demo_company_is_read_as_it_was_planted(Engine engine)
    {
        // A company of its own beside the other one: both let the same people in.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "service"));
        var made = await DemoCompany.CreateAsync(host.Services, new CompanyPlan { Until = new DateOnly(2026, 7, 24), Sellers = 6, Years = 2, WeakOfEach = 1, Decoys = 0, Seed = engine is Engine.Sqlite ? 1 : 5 }, default);
        var tenant = new TestTenant(host, made.TenantId);
        var (planted, who) = (made.Truth.Service!, await tenant.InDb(db => db.PersonRows().FirstAsync(p => p.Role == Role.Leader)));
        var leader = new TestViewer(tenant, new Viewer(made.TenantId, who.Id, Role.Leader) { Name = who.Name });
        var read = await leader.Program.GetFromJsonAsync<JsonElement>("/api/service/consistency");
        Assert.Equal(("Differs", "Concentrated", planted.PreferredName), (read.GetProperty("spread").GetString(), read.GetProperty("preference").GetString(), read.GetProperty("topName").GetString()));
        Assert.Equal(planted.WeakName, read.GetProperty("rows").EnumerateArray().MinBy(r => r.GetProperty("satisfied").GetProperty("value").GetDouble()).GetProperty("name").GetString());
        var guard = await leader.Program.GetFromJsonAsync<JsonElement>("/api/service/guard");
        Assert.Equal((planted.SatisfactionFell ? "Fell" : "Held", true), (guard.GetProperty("verdict").GetString(), guard.GetProperty("tipsLately").GetInt32() > 3 * guard.GetProperty("tipsBefore").GetInt32()));
        var survey = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/service/surveys")).GetProperty("surveys").EnumerateArray().First(s => s.GetProperty("closedOn").ValueKind is not JsonValueKind.Null).GetProperty("id").GetGuid();
        var skills = (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/service/surveys/{survey}")).GetProperty("skills").EnumerateArray().ToDictionary(s => s.GetProperty("skill").GetString()!, s => s.GetProperty("verdict").GetString());
        Assert.Equal("Better", skills[planted.BetterSkill]);
        Assert.Equal("NoDetectableDifference", skills.Single(s => s.Key != planted.BetterSkill).Value);
        var paid = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/service/rewards?month=2026-03-01")).GetProperty("rows");
        Assert.Equal(6, paid.GetArrayLength());
        Assert.All(paid.EnumerateArray(), r => Assert.Equal(0, r.GetProperty("unpaid").GetInt32()));
    }
}
