using System.Globalization;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Funnel.Tests.Plans.CommitteeTests;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What a plan knows and does not: suppliers by name, who is in touch without a part, who looks after whom, what nobody knows, and what was taken off since.</summary>
public sealed class KnownInPlanTests
{
    [Theory, OnBoth]
    public async Task Suppliers_are_known_by_name_each_as_the_customer_sees_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await planned.Ana.PostFormAsync(planned.Plan + "/rivals", ("Name", "Portavia"), ("Seen", "1"));
        await planned.Ana.PostFormAsync(planned.Plan + "/rivals", ("Name", "Kaiwerk"));
        await planned.SayAsync("Answer", null, ("Topic", "supplier:Portavia"), ("Text", "A visit to Rotterdam"));
        var plan = await ReadAsync(planned);
        Assert.Equal(["supplier:Portavia", "supplier:Kaiwerk"], plan.GetProperty("rivals").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Contains("other-preferred", Codes(plan));
        var page = await planned.Ana.TextAsync(planned.Plan);
        foreach (var shown in (string[])["They prefer: Portavia", "Kaiwerk", "Our answer: A visit to Rotterdam", "Do it inside"]) Assert.Contains(shown, page);
        // However it is written, it is the one that is there.
        await planned.Ana.PostFormAsync(planned.Plan + "/rivals", ("Name", " portavia "), ("Seen", "3"));
        Assert.Equal(2, (await ReadAsync(planned)).GetProperty("rivals").GetArrayLength());
        Assert.DoesNotContain("other-preferred", Codes(await ReadAsync(planned)));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/rivals", ("Name", "")), "Please fill this in.");
        foreach (var n in Enumerable.Range(0, PlanAlternative.MostNamed - 2)) await planned.SayAsync("Seen", null, ("Topic", $"supplier:Number {n}"), ("Value", "2"));
        await Planned.RefusedAsync(await planned.JudgeAsync("Seen", null, ("Topic", "supplier:One more"), ("Value", "2")), "There are 8 suppliers already");
    }

    [Theory, OnBoth]
    public async Task Whoever_is_in_touch_about_a_deal_without_a_part_in_it_is_named_until_they_have_one(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        Assert.DoesNotContain("bystander", Codes(await ReadAsync(planned)));
        await planned.Sales.Ana.Tenant.SaveAsync(Talk(planned, planned.Sales.Ana.Id, planned.Okan.Id, InteractionOutcome.NotReached));
        Assert.DoesNotContain("bystander", Codes(await ReadAsync(planned)));
        await planned.Sales.Ana.Tenant.SaveAsync(Talk(planned, planned.Sales.Ana.Id, planned.Okan.Id), Talk(planned, planned.Sales.Ana.Id, planned.Okan.Id));
        Assert.Contains("In touch about this, without a part in it: Okan Yildiz", await planned.Ana.TextAsync(planned.Plan));
        await planned.NameAsync(planned.Okan, "Evaluator");
        Assert.DoesNotContain("bystander", Codes(await ReadAsync(planned)));
    }

    [Theory, OnBoth]
    public async Task A_role_is_covered_only_where_the_one_who_is_to_look_after_them_was_in_touch(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Would sign"));
        await planned.SayAsync("Receptiveness", petra, ("Value", "2"), ("Text", "Lost customers"));
        await planned.SayAsync("Gain", petra, ("Text", "Sleeps"));
        await planned.SayAsync("Result", petra, ("Text", "Two hours less"));
        await planned.Sales.Ana.Tenant.SaveAsync(Talk(planned, planned.Sales.Ana.Id, planned.Petra.Id));
        Assert.Equal(.35, Coverage(await ReadAsync(planned)), 6);
        var ben = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Osei");
        await planned.SayAsync("CoveredBy", petra, ("Who", $"{ben.Id}"));
        Assert.Equal(0, Coverage(await ReadAsync(planned)));
        await planned.Sales.Ana.Tenant.SaveAsync(Talk(planned, ben.Id, planned.Petra.Id));
        Assert.Equal(.35, Coverage(await ReadAsync(planned)), 6);
    }

    [Theory, OnBoth]
    public async Task That_nobody_knows_is_an_answer_with_a_day_and_a_name(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Would sign"));
        await planned.SayAsync("Stance", petra, ("Unknown", "true"));
        await planned.SayAsync("Urgency", null, ("Unknown", "true"));
        var card = await planned.Ana.TextAsync($"{planned.Plan}?person={petra}");
        Assert.Contains("nobody knew it", card);
        Assert.Contains("Nobody knows", card);
        Assert.DoesNotContain("Would sign", card);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(planned)).GetProperty("scores").GetProperty("support").ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_strength_says_which_warning_it_takes_away_and_the_warning_says_to_use_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await planned.Ana.PostFormAsync(planned.Plan + "/strengths", ("Kind", "WhatWeSell"), ("Text", "Runs at twelve sites"));
        Assert.Contains("takes no warning away", await planned.Ana.TextAsync(planned.Plan));
        await planned.Ana.PostFormAsync(planned.Plan + "/strengths", ("Kind", "HowWeSell"), ("Text", "We walk the yard at night"), ("AimsAt", "guide-none"));
        var page = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("use: We walk the yard at night", page);
        Assert.Contains("takes away: Nobody guides us there", page);
    }

    [Theory, OnBoth]
    public async Task A_past_day_still_shows_what_was_taken_off_since(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (id, ana, then) = (planned.Deal.Id, planned.Sales.Ana.Id, planned.Today.AddDays(-20));
        await planned.Sales.Ana.Tenant.InDb(db => db.Opportunities.Where(o => o.Id == id).ExecuteUpdateAsync(u => u.SetProperty(o => o.OpenedOn, planned.Today.AddDays(-60))));
        Guid Key() => Guid.CreateVersion7(new DateTimeOffset(then, new TimeOnly(9, 0), TimeSpan.Zero));
        var place = new MapPerson { Id = Key(), AccountId = planned.Account.Id, ContactId = planned.Petra.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(place);
        await planned.Sales.Ana.Tenant.SaveAsync(
            new PlanJudgement { Id = Key(), OpportunityId = id, Field = PlanField.Begun, On = then, SaidById = ana },
            new PlanJudgement { Id = Key(), OpportunityId = id, MapPersonId = place.Id, Field = PlanField.Gain, Text = "Sleeps through peak season", On = then, SaidById = ana, RemovedAt = At(planned, -5) },
            new PlanJudgement { Id = Key(), OpportunityId = id, MapPersonId = place.Id, Field = PlanField.Result, Text = "A slip of the hand", On = then, SaidById = ana, RemovedAt = At(planned, -20) },
            new PlanStrength { Id = Key(), OpportunityId = id, Kind = StrengthKind.WhatWeSell, Text = "Runs at twelve sites", On = then, SaidById = ana, RemovedAt = At(planned, -5) },
            new MapPart { Id = Key(), MapPersonId = place.Id, OpportunityId = id, Part = DealPart.Approver, AsOf = then, SaidById = ana, RemovedAt = At(planned, -5) });
        var past = await planned.Ana.TextAsync($"{planned.Plan}?asOf={Day(planned.Today.AddDays(-10))}&person={place.Id}");
        foreach (var shown in (string[])["Petra Brandt", "Sleeps through peak season", "Runs at twelve sites"]) Assert.Contains(shown, past);
        Assert.DoesNotContain("A slip of the hand", past);
        var now = await planned.Ana.TextAsync(planned.Plan);
        foreach (var gone in (string[])["Petra Brandt", "Runs at twelve sites"]) Assert.DoesNotContain(gone, now);
        Assert.DoesNotContain("Petra Brandt", await planned.Ana.TextAsync($"{planned.Plan}?asOf={Day(planned.Today.AddDays(-3))}"));
        var changes = await planned.Ana.TextAsync($"{planned.Plan}/changes?from={Day(planned.Today.AddDays(-10))}");
        foreach (var shown in (string[])["Petra Brandt", "Approver", "Runs at twelve sites"]) Assert.Contains(shown, changes);
        // On the day before they were named they had no part that could have been taken from them.
        Assert.DoesNotContain("Petra Brandt", await planned.Ana.TextAsync($"{planned.Plan}/changes?from={Day(planned.Today.AddDays(-40))}"));
        // A month later it is there still: only erasing takes it.
        await planned.Sales.Ana.Tenant.InDb(async (db, services) =>
        {
            foreach (var part in services.GetServices<IUpkeep>().Where(u => u.GetType().Name == "Purge")) await part.TidyAsync(db, At(planned, 90), default);
        });
        Assert.Contains("Sleeps through peak season", await planned.Ana.TextAsync($"{planned.Plan}?asOf={Day(planned.Today.AddDays(-10))}&person={place.Id}"));
    }

    [Theory, OnBoth]
    public async Task Every_judgement_of_people_and_alternatives_ages_and_who_looks_after_them_does_not(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        var old = ("On", Day(planned.Today.AddDays(-40)));
        await planned.SayAsync("Gain", petra, ("Text", "Sleeps"), old);
        await planned.SayAsync("Influence", petra, ("Value", "3"), old);
        await planned.SayAsync("CoveredBy", petra, ("Who", $"{planned.Sales.Ana.Id}"), old);
        await planned.SayAsync("Seen", null, ("Topic", "inside"), ("Value", "2"), old);
        Assert.Contains("3 judgements are older than 30 days", await planned.Ana.TextAsync(planned.Plan));
        Assert.Equal(0, (await ReadAsync(planned)).GetProperty("scores").GetProperty("freshness").GetDouble());
    }

    [Theory, OnBoth]
    public async Task A_warning_is_muted_on_a_deal_without_a_plan_as_well(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        Assert.Contains("Mute", await planned.Ana.TextAsync(planned.Plan));
        var code = Codes(await ReadAsync(planned))[0];
        await planned.SayAsync("Muted", null, ("Topic", code), ("Text", "They are on holiday"));
        Assert.DoesNotContain(code, Codes(await ReadAsync(planned)));
        Assert.Contains("No plan yet", await planned.Ana.TextAsync(planned.Plan));
    }

    private static Interaction Talk(Planned planned, Guid owner, Guid contact, InteractionOutcome? outcome = null) => new() { Kind = InteractionKind.Call, Outcome = outcome, OwnerId = owner, ContactId = contact, AccountId = planned.Account.Id, AboutKind = "opportunity", AboutId = planned.Deal.Id, Subject = "Call", OccurredAt = At(planned, -1) };

    private static DateTime At(Planned planned, int days) => planned.Today.AddDays(days).ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);

    private static double Coverage(JsonElement plan) => plan.GetProperty("scores").GetProperty("coverage").GetDouble();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
