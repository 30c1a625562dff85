using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

public sealed class ProgramTests
{
    [Theory, OnBoth]
    public async Task A_misspelt_field_is_named_with_those_there_are_and_nothing_is_changed(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var (status, body) = await Programs.SendAsync(ana.Program, "POST", "/api/v1/accounts", new { name = "Halma", cty = "Oslo" });
        Assert.Equal(422, status);
        var said = body!["errors"]!["cty"]![0]!.GetValue<string>();
        Assert.Contains("city", said);
        Assert.Equal(0, (await Programs.GetAsync(ana.Program, "/api/v1/accounts"))["count"]!.GetValue<int>());
        var asked = await ana.Program.GetAsync("/api/v1/accounts?tear=A");
        Assert.Equal(422, (int)asked.StatusCode);
        Assert.Contains("tier", await asked.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task An_address_without_a_version_leads_to_the_first(Engine engine)
    {
        var ana = await SellerAsync(engine);
        Assert.Equal(201, (await Programs.SendAsync(ana.Program, "POST", "/api/accounts", new { name = "Halma" })).Status);
        Assert.Equal(await ana.Program.GetStringAsync("/api/v1/accounts"), await ana.Program.GetStringAsync("/api/accounts"));
        Assert.Equal(404, (int)(await ana.Program.GetAsync("/api/v2/accounts")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_body_cannot_name_another_record_than_the_address(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var (mine, other) = (await AccountAsync(ana, "Mine"), await AccountAsync(ana, "Other"));
        await Programs.SendAsync(ana.Program, "PATCH", $"/api/v1/accounts/{mine}", new Dictionary<string, object> { ["id"] = other, ["ID"] = other, ["city"] = "Oslo" });
        Assert.Null((await Programs.GetAsync(ana.Program, $"/api/v1/accounts/{other}"))["city"]);
        Assert.Equal("Oslo", (string?)(await Programs.GetAsync(ana.Program, $"/api/v1/accounts/{mine}"))["city"]);
    }

    [Theory, OnBoth]
    public async Task A_list_is_read_to_its_end_in_pages_of_any_size(Engine engine)
    {
        var ana = await SellerAsync(engine);
        for (var i = 0; i < 5; i++) await AccountAsync(ana, $"Quay {i}");
        var (names, after) = (new List<string>(), (string?)"");
        while (after is not null)
        {
            var page = await Programs.GetAsync(ana.Program, $"/api/v1/accounts?limit=2&sort=name{(after == "" ? "" : "&after=" + after)}");
            names.AddRange(page["rows"]!.AsArray().Select(r => r!["name"]!.GetValue<string>()));
            after = page["next"]?.GetValue<string>();
        }
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"Quay {i}"), names);
        Assert.Equal(422, (int)(await ana.Program.GetAsync("/api/v1/accounts?limit=1001")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_changed_since_a_moment_is_told_with_what_is_gone(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "since"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var (old, changed, gone) = (await AccountAsync(ana, "Old"), await AccountAsync(ana, "Changed"), await AccountAsync(ana, "Gone"));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var since = host.Clock.GetUtcNow().UtcDateTime.ToString("O");
        await Programs.SendAsync(ana.Program, "PATCH", $"/api/v1/accounts/{changed}", new { city = "Oslo" });
        await Programs.SendAsync(ana.Program, "DELETE", $"/api/v1/accounts/{gone}", null);
        var page = await Programs.GetAsync(ana.Program, $"/api/v1/accounts?changedSince={since}");
        Assert.Equal([$"{changed}"], page["rows"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.Equal([$"{gone}"], page["gone"]!.AsArray().Select(r => (string)r!));
        Assert.NotNull(page["until"]);
        Assert.DoesNotContain($"{old}", page.ToJsonString());
    }

    [Theory, OnBoth]
    public async Task A_change_goes_through_only_on_the_version_it_names(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountAsync(ana, "Halma");
        var url = $"/api/v1/accounts/{account}";
        var tag = (await ana.Program.GetAsync(url)).Headers.ETag!.Tag;
        Assert.Equal(200, (await Programs.SendAsync(ana.Program, "PATCH", url, new { city = "Oslo" }, ("If-Match", tag))).Status);
        Assert.Equal(412, (await Programs.SendAsync(ana.Program, "PATCH", url, new { city = "Rome" }, ("If-Match", tag))).Status);
        Assert.Equal(412, (await Programs.SendAsync(ana.Program, "DELETE", url, null, ("If-Match", tag))).Status);
        Assert.Equal("Oslo", (string?)(await Programs.GetAsync(ana.Program, url))["city"]);
    }

    [Theory, OnBoth]
    public async Task The_same_key_sent_twice_does_it_once_and_is_answered_the_same(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var first = await Programs.SendAsync(ana.Program, "POST", "/api/v1/accounts", new { name = "Halma" }, ("Idempotency-Key", "order 1"));
        var again = await Programs.SendAsync(ana.Program, "POST", "/api/v1/accounts", new { name = "Halma" }, ("Idempotency-Key", "order 1"));
        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal((string)first.Body!["id"]!, (string)again.Body!["id"]!);
        Assert.Equal(422, (await Programs.SendAsync(ana.Program, "POST", "/api/v1/accounts", new { name = "Other" }, ("Idempotency-Key", "order 1"))).Status);
        Assert.Equal(1, (await Programs.GetAsync(ana.Program, "/api/v1/accounts"))["count"]!.GetValue<int>());
        // Somebody else's key of the same name is another.
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Adler");
        Assert.Equal(201, (await Programs.SendAsync(ben.Program, "POST", "/api/v1/accounts", new { name = "Other" }, ("Idempotency-Key", "order 1"))).Status);
    }

    [Theory, OnBoth]
    public async Task A_batch_does_each_for_itself_or_all_or_none(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var items = new object[] { new { method = "POST", path = "/accounts", body = new { name = "One" } }, new { method = "POST", path = "/accounts", body = new { nam = "Two" } }, new { method = "POST", path = "/accounts", body = new { name = "Three" } } };
        var none = await Programs.SendAsync(ana.Program, "POST", "/api/v1/batch", new { allOrNone = true, items });
        Assert.False((bool)none.Body!["done"]!);
        Assert.Equal(1, (int)none.Body["results"]![0]!["item"]!);
        Assert.Equal(422, (int)none.Body["results"]![0]!["status"]!);
        Assert.Equal(0, (await Programs.GetAsync(ana.Program, "/api/v1/accounts"))["count"]!.GetValue<int>());
        var each = await Programs.SendAsync(ana.Program, "POST", "/api/v1/batch", new { items });
        Assert.Equal([201, 422, 201], each.Body!["results"]!.AsArray().Select(r => (int)r!["status"]!));
        Assert.Equal(2, (await Programs.GetAsync(ana.Program, "/api/v1/accounts"))["count"]!.GetValue<int>());
        Assert.Equal(422, (await Programs.SendAsync(ana.Program, "POST", "/api/v1/batch", new { items = Enumerable.Repeat(items[0], 1001) })).Status);
        // What they may not do alone they may not do in a batch.
        var sam = await ana.Tenant.PersonAsync(Role.Staff, "Sam Lee");
        Assert.Equal(403, (int)(await Programs.SendAsync(sam.Program, "POST", "/api/v1/batch", new { items })).Body!["results"]![0]!["status"]!);
    }

    [Theory, OnBoth]
    public async Task A_file_is_added_read_and_taken_away_by_a_program(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountAsync(ana, "Halma");
        var file = new ByteArrayContent("Terms of the offer"u8.ToArray()) { Headers = { ContentType = new("text/plain") } };
        var added = await ana.Program.PostAsync("/api/v1/attachments", new MultipartFormDataContent { { new StringContent($"{account}"), "AccountId" }, { file, "Files", "terms.txt" } });
        Assert.Equal(201, (int)added.StatusCode);
        var id = (string)(await Programs.GetAsync(ana.Program, $"/api/v1/attachments?accountId={account}"))[0]!["id"]!;
        Assert.Equal("Terms of the offer", await ana.Program.GetStringAsync($"/api/v1/attachments/{id}"));
        Assert.Equal(200, (int)(await ana.Program.DeleteAsync($"/api/v1/attachments/{id}")).StatusCode);
        Assert.Empty((await Programs.GetAsync(ana.Program, $"/api/v1/attachments?accountId={account}")).AsArray());
    }

    [Theory, OnBoth]
    public async Task The_description_is_read_in_a_browser_group_by_group(Engine engine)
    {
        var ana = await SellerAsync(engine);
        Assert.Contains("/api/docs?group=accounts", await ana.PlainBrowser.GetStringAsync("/api/docs"));
        Assert.Contains("/api/v1/accounts/{id}", await ana.PlainBrowser.GetStringAsync("/api/docs?group=accounts"));
        Assert.Equal(404, (int)(await ana.PlainBrowser.GetAsync("/api/docs?group=nothing")).StatusCode);
    }

    internal static async Task<TestViewer> SellerAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");

    internal static async Task<Guid> AccountAsync(TestViewer person, string name) => Guid.Parse((string)(await Programs.SendAsync(person.Program, "POST", "/api/v1/accounts", new { name })).Body!["id"]!);
}
