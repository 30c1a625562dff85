using System.Net;
using System.Net.Http.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>Who decides there changes: whoever comes late, and whoever leads now, is asked about.</summary>
public sealed class NewcomerTests
{
    [Theory, OnBoth]
    public async Task A_new_leader_there_warns_until_somebody_looked_through_the_plan_and_whoever_comes_late_is_said_to_be_new(Engine engine)
    {
        var planned = await LookTests.BegunAsync(engine, ownClock: true);
        Assert.DoesNotContain("is new in this decision", await planned.Ana.TextAsync(planned.Plan));
        planned.Sales.Ana.Tenant.Host.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(HttpStatusCode.Created, (await planned.Sales.Ana.Program.PostAsJsonAsync("/api/signals", new { accountId = planned.Account.Id, kind = "NewLeader", on = planned.Today.AddDays(-1), note = "New managing director" })).StatusCode);
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        var warnings = (await LookTests.ReadAsync(planned)).GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("text").GetString()!).ToList();
        Assert.Contains("Okan Yildiz is new in this decision", warnings);
        Assert.Contains(warnings, w => w.StartsWith("A new leader there, or a merger, on ", StringComparison.Ordinal));
        await planned.SayAsync("Stance", okan, ("Value", "1"), ("Text", "Asked for the draft"));
        await LookTests.LookAsync(planned, 7, 7, null, null);
        warnings = (await LookTests.ReadAsync(planned)).GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("text").GetString()!).ToList();
        Assert.DoesNotContain(warnings, w => w.Contains("is new in this decision", StringComparison.Ordinal) || w.StartsWith("A new leader there", StringComparison.Ordinal));
    }
}
