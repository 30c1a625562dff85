using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Negotiation;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Files;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Negotiation;

/// <summary>Where we walk away is read by whom its owner lets, and by nobody else, whichever way they come.</summary>
public sealed class WalkAwayTests
{
    private const string Secret = "Zweiundachtzig Jetties";

    // 76,543 is in nothing else.
    private static readonly string[] Told = ["76,543", "76543", "7654300", Secret, "Zweiundachtzig"];

    private static async Task<NegotiationTests.Scene> SetAsync(Engine engine, bool forLine = false)
    {
        var at = await NegotiationTests.OnAsync(engine);
        (string, string)[] fields = [("Floor", "76543"), ("Conditions", Secret), ("Until", "2031-01-01")];
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("walk-away", forLine ? [.. fields, ("ForLine", "true")] : fields)).StatusCode);
        return at;
    }

    private static void Silent(string text) => Assert.All(Told, secret => Assert.DoesNotContain(secret, text));

    [Theory, OnBoth]
    public async Task The_owner_reads_it_and_whom_they_name_until_they_do_no_longer(Engine engine)
    {
        var at = await SetAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Contains(Secret, await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.Contains("€\u00a076,543", await at.Ana.PlainBrowser.TextAsync(at.Url));
        var before = await ben.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("Ana Okafor and whom they name read it; no role does", before);
        Silent(before);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("walk-away/readers", ("Person", $"{ben.Id}"))).StatusCode);
        Assert.Contains(Secret, await ben.PlainBrowser.TextAsync(at.Url));
        Assert.Contains("One more person may read where we walk away", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync($"walk-away/readers/{ben.Id}/removals")).StatusCode);
        Silent(await ben.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task Administrators_leaders_and_other_sellers_find_it_on_no_page_and_at_no_address_of_the_api(Engine engine)
    {
        var at = await SetAsync(engine, forLine: true);
        foreach (var role in (Role[])[Role.Admin, Role.Leader, Role.Seller, Role.Manager])
        {
            var who = await at.Ana.Tenant.PersonAsync(role, $"Some {role}");
            foreach (var page in (string[])[at.Url, at.Deals, $"{at.Deals}/timeline", "/search?q=Jetties"]) Silent(await who.PlainBrowser.TextAsync(page));
            foreach (var read in (string[])[at.Url, at.Deals, $"{at.Deals}/timeline"]) Silent(await who.Program.PageAsync($"/api{read}"));
            if (role is Role.Admin) foreach (var page in (string[])["/audit", "/audit?kind=walk-away"]) Silent(await who.PlainBrowser.TextAsync(page));
            // Nor does who may change the deal put another in its place, or name themselves.
            Assert.Contains((await who.Browser.PostFormAsync($"{at.Deals}/walk-away", ("Floor", "1"))).StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden]);
            Assert.Contains((await who.Browser.PostFormAsync($"{at.Deals}/walk-away/readers", ("Person", $"{who.Id}"))).StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden]);
            Assert.False((await who.Program.PostAsJsonAsync($"/api/shares/walk-away/{at.Deal.Id}", new { personId = who.Id, level = "Read" })).IsSuccessStatusCode);
        }
        Assert.Equal(1, await at.Ana.InDb(db => db.WalkAways.CountAsync()));
        Assert.Equal(0, await at.Ana.InDb(db => db.Rows<Share>().CountAsync(s => s.Kind == Kinds.WalkAway)));
    }

    [Theory, OnBoth]
    public async Task Whoever_takes_the_deal_reads_nothing_of_it_and_says_their_own_and_whom_its_owner_gives_it_to_reads_it(Engine engine)
    {
        var at = await SetAsync(engine);
        var (zoe, leo, ben) = (await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler"), await at.Ana.Tenant.PersonAsync(Role.Leader, "Leo Brandt"), await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"));
        await at.PostAsync("walk-away/readers", ("Person", $"{ben.Id}"));
        foreach (var taker in new[] { zoe, leo })
        {
            Assert.True((await taker.Program.PatchAsJsonAsync($"/api{at.Deals}", new { ownerId = taker.Id })).IsSuccessStatusCode);
            foreach (var page in (string[])[at.Url, at.Deals, $"{at.Deals}/timeline"]) Silent(await taker.PlainBrowser.TextAsync(page));
            Silent(await taker.Program.PageAsync($"/api{at.Url}"));
            Assert.Equal(HttpStatusCode.Forbidden, (await taker.Browser.PostFormAsync($"{at.Deals}/walk-away/readers", ("Person", $"{taker.Id}"))).StatusCode);
        }
        // It stays whose it was, whoever has the deal.
        Assert.Contains(Secret, await at.Ana.PlainBrowser.TextAsync(at.Url));
        // The new owner says their own, which whoever was named for the one before does not read.
        Assert.Contains(Secret, await ben.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(HttpStatusCode.SeeOther, (await leo.PlainBrowser.PostFormAsync($"{at.Deals}/walk-away", ("Conditions", "Neunundneunzig Poller"))).StatusCode);
        Assert.Contains("Neunundneunzig", await leo.PlainBrowser.TextAsync(at.Url));
        foreach (var other in new[] { at.Ana, ben, zoe }) Assert.DoesNotContain("Neunundneunzig", await other.PlainBrowser.TextAsync(at.Url));
        // Who gives the deal away themselves lets the next one read it.
        Assert.True((await leo.Program.PatchAsJsonAsync($"/api{at.Deals}", new { ownerId = ben.Id })).IsSuccessStatusCode);
        Assert.Contains("Neunundneunzig", await ben.PlainBrowser.TextAsync(at.Url));
        Assert.DoesNotContain("Neunundneunzig", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task The_line_reads_it_where_it_says_so_and_only_the_line(Engine engine)
    {
        foreach (var forLine in (bool[])[true, false])
        {
            var sales = await Sales.OnAsync(engine);
            var (lead, besides) = (await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman"), await sales.Ana.Tenant.PersonAsync(Role.Manager, "Mor Levi"));
            var team = await sales.Ana.Tenant.TeamAsync("North", lead);
            var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team);
            var deal = await sales.DealAsync("Gates", ben);
            await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/walk-away", forLine ? [("Conditions", Secret), ("ForLine", "true")] : [("Conditions", Secret)]);
            var url = $"/opportunities/{deal.Id}/negotiation";
            Assert.Contains(Secret, await ben.PlainBrowser.TextAsync(url));
            Assert.Equal(forLine, (await lead.PlainBrowser.TextAsync(url)).Contains(Secret, StringComparison.Ordinal));
            Silent(await besides.PlainBrowser.TextAsync(url));
        }
    }

    [Theory, OnBoth]
    public async Task No_row_of_the_database_holds_it_and_a_copy_opens_nothing_without_the_key_beside_the_files(Engine engine)
    {
        var at = await SetAsync(engine);
        var row = await at.Ana.InDb(db => db.WalkAways.AsNoTracking().SingleAsync());
        Silent(row.Closed);
        foreach (var happened in await at.Ana.InDb(db => db.Rows<Event>().AsNoTracking().ToListAsync()))
        {
            Silent(happened.Data);
            Assert.DoesNotContain(row.Closed, happened.Data);
        }
        foreach (var table in await at.Ana.InDb(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => t.FindProperty("TenantId") is not null).Select(t => t.GetTableName()!).Distinct().ToList())))
            Silent(await at.Ana.InDb(db => TableAsync(db, table)));
        var folder = at.Ana.Tenant.Host.Services.GetRequiredService<DataFolder>();
        Assert.True(File.Exists(folder.Beside(PrivateKeeper.FileName)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Beside(PrivateKeeper.FileName)));
        // Restored elsewhere: the rows are there, the key is not.
        var elsewhere = new PrivateKeeper(new DataFolder(Path.Combine(Directory.CreateTempSubdirectory("coxswain-key-").FullName, "files")));
        Assert.Null(await at.Ana.InDb(db => Task.FromResult(WalkAways.Open(db, elsewhere, at.Deal.Id, row.Id, row.Closed))));
        // Nor does a row that was moved to another deal open.
        var keeper = at.Ana.Tenant.Host.Services.GetRequiredService<PrivateKeeper>();
        Assert.Null(await at.Ana.InDb(db => Task.FromResult(WalkAways.Open(db, keeper, Guid.NewGuid(), row.Id, row.Closed))));
        Assert.Equal(7_654_300, (await at.Ana.InDb(db => Task.FromResult(WalkAways.Open(db, keeper, at.Deal.Id, row.Id, row.Closed))))!.Floor);
    }

    [Theory, OnBoth]
    public async Task No_export_takes_it_along_and_what_is_given_to_its_author_names_only_that_it_is_there(Engine engine)
    {
        var at = await SetAsync(engine);
        Assert.DoesNotContain(at.Ana.Tenant.Host.Services.GetServices<IExported>(), e => e.Type == typeof(WalkAway));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Silent(await admin.PlainBrowser.TextAsync("/opportunities/export"));
        var whole = await Taken.WholeAsync(admin);
        Silent(whole);
        var row = await at.Ana.InDb(db => db.WalkAways.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(row.Closed, whole);
        Assert.Contains("Yard planning", whole);
        // What Ana is given about herself says in its history that she set one, and nothing of it.
        var own = await Taken.OwnAsync(at.Ana);
        Silent(own);
        Assert.DoesNotContain(row.Closed, own);
        Assert.Contains("walk-away.created", own);
    }

    [Theory, OnBoth]
    public async Task Right_after_what_was_granted_when_it_was_crossed_it_stands_in_the_negotiation_for_whoever_may_read_it_alone(Engine engine)
    {
        var at = await SetAsync(engine);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        await at.PostAsync("negotiation", ("ListPrice", "100000"));
        await at.PostAsync("concessions", ("Give", "A first step"), ("Amount", "20000"), ("GrantedOn", "2026-07-10"), ("Because", "They sign both"));
        Assert.DoesNotContain("below where you walk away", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.PostAsync("concessions", ("Give", "One too far"), ("Amount", "5000"), ("GrantedOn", "2026-07-11"), ("Because", "They asked twice"));
        await at.PostAsync("concessions", ("Give", "And more"), ("Amount", "1000"), ("GrantedOn", "2026-07-12"), ("Because", "They asked again"));
        var ledger = Ledger(await at.Ana.PlainBrowser.TextAsync(at.Url));
        var (first, crossed, more) = (ledger.IndexOf("One too far", StringComparison.Ordinal), ledger.IndexOf("This is below where you walk away", StringComparison.Ordinal), ledger.IndexOf("And more", StringComparison.Ordinal));
        Assert.True(first < crossed && crossed < more, ledger);
        Assert.Contains("€\u00a075,000 is left, and the least is €\u00a076,543", ledger);
        Assert.DoesNotContain("below where you walk away", await admin.PlainBrowser.TextAsync(at.Url));
        var id = await at.Ana.InDb(db => db.Concessions.Where(c => c.Give == "One too far").Select(c => c.Id).SingleAsync());
        Assert.Equal(id, JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement.GetProperty("crossedById").GetGuid());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await admin.Program.PageAsync($"/api{at.Url}")).RootElement.GetProperty("crossedById").ValueKind);

        static string Ledger(string page) => page.Split("id=\"ledger\"")[1].Split("</table>")[0];
    }

    [Theory, OnBoth]
    public async Task Whose_key_is_gone_says_so_and_can_be_said_anew(Engine engine)
    {
        var at = await NegotiationTests.OnAsync(engine);
        await at.Ana.Tenant.SaveAsync(new WalkAway { OpportunityId = at.Deal.Id, SaidById = at.Ana.Id, HeldById = at.Ana.Id, SaidOn = new DateOnly(2026, 7, 1), ForLine = false, Closed = Convert.ToBase64String(new byte[64]) });
        Assert.Contains("the key it was closed with is not on this machine", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.PostAsync("walk-away", ("Floor", "5"));
        Assert.DoesNotContain("is not on this machine", await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(2, await at.Ana.InDb(db => db.WalkAways.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task That_the_deal_stands_below_it_is_told_to_whoever_may_read_it_and_to_nobody_else(Engine engine)
    {
        var at = await SetAsync(engine);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        foreach (var page in (string[])[at.Deals, at.Url]) Assert.DoesNotContain("below where you walk away", await at.Ana.PlainBrowser.TextAsync(page));
        await at.Ana.Program.PatchAsJsonAsync($"/api{at.Deals}", new { amount = 76_542 });
        foreach (var page in (string[])[at.Deals, at.Url])
        {
            Assert.Contains("This is below where you walk away", await at.Ana.PlainBrowser.TextAsync(page));
            Assert.DoesNotContain("below where you walk away", await admin.PlainBrowser.TextAsync(page));
        }
        Assert.Contains("walk-away-crossed", await at.Ana.Program.PageAsync($"/api{at.Url}"));
        Assert.DoesNotContain("walk-away-crossed", await admin.Program.PageAsync($"/api{at.Url}"));
    }

    [Theory, OnBoth]
    public async Task A_program_of_the_owner_reads_it_and_an_answer_that_is_kept_for_once_holds_nothing_of_it(Engine engine)
    {
        var at = await NegotiationTests.OnAsync(engine);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api{at.Deals}/walk-away") { Content = JsonContent.Create(new { floor = 76_543, conditions = Secret }), Headers = { { "Idempotency-Key", "once" } } };
        var answer = await at.Ana.Program.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        Silent(await answer.Content.ReadAsStringAsync());
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement.GetProperty("walkAway");
        Assert.Equal((76_543m, Secret), (read.GetProperty("floor").GetDecimal(), read.GetProperty("conditions").GetString()));
    }

    private static async Task<string> TableAsync(AppDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE tenant_id = {db.Viewer.TenantId}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.AddRange(Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}"));
        return string.Join('\n', rows);
    }
}
