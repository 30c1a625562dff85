using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>An action of a plan has who, with whom, by when, what would show it, and what came of it.</summary>
public sealed class ActionTests
{
    [Theory, OnBoth]
    public async Task An_action_is_given_to_somebody_here_with_somebody_there_and_with_what_would_show_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        var otto = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var form = await planned.Ana.TextAsync(planned.Plan + "/actions/new");
        foreach (var offered in (string[])["Otto Lang", "Okan Yildiz", "No approver known"]) Assert.Contains(offered, form);
        var agreed = await planned.Ana.PostFormAsync(planned.Plan + "/actions/new", ("Title", "Find out who signs"), ("Owner", $"{otto.Id}"), ("Person", $"{okan}"), ("DueOn", Day(planned.Today)), ("AimsAt", "approver-unknown"), ("Expected", "A name in their mail"));
        Assert.Equal(planned.Plan + "#actions", agreed.Headers.Location!.OriginalString);
        var plan = await planned.Ana.TextAsync(planned.Plan);
        foreach (var said in (string[])["Find out who signs", "Otto Lang", "with Okan Yildiz", "to show: A name in their mail", "settles: No approver known"]) Assert.Contains(said, plan);
        var today = await otto.PlainBrowser.TextAsync("/today");
        foreach (var told in (string[])["Find out who signs", "Was to show: A name in their mail"]) Assert.Contains(told, today);
        Assert.DoesNotContain("First: find out who signs", await planned.Ana.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task Title_and_day_are_enough_and_then_it_is_ones_own(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Call them"), ("DueOn", Day(planned.Today)));
        var task = await planned.Sales.Ana.InDb(db => db.Rows<Todo>().SingleAsync());
        Assert.Equal((planned.Sales.Ana.Id, null, null, null), (task.OwnerId, task.ContactId, task.Expected, task.Result));
    }

    [Theory, OnBoth]
    public async Task Of_one_that_answers_no_warning_and_uses_no_strength_it_is_asked_whether_it_is_worth_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        Assert.Contains("Agreed: Call them. It removes no warning", Noticed(await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Call them"), ("DueOn", Day(planned.Today)))));
        Assert.DoesNotContain("It removes no warning", Noticed(await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Ask who signs"), ("DueOn", Day(planned.Today)), ("AimsAt", "approver-unknown"))));
    }

    // What the next page says, as it waits in the browser.
    private static string Noticed(HttpResponseMessage answer) => Encoding.UTF8.GetString(Convert.FromBase64String(Uri.UnescapeDataString(answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("coxswain-notice=", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0])));

    [Theory, OnBoth]
    public async Task What_came_of_it_stands_in_the_plan_and_asks_whether_its_warning_is_settled(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Find out who signs"), ("AimsAt", "approver-unknown"));
        var task = await planned.Sales.Ana.InDb(db => db.Rows<Todo>().Select(t => t.Id).SingleAsync());
        var done = await planned.Ana.PostFormAsync($"/today/done/{task}", ("Result", "Their board does, in May"), ("Back", planned.Plan + "#actions"));
        Assert.Equal(planned.Plan + "#actions", done.Headers.Location!.OriginalString);
        var plan = await planned.Ana.TextAsync(planned.Plan);
        foreach (var said in (string[])["Done lately", "Their board does, in May", "Did it settle “No approver known”?"]) Assert.Contains(said, plan);
        var read = await ReadAsync(planned);
        Assert.Equal((0, "Their board does, in May"), (read.GetProperty("actions").GetArrayLength(), read.GetProperty("done")[0].GetProperty("result").GetString()));
        await planned.NameAsync(planned.Petra, "Approver");
        Assert.DoesNotContain("Did it settle", await planned.Ana.TextAsync(planned.Plan));
        // Taken back, it is open again, and what came of it is not so.
        await planned.Ana.PostFormAsync($"/today/done/{task}?undo=true");
        var open = await ReadAsync(planned);
        Assert.Equal((1, 0), (open.GetProperty("actions").GetArrayLength(), open.GetProperty("done").GetArrayLength()));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_given_an_action_who_is_not_here_or_does_not_work_on_deals_and_what_was_typed_stays(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var rita = await planned.Sales.Ana.Tenant.PersonAsync(Role.Recruiter, "Rita Holm");
        foreach (var owner in (Guid[])[rita.Id, Guid.NewGuid()])
        {
            var answer = await planned.Ana.PostFormAsync(planned.Plan + "/actions/new", ("Title", "Call them"), ("Owner", $"{owner}"), ("Expected", "They call back"));
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            foreach (var said in (string[])["Choose somebody here who works on deals.", "value=\"They call back\"", "value=\"Call them\""]) Assert.Contains(said, page);
        }
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/actions/new", ("Title", "Call them"), ("Person", $"{Guid.NewGuid()}")), "Choose somebody who has a part in this deal.");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/actions/new", ("Title", "Call them"), ("DueOn", "2020-01-01")), "This day has passed.");
        Assert.DoesNotContain("Rita Holm", await planned.Ana.TextAsync(planned.Plan + "/actions/new"));
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.Rows<Todo>().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Programs_agree_an_action_whole_and_say_of_the_task_what_came_of_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        var program = planned.Sales.Ana.Program;
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync($"/api{planned.Plan}/actions", new { title = "Show it", person = okan, expected = "They ask for a price" })).StatusCode);
        var action = (await ReadAsync(planned)).GetProperty("actions")[0];
        Assert.Equal(("They ask for a price", planned.Okan.Id), (action.GetProperty("expected").GetString(), action.GetProperty("contactId").GetGuid()));
        (await program.PatchAsJsonAsync($"/api/tasks/{action.GetProperty("id").GetGuid()}", new { result = "They did" })).EnsureSuccessStatusCode();
        Assert.Equal("They did", JsonDocument.Parse(await program.PageAsync($"/api/tasks/{action.GetProperty("id").GetGuid()}")).RootElement.GetProperty("result").GetString());
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_neither_in_what_was_to_show_an_action_nor_in_what_came_of_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        await planned.Ana.PostFormAsync(planned.Plan + "/actions/new", ("Title", "Show it"), ("Person", $"{okan}"), ("AimsAt", "guide-none"), ("Expected", "Okan Yildiz asks for a price"));
        var task = await planned.Sales.Ana.InDb(db => db.Rows<Todo>().Select(t => t.Id).SingleAsync());
        await planned.Ana.PostFormAsync($"/today/done/{task}", ("Result", "Okan Yildiz asked"));
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Berg");
        (await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Okan.Id}/erasures", new { reason = "Asked" })).EnsureSuccessStatusCode();
        var kept = await planned.Sales.Ana.InDb(db => db.Rows<Todo>().SingleAsync());
        Assert.DoesNotContain("Okan", $"{kept.Title} {kept.Expected} {kept.Result}");
        Assert.DoesNotContain("Okan", await planned.Ana.TextAsync($"/accounts/{planned.Account.Id}/timeline"));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<JsonElement> ReadAsync(Planned planned) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}")).RootElement;
}
