using System.Net;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>Who reaches the plan of a deal, by page and by program, and what it costs.</summary>
public sealed class PlanReachTests
{
    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_judges_nothing_and_another_organisation_sees_nothing(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        await planned.SayAsync("Gain", petra, ("Text", "Home on time"));
        var other = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        foreach (var (path, fields) in new (string, (string, string)[])[] { ("", []), ("/judgements", [("Field", "Feeling"), ("Value", "9")]), ("/people", [("Placeholder", "Board"), ("Part", "User")]), ("/objective", [("What", "Crane"), ("On", "2030-01-01")]), ("/strengths", [("Kind", "WhatWeSell"), ("Text", "Lifts")]), ("/actions", [("Title", "Call")]) })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Browser.PostFormAsync(planned.Plan + path, fields)).StatusCode);
        var row = await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Field == PlanField.Gain).Select(j => j.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Browser.PostFormAsync($"{planned.Plan}/judgements/{row}/removals")).StatusCode);
        var stranger = await (await planned.Sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api{planned.Plan}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"{planned.Plan}/judgements", ("Field", "Feeling"), ("Value", "9"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_begin_judge_and_read_a_plan(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (program, url) = (planned.Sales.Ana.Program, $"/api{planned.Plan}");
        (await program.PostAsync(url, Body($$"""{"contact":"{{planned.Petra.Id}}","gain":"Home on time"}"""))).EnsureSuccessStatusCode();
        var person = JsonDocument.Parse(await program.PageAsync(url)).RootElement.GetProperty("people")[0];
        Assert.Equal("Home on time", person.GetProperty("says")[0].GetProperty("text").GetString());
        var made = await program.PostAsync(url + "/judgements", Body($$"""{"field":"Stance","person":"{{person.GetProperty("id").GetString()}}","value":-5,"text":"Praised the others"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var plan = JsonDocument.Parse(await program.PageAsync(url)).RootElement;
        Assert.Contains(plan.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString()!.StartsWith("opponent:", StringComparison.Ordinal));
        Assert.Equal(-1, plan.GetProperty("scores").GetProperty("support").GetDouble());
        Assert.Equal(4, plan.GetProperty("alternatives").GetArrayLength());
        var id = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        (await program.DeleteAsync($"{url}/judgements/{id}")).EnsureSuccessStatusCode();
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await program.PageAsync(url)).RootElement.GetProperty("scores").GetProperty("support").ValueKind);
    }

    [Theory, OnBoth]
    public async Task Forty_people_and_hundreds_of_judgements_cost_a_deal_no_statement_more_than_one(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Sent figures"));
        var queries = planned.Sales.Ana.Tenant.Host.Queries;
        var few = await CountAsync();
        var people = Enumerable.Range(0, 40).Select(i => new MapPerson { AccountId = planned.Account.Id, Placeholder = $"Buyer {i}" }).ToList();
        await planned.Sales.Ana.Tenant.SaveAsync([.. people]);
        await planned.Sales.Ana.Tenant.SaveAsync([.. people.Select(p => new MapPart { MapPersonId = p.Id, OpportunityId = planned.Deal.Id, Part = DealPart.User, AsOf = planned.Today, SaidById = planned.Sales.Ana.Id }), .. Enumerable.Range(0, 500).Select(i => new PlanJudgement { OpportunityId = planned.Deal.Id, MapPersonId = people[i % 40].Id, Field = i % 2 == 0 ? PlanField.Stance : PlanField.Gain, Value = i % 2 == 0 ? 3 : null, Text = "Said so", On = planned.Today.AddDays(-i / 40), SaidById = planned.Sales.Ana.Id })]);
        Assert.True(await CountAsync() <= few);

        async Task<int> CountAsync()
        {
            await planned.Ana.PageAsync(planned.Url);
            return (await queries.CountAsync(() => planned.Ana.PageAsync(planned.Url))).Count;
        }
    }

    [Theory, OnBoth]
    public async Task What_serves_somebody_what_it_brings_and_our_answer_to_an_alternative_stand_in_the_plan(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        foreach (var (field, text) in new[] { ("Serves", "Slots that plan themselves"), ("Result", "Two hours less a truck"), ("Gain", "Home on time"), ("Concept", "One screen in the gatehouse") }) await planned.SayAsync(field, petra, ("Text", text));
        await planned.SayAsync("CoveredBy", petra, ("Who", $"{planned.Sales.Ana.Id}"));
        await planned.SayAsync("Seen", null, ("Topic", "supplier"), ("Value", "1"));
        await planned.SayAsync("What", null, ("Topic", "supplier"), ("Text", "Portavia"));
        await planned.SayAsync("Answer", null, ("Topic", "supplier"), ("Text", "A visit to a site that changed"));
        var page = await planned.Ana.TextAsync($"{planned.Plan}?person={petra}");
        foreach (var said in (string[])["Slots that plan themselves", "Two hours less a truck", "Home on time", "One screen in the gatehouse", "Ana Okafor", "we are behind", "Our answer: A visit to a site that changed", "They prefer: Portavia"]) Assert.Contains(said, page);
        await Planned.RefusedAsync(await planned.JudgeAsync("Seen", null, ("Topic", "elsewhere"), ("Value", "1")), "Say what it is about.");
        await Planned.RefusedAsync(await planned.JudgeAsync("Seen", null, ("Topic", "supplier"), ("Value", "9")), "Between 1 and 4.");
    }

    [Theory, OnBoth]
    public async Task A_hard_decision_warns_to_be_there_early(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var people = Enumerable.Range(0, 7).Select(i => new MapPerson { AccountId = planned.Account.Id, Placeholder = $"Buyer {i}" }).ToList();
        await planned.Sales.Ana.Tenant.SaveAsync([.. people]);
        await planned.Sales.Ana.Tenant.SaveAsync([.. people.Select(p => new MapPart { MapPersonId = p.Id, OpportunityId = planned.Deal.Id, Part = DealPart.User, AsOf = planned.Today, SaidById = planned.Sales.Ana.Id })]);
        await planned.SayAsync("Risk", null, ("Value", "4"));
        Assert.DoesNotContain("A hard decision for them", await planned.Ana.TextAsync(planned.Plan));
        await planned.SayAsync("Risk", null, ("Value", "5"));
        Assert.Contains("A hard decision for them", await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task What_was_judged_of_somebody_goes_with_them_when_they_are_erased(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        foreach (var person in (Guid[])[petra, okan]) await planned.SayAsync("Stance", person, ("Value", "3"), ("Text", "Sent figures"));
        await planned.Ana.PostFormAsync(planned.Plan + "/strengths", ("Kind", "WhatWeSell"), ("Text", "Runs elsewhere"), ("Person", $"{petra}"));
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Speak with Petra Brandt"), ("AimsAt", $"quiet:{petra}"));
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        (await admin.Program.PostAsync($"/api/contacts/{planned.Petra.Id}/erasures", Body("""{"reason":"Asked"}"""))).EnsureSuccessStatusCode();
        Assert.Equal([okan], await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.MapPersonId != null).Select(j => j.MapPersonId!.Value).ToListAsync()));
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.PlanStrengths.ToListAsync()));
        Assert.DoesNotContain("Petra Brandt", await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task Whom_nobody_knows_was_not_heard_by_a_call_that_names_nobody_and_a_contact_is_by_one_of_theirs(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Placeholder", "The works council"), ("Part", "User"));
        await planned.NameAsync(planned.Petra, "Evaluator");
        await planned.Ana.PostFormAsync(planned.Url + "/interactions", ("Kind", "Call"), ("Text", "They wait"));
        Assert.All(await HeardAsync(), p => Assert.Equal(JsonValueKind.Null, p.Value.ValueKind));
        await planned.Sales.Ana.Tenant.SaveAsync(new Customers.Activities.Interaction { Kind = Customers.Activities.InteractionKind.Meeting, OwnerId = planned.Sales.Ana.Id, OccurredAt = planned.Today.AddDays(-2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), AccountId = planned.Account.Id, ContactId = planned.Petra.Id });
        var heard = await HeardAsync();
        Assert.Equal(JsonValueKind.Null, heard["The works council"].ValueKind);
        Assert.Equal(planned.Today.AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), heard["Petra Brandt"].GetString());

        async Task<Dictionary<string, JsonElement>> HeardAsync() => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}")).RootElement.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("lastTalk"));
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}
