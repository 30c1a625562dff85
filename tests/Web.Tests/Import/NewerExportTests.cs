using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>A newer export of what is here already.</summary>
public sealed class NewerExportTests
{
    [Theory, OnBoth]
    public async Task A_contact_at_another_account_than_before_is_remembered_at_the_old_one_once(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await tenant.ImportAsync(Generated.File("Account.csv", "Id,Name,BillingCity,Industry,Phone\n001A,Nordwind,Kiel,Logistics,\n001B,Halma,Rostock,Logistics,\n"));
        foreach (var account in (string[])["Nordwind", "Halma", "Halma"]) await tenant.ImportAsync(Generated.File("Contact.csv", $"Id,Name,Email,Title,Account Name\n003A,Petra Brandt,petra@nordwind.example,Buyer,{account}\n"));
        var contact = Assert.Single(await RowsAsync(leader, "contacts"));
        Assert.Equal("Halma", contact.GetProperty("accountName").GetString());
        var position = Assert.Single((await leader.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact.GetProperty("id").GetGuid()}/positions")).EnumerateArray());
        Assert.Equal(("Nordwind", "Buyer"), (position.GetProperty("accountName").GetString(), position.GetProperty("title").GetString()));
        Assert.NotEqual(JsonValueKind.Null, position.GetProperty("to").ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_deal_in_another_currency_and_an_amount_without_one_keep_the_number_people_read(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        const string Header = "opportunity_id,name,sales_agent,deal_stage,created,close_date,currency,amount\n";
        await ReadsAsync("1,Cranes,Ana,Won,2026-01-01,2026-03-15,EUR,10000\n", "EUR");
        await ReadsAsync("1,Cranes,Ana,Won,2026-01-01,2026-03-15,JPY,\n", "JPY");
        await ReadsAsync("1,Cranes,Ana,Won,2026-01-01,2026-03-15,,10000\n", "JPY");

        async Task ReadsAsync(string row, string currency)
        {
            await tenant.ImportAsync(Generated.File("deals.csv", Header + row));
            var deal = Assert.Single(await RowsAsync(leader, "opportunities?all=true"));
            Assert.Equal((currency, 10_000m), (deal.GetProperty("currency").GetString(), deal.GetProperty("amount").GetDecimal()));
        }
    }

    [Theory, OnBoth]
    public async Task A_meeting_that_was_still_to_come_is_held_in_a_newer_export_and_its_task_is_done(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await tenant.ImportAsync(Generated.File("Account.csv", "Id,Name,BillingCity,Industry,Phone\n001A,Nordwind,Kiel,Logistics,\n"));
        foreach (var day in (string[])["2031-01-01", "2026-02-01"]) await tenant.ImportAsync(Generated.File("Event.csv", $"Id,WhoId,WhatId,Subject,StartDateTime,DurationInMinutes,AccountId,OwnerId\n00UA,,,Show the yard,{day}T10:00:00.000Z,60,001A,\n"));
        var task = Assert.Single(await RowsAsync(leader, "tasks"));
        Assert.NotEqual(JsonValueKind.Null, task.GetProperty("doneAt").ValueKind);
        Assert.Equal("Show the yard", Assert.Single(await RowsAsync(leader, "interactions")).GetProperty("subject").GetString());
    }

    private static async Task<(TestViewer Leader, TestTenant Tenant)> StartAsync(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        return (await tenant.PersonAsync(Role.Admin, "Lena Vogt"), tenant);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(TestViewer viewer, string kinds) => [.. (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/{kinds}")).GetProperty("rows").EnumerateArray()];
}
