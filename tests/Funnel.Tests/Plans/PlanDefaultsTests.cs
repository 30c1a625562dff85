using System.Globalization;
using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What plans are counted by is the organisation's to say.</summary>
public sealed class PlanDefaultsTests
{
    [Theory, OnBoth]
    public async Task A_judgement_ages_after_as_many_days_as_the_organisation_says_in_plans_on_the_deal_and_on_the_first_page(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Said so on the phone"), ("On", planned.Today.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("is older than", await planned.Ana.TextAsync(planned.Plan));
        var saved = await admin.PlainBrowser.PostFormAsync("/settings/plans", ("JudgementDays", "14"), ("CloseOutChance", "80"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var plan = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("One judgement is older than 14 days", plan);
        Assert.Contains("is of the last 14 days", plan);
        Assert.Contains("one judgement has aged", await planned.Ana.TextAsync("/today"));
        Assert.Contains("a chance of 80 in a hundred, as stated", await ClosingAsync(planned, petra));
        // As it was counted before, so that what changed can be read.
        var audit = await admin.PlainBrowser.TextAsync("/audit");
        foreach (var said in (string[])["Days until a judgement has aged", "30", "14", "Chance of 100 from which a deal is to be closed", "90", "80"]) Assert.Contains(said, audit);
    }

    [Theory, OnBoth]
    public async Task What_no_plan_can_be_counted_by_is_refused_at_its_field_and_sellers_do_not_say_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        var refused = await admin.PlainBrowser.PostFormAsync("/settings/plans", ("JudgementDays", "3"), ("CloseOutChance", "101"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("value=\"3\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"101\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await planned.Ana.PostFormAsync("/settings/plans", ("JudgementDays", "14"))).StatusCode);
        Assert.Contains("value=\"30\"", await admin.PlainBrowser.GetStringAsync("/settings/plans"), StringComparison.Ordinal);
    }

    // With enough roles known and an account that fits, only the stated chance and the day are missing.
    private static async Task<string> ClosingAsync(Planned planned, Guid petra)
    {
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Two");
        await admin.PlainBrowser.PostFormAsync("/settings/ideal-customer", ("Text1", "They act"), ("Weight1", "100"), ("FitsFrom", "60"));
        var criterion = await admin.InDb(db => db.FitCriteria.Select(c => c.Id).SingleAsync());
        await planned.Ana.PostFormAsync($"/accounts/{planned.Account.Id}/fit/answers", ("Criterion", $"{criterion}"), ("Said", "Yes"), ("Evidence", "They moved first"));
        await planned.SayAsync("Receptiveness", petra, ("Value", "1"), ("Text", "Wants a second yard"));
        await planned.NameAsync(planned.Okan, "Evaluator");
        return await planned.Ana.TextAsync(planned.Url + "/pursuit");
    }
}
