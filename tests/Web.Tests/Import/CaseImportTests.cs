using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>Tickets of a help desk come in with how customers found the help.</summary>
public sealed class CaseImportTests
{
    private const string Contacts = "Name,E-mail,Account\nLena Vogt,lena@nordwind.example,Nordwind\n";

    [Theory, OnBoth]
    public async Task Tickets_of_Zendesk_find_their_customer_by_who_asked_and_bring_their_satisfaction(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(
            ("accounts.csv", "Account,Owner\nNordwind,Ana Okafor\n"), ("contacts.csv", Contacts),
            ("tickets.csv", "Id,Requester,Requester email,Assignee,Subject,Created at,Solved at,Satisfaction Score,Via\n71,Lena Vogt,lena@nordwind.example,Mia Roth,Scanner stops,2026-03-01,2026-03-02,Good,Mail\n72,Lena Vogt,lena@nordwind.example,Mia Roth,Gate jams,2026-03-05,2026-03-05,Bad with comment,Phone\n73,Lena Vogt,lena@nordwind.example,Mia Roth,Key lost,2026-03-06,,Offered,Web\n74,Nobody,who@else.example,Mia Roth,Whose is it,2026-03-06,,,Web\n")));
        Assert.Equal("Zendesk", result.Plan.Files.Single(f => f.Name == "tickets.csv").System);
        Assert.Contains("Whose case it is is not known here", Assert.Single(result.Remarks, r => r.Refused).Reason, StringComparison.Ordinal);
        var cases = await CasesAsync(tenant);
        Assert.Equal([("Gate jams", "Bad", "Phone"), ("Key lost", null, "Portal"), ("Scanner stops", "Good", "Mail")], cases.OrderBy(c => Text(c, "subject")).Select(c => (Text(c, "subject"), Text(c, "rating"), Text(c, "channel"))));
        Assert.All(cases, c => Assert.Equal(("Nordwind", "Lena Vogt", "Mia Roth"), (Text(c, "accountName"), Text(c, "contactName"), Text(c, "ownerName"))));
        var again = await tenant.ImportAsync(Generated.Folder(("tickets.csv", "Id,Requester,Requester email,Assignee,Subject,Created at,Solved at,Satisfaction Score,Via\n71,Lena Vogt,lena@nordwind.example,Mia Roth,Scanner stops,2026-03-01,2026-03-02,Good,Mail\n73,Lena Vogt,lena@nordwind.example,Mia Roth,Key lost,2026-03-06,2026-03-08,Good,Web\n")));
        Assert.Equal((0, 1, 1, 0), (again.Created, again.Changed, again.Same, again.Refused));
    }

    [Theory, OnBoth]
    public async Task Tickets_with_stars_out_of_five_are_taken_from_any_columns_that_say_what_they_are(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.Folder(("accounts.csv", "Account,Owner\nNordwind,Ana Okafor\n"), ("contacts.csv", Contacts),
            ("support tickets.csv", "Ticket ID,Ticket subject,Agent,Opened,Closed,CSAT,Customer email,Requested agent\nT1,Scanner stops,Mia Roth,2026-03-01,2026-03-02,5,lena@nordwind.example,Ida Sand\nT2,Gate jams,Ida Sand,2026-03-01,2026-03-02,2,lena@nordwind.example,\nT3,Odd,Ida Sand,2026-03-04,2026-03-04,eleven,lena@nordwind.example,\n")));
        var cases = await CasesAsync(tenant);
        Assert.Equal([("Gate jams", "Bad", 2, null), ("Odd", null, (int?)null, null), ("Scanner stops", "Good", 5, "Ida Sand")], cases.OrderBy(c => Text(c, "subject")).Select(c => (Text(c, "subject"), Text(c, "rating"), c.GetProperty("stars").ValueKind is JsonValueKind.Null ? (int?)null : c.GetProperty("stars").GetInt32(), Text(c, "askedForName"))));
    }

    private static async Task<List<JsonElement>> CasesAsync(TestTenant tenant)
    {
        var leader = await tenant.PersonAsync(Role.Leader, "Ruth Adler");
        await (await tenant.PersonAsync(Role.Admin, "Ines Castro")).PlainBrowser.PostFormAsync("/people/told");
        return [.. (await leader.Program.GetFromJsonAsync<JsonElement>("/api/service-cases")).GetProperty("rows").EnumerateArray()];
    }

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();
}
