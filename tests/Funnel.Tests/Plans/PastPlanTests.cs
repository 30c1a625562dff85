using System.Globalization;
using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>The plan of a deal as it stood on a past day.</summary>
public sealed class PastPlanTests
{
    [Theory, OnBoth]
    public async Task A_past_day_shows_what_was_known_then_and_lets_nothing_be_changed(Engine engine)
    {
        var planned = await OldAsync(engine);
        await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Feeling", null, ("Value", "3"));
        // What is written down today about a day before it was not known on that day.
        await planned.SayAsync("Seen", null, ("Topic", "supplier"), ("Value", "4"), ("Text", "They said so last month"), ("On", Day(planned.Today.AddDays(-25))));

        var then = planned.Today.AddDays(-10);
        Assert.Equal((8, 3), (Feeling(await ReadAsync(planned, then)), Feeling(await ReadAsync(planned, null))));
        Assert.Empty((await ReadAsync(planned, then)).GetProperty("people").EnumerateArray());
        Assert.Single((await ReadAsync(planned, null)).GetProperty("people").EnumerateArray());
        var page = await planned.Ana.TextAsync($"{planned.Plan}?asOf={Day(then)}");
        Assert.Contains("Nothing can be changed here.", page);
        Assert.Contains("We do not know who says yes.", page);
        Assert.DoesNotContain("Petra Brandt", page);
        Assert.DoesNotContain("They said so last month", page);
        Assert.DoesNotContain("Name somebody", page);
        var now = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("Petra Brandt", now);
        Assert.Contains("Name somebody", now);
    }

    [Theory, OnBoth]
    public async Task A_rule_that_held_on_a_past_day_and_no_more_is_among_its_warnings(Engine engine)
    {
        var planned = await OldAsync(engine);
        await planned.NameAsync(planned.Petra, "Approver");
        Assert.Contains("approver-unknown", Warnings(await ReadAsync(planned, planned.Today.AddDays(-10))));
        Assert.DoesNotContain("approver-unknown", Warnings(await ReadAsync(planned, null)));
    }

    [Theory, OnBoth]
    public async Task What_was_to_be_won_and_who_said_what_is_read_whole_on_a_past_day(Engine engine)
    {
        var planned = await OldAsync(engine);
        var (then, id) = (planned.Today.AddDays(-20), planned.Deal.Id);
        await planned.Sales.Ana.Tenant.SaveAsync(new DealObjective { Id = Guid.CreateVersion7(new DateTimeOffset(then, new TimeOnly(9, 0), TimeSpan.Zero)), OpportunityId = id, What = "Yard planning at two sites", Amount = 90_000_00, Currency = "EUR", Place = "Hamburg", On = planned.Today.AddDays(70), SaidOn = then, SaidById = planned.Sales.Ana.Id });
        var objective = (await ReadAsync(planned, planned.Today.AddDays(-10))).GetProperty("objectives")[0];
        Assert.Equal((Day(planned.Today.AddDays(70)), JsonValueKind.Null, 90_000m, "Ana Okafor"), (objective.GetProperty("on").GetString(), objective.GetProperty("quantity").ValueKind, objective.GetProperty("amount").GetDecimal(), objective.GetProperty("by").GetString()));
        Assert.Empty((await ReadAsync(planned, planned.Today.AddDays(-21))).GetProperty("objectives").EnumerateArray());
        Assert.Equal("Ana Okafor", (await ReadAsync(planned, planned.Today.AddDays(-10))).GetProperty("says").EnumerateArray().Single(s => s.GetProperty("field").GetString() == "Feeling").GetProperty("by").GetString());
    }

    [Theory, OnBoth]
    public async Task On_a_day_after_its_deal_had_ended_a_plan_is_closed(Engine engine)
    {
        var planned = await OldAsync(engine);
        await planned.Ana.PostFormAsync($"{planned.Url}/closures", ("End", "Lost"), ("On", Day(planned.Today.AddDays(-5))));
        Assert.Equal("Closed", (await ReadAsync(planned, planned.Today.AddDays(-2))).GetProperty("status").GetString());
    }

    [Theory, OnBoth]
    public async Task A_day_before_the_deal_was_known_is_refused_and_a_day_to_come_is_today(Engine engine)
    {
        var planned = await OldAsync(engine);
        var answer = await planned.Ana.GetAsync($"{planned.Plan}?asOf={Day(planned.Today.AddDays(-61))}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This deal is known since", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.DoesNotContain("Nothing can be changed here.", await planned.Ana.TextAsync($"{planned.Plan}?asOf={Day(planned.Today.AddDays(5))}"));
    }

    [Theory, OnBoth]
    public async Task Two_days_side_by_side_say_who_was_named_between_them_and_lead_to_each(Engine engine)
    {
        var planned = await OldAsync(engine);
        await planned.NameAsync(planned.Petra, "Approver");
        var changes = await planned.Ana.TextAsync($"{planned.Plan}/changes?from={Day(planned.Today.AddDays(-10))}");
        Assert.Contains("One thing differs.", changes);
        Assert.Contains("Petra Brandt", changes);
        Assert.Contains("Role here", changes);
        Assert.Contains($"asOf={Day(planned.Today.AddDays(-10))}", await planned.Ana.PageAsync($"{planned.Plan}/changes?from={Day(planned.Today.AddDays(-10))}"));
    }

    // A deal of two months whose plan was begun three weeks ago.
    private static async Task<Planned> OldAsync(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (then, id) = (planned.Today.AddDays(-20), planned.Deal.Id);
        await planned.Sales.Ana.Tenant.InDb(db => db.Opportunities.Where(o => o.Id == id).ExecuteUpdateAsync(u => u.SetProperty(o => o.OpenedOn, planned.Today.AddDays(-60))));
        PlanJudgement Said(PlanField field, int? value) => new() { Id = Guid.CreateVersion7(new DateTimeOffset(then, new TimeOnly(9, 0), TimeSpan.Zero)), OpportunityId = id, Field = field, Value = value, On = then, SaidById = planned.Sales.Ana.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(Said(PlanField.Begun, null), Said(PlanField.Feeling, 8));
        return planned;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<JsonElement> ReadAsync(Planned planned, DateOnly? day) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}{(day is { } past ? $"?asOf={Day(past)}" : "")}")).RootElement;

    private static int Feeling(JsonElement plan) => plan.GetProperty("says").EnumerateArray().Single(s => s.GetProperty("field").GetString() == "Feeling").GetProperty("value").GetInt32();

    private static string?[] Warnings(JsonElement plan) => [.. plan.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString())];
}
