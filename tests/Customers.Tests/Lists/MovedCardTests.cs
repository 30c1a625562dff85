using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Lists;

/// <summary>Cards on boards of lists, under somebody's hands.</summary>
public sealed partial class MovedCardTests
{
    [Theory, OnBoth]
    public async Task A_card_put_under_another_answer_of_an_own_field_has_that_answer_and_is_taken_back(Engine engine)
    {
        var lena = await PersonAsync(engine);
        Assert.True((await lena.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label = "Route", type = "Choice", options = "North\nSouth" })).IsSuccessStatusCode);
        var account = await MadeAsync(lena, "/api/accounts", new { name = "Nordwind", custom = new { route = "North" } });
        Assert.Contains("action=\"/accounts/moves?as=board&group=cf.route\"", await lena.PlainBrowser.TextAsync("/accounts?as=board&group=cf.route"));
        var answer = await MoveAsync(lena, "/accounts/moves?as=board&group=cf.route", account, "South");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var board = await answer.TextAsync();
        Assert.StartsWith("<div class=\"board\"", board.TrimStart());
        Assert.Contains("Route is now South.", board);
        Assert.Equal("South", await RouteAsync());
        // As often as it is moved, it is taken back to where it was, on the same board.
        var back = await lena.PlainBrowser.PostAsync(Undo().Match(board).Groups[1].Value, null);
        Assert.Equal("/accounts?as=board&group=cf.route", back.Headers.Location!.ToString());
        Assert.Equal("North", await RouteAsync());
        // Out of the field altogether, and back into nothing.
        Assert.Contains("Someone moved it meanwhile", await (await MoveAsync(lena, "/accounts/moves?as=board&group=cf.route", account, "South")).TextAsync());
        Assert.Equal("North", await RouteAsync());
        var unknown = await (await MoveAsync(lena, "/accounts/moves?as=board&group=cf.route", account, "none", 3)).TextAsync();
        Assert.Contains("Route is now unknown.", unknown);
        Assert.Null(await RouteAsync());

        async Task<string?> RouteAsync() => (await lena.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}")).GetProperty("custom") is { ValueKind: JsonValueKind.Object } custom ? custom.GetProperty("route").GetString() : null;
    }

    [Theory, OnBoth]
    public async Task What_the_record_itself_refuses_is_refused_on_the_board_with_the_reason_and_nothing_changes(Engine engine)
    {
        var lena = await PersonAsync(engine);
        var lead = await MadeAsync(lena, "/api/leads", new { name = "Ana Ruiz", company = "Halma" });
        Assert.Equal(HttpStatusCode.OK, (await MoveAsync(lena, "/leads/moves?as=board&group=status", lead, "Working")).StatusCode);
        foreach (var (column, said) in ((string, string)[])[("Converted", "Convert or close it on its own page"), ("none", "Status has to be said"), ("Dreaming", "stay where they are")])
        {
            var refused = await MoveAsync(lena, "/leads/moves?as=board&group=status", lead, column, 2);
            Assert.False(refused.IsSuccessStatusCode);
            Assert.Contains(said, await refused.TextAsync());
        }
        Assert.Equal("Working", (await lena.Program.GetFromJsonAsync<JsonElement>($"/api/leads/{lead}")).GetProperty("status").GetString());
        // Somebody who has not seen that it was moved does not move it again unseen, neither on nor back.
        var account = await MadeAsync(lena, "/api/accounts", new { name = "Nordwind", tier = "A" });
        await MoveAsync(lena, "/accounts/moves?as=board&group=tier", account, "B");
        foreach (var column in (string[])["C", "A"]) Assert.Contains("Someone moved it meanwhile", await (await MoveAsync(lena, "/accounts/moves?as=board&group=tier", account, column)).TextAsync());
        // A list by what nobody moves by takes no moves at all.
        Assert.Contains("stay where they are", await (await MoveAsync(lena, "/leads/moves?as=board&group=came", lead, "New", 2)).TextAsync());
    }

    [Theory, OnBoth]
    public async Task A_colleagues_card_and_a_field_locked_for_ones_role_stay_where_they_are(Engine engine)
    {
        var lena = await PersonAsync(engine);
        var ana = await lena.Tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var admin = await lena.Tenant.PersonAsync(Role.Admin, "Ada Admin");
        Assert.True((await lena.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label = "Route", type = "Choice", options = "North\nSouth" })).IsSuccessStatusCode);
        var hers = await MadeAsync(ana, "/api/accounts", new { name = "Hers", tier = "A", custom = new { route = "North" } });
        var others = await MadeAsync(lena, "/api/accounts", new { name = "Others", tier = "A", custom = new { route = "North" } });
        var board = await ana.PlainBrowser.TextAsync("/accounts?as=board&group=cf.route");
        Assert.Matches($"id=\"c-{hers}\"[^>]*data-version", board);
        Assert.DoesNotMatch($"id=\"c-{others}\"[^>]*data-version", board);
        Assert.Equal(HttpStatusCode.Forbidden, (await MoveAsync(ana, "/accounts/moves?as=board&group=tier", others, "B")).StatusCode);
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/limits", new { field = "account/cf.route", limit = "ReadOnly" })).IsSuccessStatusCode);
        Assert.DoesNotContain("data-version", await ana.PlainBrowser.TextAsync("/accounts?as=board&group=cf.route"));
        Assert.Equal(HttpStatusCode.Forbidden, (await MoveAsync(ana, "/accounts/moves?as=board&group=cf.route", hers, "South")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await MoveAsync(ana, "/accounts/moves?as=board&group=tier", hers, "B")).StatusCode);
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{hers}");
        Assert.Equal(("B", "North"), (read.GetProperty("tier").GetString(), read.GetProperty("custom").GetProperty("route").GetString()));
    }

    [Theory, OnBoth]
    public async Task Records_of_an_own_object_and_contacts_are_moved_too(Engine engine)
    {
        var lena = await PersonAsync(engine);
        var ben = await lena.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await lena.PlainBrowser.PostFormAsync("/settings/objects", ("Plural", "Projects"), ("Singular", "Project"));
        Assert.True((await lena.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "object.projects", label = "State", type = "Choice", options = "Running\nDone" })).IsSuccessStatusCode);
        var project = await MadeAsync(lena, "/api/objects/projects", new { name = "Yard", custom = new { state = "Running" } });
        Assert.Contains("State is now Done.", await (await MoveAsync(lena, "/objects/projects/moves?as=board&group=cf.state", project, "Done")).TextAsync());
        var contact = await MadeAsync(lena, "/api/contacts", new { name = "Rana Kaur" });
        var given = await (await MoveAsync(lena, "/contacts/moves?as=board&group=owner", contact, $"{ben.Id}")).TextAsync();
        Assert.Contains("Owner is now Ben Ito.", given);
        Assert.Contains("/contacts/moves-back", given);
        // Whoever gives away what is theirs cannot take it back, and is not offered to.
        var own = await MadeAsync(ben, "/api/contacts", new { name = "Ida Sand" });
        var away = await (await MoveAsync(ben, "/contacts/moves?as=board&group=owner", own, $"{lena.Id}")).TextAsync();
        Assert.Contains("Owner is now Lena Vogt.", away);
        Assert.DoesNotContain("moves-back", away);
        Assert.Equal(ben.Id, (await lena.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}")).GetProperty("ownerId").GetGuid());
    }

    private static async Task<TestViewer> PersonAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Lena Vogt");

    private static async Task<Guid> MadeAsync(TestViewer who, string url, object values)
    {
        var answer = await who.Program.PostAsJsonAsync(url, values);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static Task<HttpResponseMessage> MoveAsync(TestViewer who, string url, Guid id, string to, int version = 1) => who.Browser.PostFormAsync(url, ("id", $"{id}"), ("version", $"{version}"), ("To", to));

    [GeneratedRegex("action=\"(/[a-z]+/moves-back[^\"]*)\"")]
    private static partial Regex Undo();
}
