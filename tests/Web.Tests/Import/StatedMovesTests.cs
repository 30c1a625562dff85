using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>Where a file says a deal stands is taken as it says, and what nothing shows of the way is noted as stated by it.</summary>
public sealed class StatedMovesTests
{
    private const string Deals = "Id,Name,StageName,CloseDate,CreatedDate\n";

    [Theory, OnBoth]
    public async Task A_deal_that_a_file_moves_on_says_what_nothing_shows_and_that_another_system_stated_it(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Admin, "Lena Vogt");
        await tenant.StagesAsync();
        await tenant.ImportAsync(Generated.File("Opportunity.csv", Deals + "006A,Yard,Discover,2026-09-01,2026-07-01\n006B,Gate,Discover,2026-09-01,2026-07-01\n"));
        var deals = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/opportunities")).GetProperty("rows").EnumerateArray().ToDictionary(d => d.GetProperty("name").GetString()!, d => d.GetProperty("id").GetGuid());
        // Of the steps before, the file's word is all there is; of the one it is at, nobody said anything.
        var begun = await CustomerAsync("Yard");
        Assert.Contains("Qualify · stated by its source, not shown yet", begun);
        Assert.Contains("Discover · not shown yet", begun);
        await leader.PlainBrowser.PostFormAsync($"/opportunities/{deals["Gate"]}/evidence", ("Text", "Sent us their list of three"));
        var moved = await tenant.ImportAsync(Generated.File("Opportunity.csv", Deals + "006A,Yard,Propose,2026-09-01,2026-07-01\n006B,Gate,Propose,2026-09-01,2026-07-01\n"));
        Assert.Equal((0, 2), (moved.Created, moved.Changed));
        var shown = await CustomerAsync("Yard");
        Assert.Contains("Went on without: Is comparing ways", shown);
        Assert.Contains("stated by another system", shown);
        Assert.DoesNotContain("Went on without", await CustomerAsync("Gate"));
        // Taken back, it is as if it had not been; the same file twice moves it once.
        var undone = await tenant.WithRunner(r => r.UndoAsync(moved.RunId, null, default));
        // Two deals are as before; what was noted of the way went with it, and is no record that was removed.
        Assert.Equal((0, 2, 0), (undone.Removed, undone.Restored, undone.Spared.Count));
        Assert.DoesNotContain("move-note", moved.CreatedByKind.Keys);
        Assert.DoesNotContain("Went on without", await CustomerAsync("Yard"));
        for (var again = 0; again < 2; again++) await tenant.ImportAsync(Generated.File("Opportunity.csv", Deals + "006A,Yard,Propose,2026-09-01,2026-07-01\n"));
        Assert.Equal(2, (await CustomerAsync("Yard")).Split("Went on without").Length);
        await tenant.ImportAsync(Generated.File("Opportunity.csv", Deals + "006A,Yard,Won,2026-07-20,2026-07-01\n"));
        Assert.Contains("Went on without: Weighs our offer · Signs", await CustomerAsync("Yard"));

        async Task<string> CustomerAsync(string deal) => (await leader.PlainBrowser.PageAsync($"/opportunities/{deals[deal]}")).Split("id=\"customer\"")[1].Split("</section>")[0];
    }
    [Theory, OnBoth]
    public async Task A_file_that_brings_the_amount_of_a_deal_tells_that_it_follows_another_process_and_taken_back_it_does_not(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Admin, "Lena Vogt");
        await tenant.StagesAsync();
        foreach (var name in (string[])["Standard", "Large deals"])
        {
            var process = await leader.PlainBrowser.PostFormAsync("/settings/processes", name is "Standard" ? [("Name", name)] : [("Name", name), ("FromAmount", "100000")]);
            await leader.PlainBrowser.PostFormAsync($"{process.Headers.Location}/editions");
        }
        const string Columns = "Id,Name,StageName,Amount,CloseDate,CreatedDate\n";
        await tenant.ImportAsync(Generated.File("Opportunity.csv", Columns + "006A,Yard,Discover,,2026-09-01,2026-07-01\n"));
        var deal = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/opportunities")).GetProperty("rows")[0].GetProperty("id").GetGuid();
        Assert.Contains("Follows Standard", await leader.PlainBrowser.PageAsync($"/opportunities/{deal}"));
        var brought = await tenant.ImportAsync(Generated.File("Opportunity.csv", Columns + "006A,Yard,Discover,200000,2026-09-01,2026-07-01\n"));
        Assert.Contains(brought.Remarks, r => !r.Refused && r.Reason.StartsWith("It follows Large deals now.", StringComparison.Ordinal));
        Assert.Contains("Follows Large deals", await leader.PlainBrowser.PageAsync($"/opportunities/{deal}"));
        await tenant.WithRunner(r => r.UndoAsync(brought.RunId, null, default));
        Assert.Contains("Follows Standard", await leader.PlainBrowser.PageAsync($"/opportunities/{deal}"));
    }
}
