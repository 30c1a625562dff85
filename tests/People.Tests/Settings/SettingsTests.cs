using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Settings;

public sealed class SettingsTests
{
    [Theory, OnBoth]
    public async Task Settings_are_saved_shown_with_what_they_mean_today_and_leave_events(Engine engine)
    {
        var admin = await AdminAsync(engine);
        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(admin, ("FiscalStartMonth", "2"), ("QuarterPattern", "FourFiveFour"), ("WeekStart", "Sunday"), ("TimeZone", "America/New_York"))).StatusCode);
        var tenant = await admin.InDb(db => db.Rows<Tenant>().SingleAsync(t => t.Id == admin.Tenant.Id));
        Assert.Equal((2, QuarterPattern.FourFiveFour, DayOfWeek.Sunday, "America/New_York"), (tenant.FiscalStartMonth, tenant.QuarterPattern, tenant.WeekStart, tenant.TimeZone));
        // 1 February 2026 is a Sunday; the second quarter of 13 weeks begins on 3 May.
        Assert.Contains("quarter 2, from 3 May 2026 to 1 Aug 2026, of a year from 1 Feb 2026 to 30 Jan 2027", await InBritishAsync(admin, "/settings"));
        var audit = WebUtility.HtmlDecode(await admin.PlainBrowser.PageAsync("/audit?kind=organisation"));
        Assert.Contains("Quarters: Calendar months → Weeks: 4, 5, 4", audit);
        Assert.Contains("Time zone: UTC → America/New_York", audit);
        Assert.DoesNotContain("Currency:", audit);
    }

    [Theory, OnBoth]
    public async Task Another_currency_ends_the_rates_only_when_that_is_said(Engine engine)
    {
        var admin = await AdminAsync(engine);
        await admin.Tenant.SaveAsync(new ExchangeRate { Currency = "JPY", On = new(2026, 1, 1), Rate = 0.006 });
        var refused = await SaveAsync(admin, ("Currency", "usd"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("One exchange rate is to the old currency", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(admin, ("Currency", "usd"), ("RatesMayGo", "true"))).StatusCode);
        Assert.Equal("USD", await admin.InDb(db => db.Rows<Tenant>().Where(t => t.Id == admin.Tenant.Id).Select(t => t.Currency).SingleAsync()));
        Assert.Empty(await admin.InDb(db => db.Rows<ExchangeRate>().ToListAsync()));
        Assert.Contains("taken away", await admin.PlainBrowser.PageAsync("/settings/rates"));
    }

    [Theory, OnBoth]
    public async Task What_is_no_setting_is_refused_with_the_reason_and_keeps_what_was_typed(Engine engine)
    {
        var admin = await AdminAsync(engine);
        foreach (var (field, value, reason) in new[] { ("Currency", "EU1", "three letters"), ("TimeZone", "Mars/Olympus", "No such time zone"), ("Culture", "xx-nowhere", "not known"), ("FiscalStartMonth", "13", "Between 1 and 12") })
        {
            var answer = await SaveAsync(admin, (field, value));
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(reason, page);
            Assert.Contains(value, page);
        }
    }

    [Theory, OnBoth]
    public async Task A_rate_is_entered_corrected_taken_away_and_its_history_stays(Engine engine)
    {
        var admin = await AdminAsync(engine);
        Task<HttpResponseMessage> Set(string rate) => admin.PlainBrowser.PostFormAsync("/settings/rates", ("Currency", "usd"), ("On", "2026-01-01"), ("Rate", rate), ("_culture", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Set("0.9")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Set("0.85")).StatusCode);
        var rate = Assert.Single(await admin.InDb(db => db.Rows<ExchangeRate>().ToListAsync()));
        Assert.Equal(("USD", new DateOnly(2026, 1, 1), 0.85), (rate.Currency, rate.On, rate.Rate));
        Assert.Contains("0.9 → 0.85", await admin.PlainBrowser.PageAsync("/settings/rates"));
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync($"/settings/rates/{rate.Id}/removals")).StatusCode);
        Assert.Contains("taken away", await admin.PlainBrowser.PageAsync("/settings/rates"));
    }

    [Theory, OnBoth]
    public async Task A_rate_that_cannot_be_is_refused_with_the_reason(Engine engine)
    {
        var admin = await AdminAsync(engine);
        foreach (var (currency, on, rate, reason) in new[] { ("EUR", "2026-01-01", "2", "own currency"), ("US", "2026-01-01", "2", ""), ("USD", "2027-01-01", "2", "day to come"), ("USD", "2026-01-01", "0", "above 0"), ("USD", "2026-01-01", "-1", "above 0"), ("USD", "31.02.2026", "1", "date") })
        {
            var answer = await admin.PlainBrowser.PostFormAsync("/settings/rates", ("Currency", currency), ("On", on), ("Rate", rate), ("_culture", "en"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(reason, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Empty(await admin.InDb(db => db.Rows<ExchangeRate>().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task The_page_of_roles_is_the_table_the_system_asks(Engine engine)
    {
        var page = await (await AdminAsync(engine)).PlainBrowser.PageAsync("/settings/roles");
        var yes = Permissions.All.Sum(r => r.Permissions.Count);
        Assert.Equal(yes, page.Split(">yes<").Length - 1);
    }

    private static Task<HttpResponseMessage> SaveAsync(TestViewer admin, params (string Name, string Value)[] others)
    {
        var fields = new Dictionary<string, string> { ["Name"] = "Halma Werke", ["Currency"] = "EUR", ["TimeZone"] = "UTC", ["Culture"] = "en", ["FiscalStartMonth"] = "1", ["QuarterPattern"] = "Months", ["YearStart"] = "Nearest", ["WeekStart"] = "Monday" };
        foreach (var (name, value) in others) fields[name] = value;
        return admin.PlainBrowser.PostFormAsync("/settings", [.. fields.Select(f => (f.Key, f.Value))]);
    }

    private static async Task<string> InBritishAsync(TestViewer viewer, string url)
    {
        var browser = viewer.PlainBrowser;
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        return WebUtility.HtmlDecode(await browser.PageAsync(url));
    }

    private static async Task<TestViewer> AdminAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
}
