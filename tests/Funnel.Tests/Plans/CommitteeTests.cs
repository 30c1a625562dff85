using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>A board or a committee decides with one voice, and a colleague of ours may guide us there.</summary>
public sealed class CommitteeTests
{
    [Theory, OnBoth]
    public async Task A_board_that_says_yes_is_known_and_a_talk_with_one_who_sits_in_it_is_one_with_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var board = await NamedAsync(planned, ("Part", "Approver"), ("Placeholder", "Managing board"), ("IsBody", "true"));
        var plan = await ReadAsync(planned);
        Assert.DoesNotContain("approver-nobody", Codes(plan));
        Assert.False(Person(plan, board).GetProperty("isUnknown").GetBoolean());
        Assert.Equal(JsonValueKind.Null, Person(plan, board).GetProperty("lastTouch").ValueKind);
        Assert.Contains($"quiet:{board}", Codes(plan));

        Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync(planned.Plan + "/seats", ("Body", $"{board}"), ("Contact", $"{planned.Petra.Id}"))).StatusCode);
        await planned.Sales.Ana.Tenant.SaveAsync(new Interaction { Kind = InteractionKind.Meeting, OwnerId = planned.Sales.Ana.Id, ContactId = planned.Petra.Id, AccountId = planned.Account.Id, Subject = "Board", OccurredAt = planned.Today.ToDateTime(new TimeOnly(6, 0), DateTimeKind.Utc) });
        plan = await ReadAsync(planned);
        Assert.Equal(Day(planned.Today), Person(plan, board).GetProperty("lastTalk").GetString());
        Assert.DoesNotContain($"quiet:{board}", Codes(plan));
        var card = await planned.Ana.TextAsync($"{planned.Plan}?person={board}");
        Assert.Contains("Who sits in it", card);
        Assert.Contains("Petra Brandt", card);
        // The map says the same.
        Assert.Contains("a committee", await planned.Ana.TextAsync($"/opportunities/{planned.Deal.Id}/map"));

        // Nobody sits in two, and whoever is taken off the map sits in it no less for what erasing them takes.
        var council = await NamedAsync(planned, ("Part", "User"), ("Placeholder", "Works council"), ("IsBody", "true"));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/seats", ("Body", $"{council}"), ("Contact", $"{planned.Petra.Id}")), "They sit in another committee");
        var seat = await planned.Sales.Ana.Tenant.InDb(db => db.Rows<MapPerson>().Where(p => p.SitsInId == board).Select(p => p.Id).SingleAsync());
        await planned.Ana.PostFormAsync($"{planned.Plan}/seats/{seat}/removals");
        Assert.Equal(JsonValueKind.Null, Person(await ReadAsync(planned), board).GetProperty("lastTouch").ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_board_is_no_contact_and_only_who_works_at_the_account_sits_in_one_of_its_own(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Part", "Approver"), ("Contact", $"{planned.Petra.Id}"), ("IsBody", "true")), "A committee is no contact");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Part", "Approver"), ("IsBody", "true")), "What is the committee called?");
        var board = await NamedAsync(planned, ("Part", "Approver"), ("Placeholder", "Managing board"), ("IsBody", "true"));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/seats", ("Body", $"{board}"), ("Contact", $"{planned.Femke.Id}")), "Choose somebody of the account.");
        var petra = await planned.NameAsync(planned.Petra, "User");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/seats", ("Body", $"{petra}"), ("Contact", $"{planned.Okan.Id}")), "Choose a committee of this map.");
        // A second one for the final yes is a second one, board or not.
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Part", "Approver"), ("Contact", $"{planned.Okan.Id}")), "Managing board already says the final yes here");
    }

    [Theory, OnBoth]
    public async Task On_the_map_a_role_becomes_a_board_and_stays_one_while_somebody_sits_in_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (http, id) = (planned.Sales.Ana.Program, planned.Account.Id);
        async Task<Guid> PlaceAsync(object said) => (await (await http.PostAsJsonAsync($"/api/accounts/{id}/map-people", said)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var board = await PlaceAsync(new { placeholder = "Works council", isBody = true });
        var okan = await PlaceAsync(new { contactId = planned.Okan.Id, sitsInId = board });
        var page = await planned.Ana.TextAsync($"/accounts/{id}/map?person={board}");
        Assert.Contains("a committee that decides with one voice", page);
        Assert.Contains("Okan Yildiz", page);
        Assert.DoesNotContain("We do not know who it is: Works council", page);
        async Task<string> ChangeAsync(Guid person, object said) => await (await http.PatchAsJsonAsync($"/api/map-people/{person}", said)).Content.ReadAsStringAsync();
        Assert.Contains("People sit in it", await ChangeAsync(board, new { version = 0, isBody = false }));
        Assert.Contains("Choose a committee of this map.", await ChangeAsync(board, new { version = 0, isBody = false, sitsInId = okan }));
        await ChangeAsync(okan, new { version = 0, sitsInId = (Guid?)null });
        Assert.Contains("\"isBody\":false", await ChangeAsync(board, new { version = 0, isBody = false }));
        Assert.Contains("We do not know who it is: Works council", await planned.Ana.TextAsync($"/accounts/{id}/map"));
    }

    [Theory, OnBoth]
    public async Task A_colleague_guides_us_there_once_the_three_tests_of_a_guide_hold_and_does_nothing_else(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var ana = planned.Sales.Ana.Id;
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Part", "User"), ("Colleague", $"{ana}")), "A colleague of ours can guide us there, and nothing else.");
        var guide = await NamedAsync(planned, ("Part", "Guide"), ("Colleague", $"{ana}"));
        Assert.Equal(0, Coverage(await ReadAsync(planned)));
        Assert.DoesNotContain($"quiet:{guide}", Codes(await ReadAsync(planned)));
        foreach (var test in (string[])["Listened", "Trusts", "WantsUs"]) await planned.SayAsync(test, guide, ("Value", "1"));
        Assert.Equal(.2, Coverage(await ReadAsync(planned)), 6);
        await Planned.RefusedAsync(await planned.JudgeAsync("Stance", guide, ("Value", "5"), ("Text", "Says so")), "Choose somebody who has a part in this deal.");
        Assert.Contains("one of us", await planned.Ana.TextAsync($"/opportunities/{planned.Deal.Id}/map?person={guide}"));
        // Nor through the map, and nobody of theirs is made of them.
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/opportunities/{planned.Deal.Id}/map-parts", ("Person", $"{guide}"), ("Part", "Approver")), "A colleague of ours can guide us there, and nothing else.");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Person", $"{guide}"), ("Part", "Approver")), "A colleague of ours can guide us there, and nothing else.");
        Assert.Contains("This is one of us", await (await planned.Ana.PostFormAsync($"/map-people/{guide}", ("ContactId", $"{planned.Petra.Id}"), ("Version", "0"))).Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task A_guide_who_fails_a_test_is_warned_of_and_what_is_unknown_is_asked(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await planned.SayAsync("Gain", await planned.NameAsync(planned.Petra, "Approver"), ("Text", "Sleeps through peak season"));
        await planned.SayAsync("Receptiveness", await planned.NameAsync(planned.Petra, "Approver"), ("Value", "2"), ("Text", "Lost customers"));
        await planned.SayAsync("Stance", await planned.NameAsync(planned.Petra, "Approver"), ("Value", "3"), ("Text", "Would sign"));
        await planned.Ana.PostFormAsync($"{planned.Url}/next-steps", ("Title", "Visit"), ("DueOn", Day(planned.Today.AddDays(3))));
        var guide = await planned.NameAsync(planned.Okan, "Guide");
        Assert.Equal("Do their own people listen to Okan Yildiz?", (await ReadAsync(planned)).GetProperty("question").GetProperty("text").GetString());
        await planned.SayAsync("Listened", guide, ("Value", "1"));
        Assert.Equal("Does Okan Yildiz trust us?", (await ReadAsync(planned)).GetProperty("question").GetProperty("text").GetString());
        Assert.DoesNotContain($"guide-weak:{guide}", Codes(await ReadAsync(planned)));
        await planned.Sales.Ana.Tenant.SaveAsync(new Interaction { Kind = InteractionKind.Call, OwnerId = planned.Sales.Ana.Id, ContactId = planned.Okan.Id, AccountId = planned.Account.Id, Subject = "Call", OccurredAt = planned.Today.ToDateTime(new TimeOnly(6, 0), DateTimeKind.Utc) });
        foreach (var (field, value) in ((string, string)[])[("Stance", "3"), ("Receptiveness", "1")]) await planned.SayAsync(field, guide, ("Value", value), ("Text", "Said so"));
        foreach (var field in (string[])["Gain", "Result"]) await planned.SayAsync(field, guide, ("Text", "Said so"));
        Assert.Equal(.2, Coverage(await ReadAsync(planned)), 6);
        await planned.SayAsync("WantsUs", guide, ("Value", "2"), ("Text", "Asked the other supplier for lunch"));
        Assert.Equal(0, Coverage(await ReadAsync(planned)));
        Assert.Contains("Okan Yildiz is no guide yet: they do not want us to win", await planned.Ana.TextAsync(planned.Plan));
        await Planned.RefusedAsync(await planned.JudgeAsync("Trusts", await planned.NameAsync(planned.Petra, "Approver"), ("Value", "1")), "Choose somebody who guides us in this deal.");
    }

    private static async Task<Guid> NamedAsync(Planned planned, params (string, string)[] said)
    {
        var answer = await planned.Ana.PostFormAsync(planned.Plan + "/people", said);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split("person=")[1].Split('#', '&')[0]);
    }

    internal static async Task<JsonElement> ReadAsync(Planned planned) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}")).RootElement;

    internal static string[] Codes(JsonElement plan) => [.. plan.GetProperty("warnings").EnumerateArray().Where(w => w.GetProperty("muted").ValueKind is JsonValueKind.Null).Select(w => w.GetProperty("code").GetString()!)];

    internal static JsonElement Person(JsonElement plan, Guid id) => plan.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == id);

    private static double Coverage(JsonElement plan) => plan.GetProperty("scores").GetProperty("coverage").GetDouble();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
