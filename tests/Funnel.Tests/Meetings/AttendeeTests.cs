using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>Who comes to a meeting, of theirs and of us.</summary>
public sealed class AttendeeTests
{
    [Theory, OnBoth]
    public async Task Several_of_theirs_and_several_of_us_come_chosen_by_name_and_who_says_what_stays(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var ben = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(1));
        var (url, lines) = ($"{planned.Url}/meetings", $"/meeting-plans/{plan.Id}/lines");
        var form = await planned.Ana.TextAsync(url);
        foreach (var offered in (string[])["Petra Brandt · Head of operations", "Okan Yildiz · IT architecture", "Who of us comes", "Written so that they could read it"]) Assert.Contains(offered, form);
        Assert.DoesNotContain("Femke Boer", form);
        await planned.Ana.PostFormAsync(lines, ("Kind", "They"), ("Contact", $"{planned.Petra.Id}"), ("Text", "A quiet yard"), ("Person", $"{ben.Id}"));
        await planned.Ana.PostFormAsync(lines, ("Kind", "They"), ("Contact", $"{planned.Okan.Id}"), ("Text", ""));
        await planned.Ana.PostFormAsync(lines, ("Kind", "We"), ("Person", $"{planned.Sales.Ana.Id}"), ("Text", "Leads the talk"));
        await planned.Ana.PostFormAsync(lines, ("Kind", "We"), ("Person", $"{ben.Id}"), ("Text", ""));
        await planned.Ana.PostFormAsync(lines, ("Kind", "Says"), ("Person", $"{ben.Id}"), ("Text", "We know the gate"));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["Take off: Petra Brandt", "A quiet yard · known by Ben Ito", "Take off: Okan Yildiz", "Take off: Ben Ito", "Leads the talk", "We know the gate", "No question is planned: it would be a lecture."]) Assert.Contains(said, page);
        var read = JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{url}")).RootElement[0].GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal("Petra Brandt, Okan Yildiz", string.Join(", ", read.Where(l => l.GetProperty("kind").GetString() == "They").Select(l => l.GetProperty("contact").GetString())));
        Assert.Equal(2, read.Count(l => l.GetProperty("kind").GetString() == "We"));
        // Whoever comes sees it coming, and what they say in it.
        var today = await ben.PlainBrowser.TextAsync("/today");
        Assert.Contains("You say: We know the gate", today);
    }

    [Theory, OnBoth]
    public async Task Nobody_is_named_twice_and_only_who_belongs_there_comes(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(1));
        var lines = $"/meeting-plans/{plan.Id}/lines";
        foreach (var (kind, field, who) in ((string, string, Guid)[])[("They", "Contact", planned.Petra.Id), ("We", "Person", planned.Sales.Ana.Id)])
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync(lines, ("Kind", kind), (field, $"{who}"))).StatusCode);
            await RefusedAsync("They are named already.", ("Kind", kind), (field, $"{who}"));
        }
        await RefusedAsync("Choose a contact of the deal's account.", ("Kind", "They"), ("Contact", $"{planned.Femke.Id}"));
        await RefusedAsync("Only somebody of theirs who comes is a contact.", ("Kind", "Says"), ("Text", "x"), ("Contact", $"{planned.Okan.Id}"));
        await RefusedAsync("Choose somebody who works here.", ("Kind", "We"), ("Text", "Leads"));
        await RefusedAsync("Please fill this in", ("Kind", "They"), ("Text", " "));
        Assert.Equal(2, await planned.Sales.Ana.InDb(db => db.MeetingLines.CountAsync()));

        async Task RefusedAsync(string said, params (string, string)[] fields) => await Planned.RefusedAsync(await planned.Ana.PostFormAsync(lines, [("Form", fields[0].Item2 == "We" ? "we" : fields[0].Item2 == "They" ? "they" : "says"), .. fields]), said);
    }

    [Theory, OnBoth]
    public async Task Who_is_erased_comes_without_a_name_and_reads_before_what_was_noted_of_them(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(1));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", "They"), ("Contact", $"{planned.Petra.Id}"), ("Text", "Wants her nights back"));
        // She works elsewhere by now.
        await planned.Ana.PostFormAsync($"/contacts/{planned.Petra.Id}", ("AccountId", $"{planned.Femke.AccountId}"));
        Assert.Equal(planned.Femke.AccountId, await planned.Sales.Ana.InDb(db => db.ContactRows().Where(c => c.Id == planned.Petra.Id).Select(c => c.AccountId).SingleAsync()));
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        Assert.Contains("Lines of plans of meetings that name them", await admin.Browser.TextAsync($"/contacts/{planned.Petra.Id}/data"));
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await planned.Ana.TextAsync($"{planned.Url}/meetings");
        Assert.Contains("Somebody who was erased", page);
        foreach (var gone in (string[])["Petra Brandt", "Wants her nights back"]) Assert.DoesNotContain(gone, page);
        var line = await planned.Sales.Ana.InDb(db => db.MeetingLines.AsNoTracking().SingleAsync());
        Assert.Null(line.ContactId);
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.SubjectKey>().AnyAsync(k => k.Id == line.Id)));
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.Event>().AnyAsync(e => e.Data.Contains("nights back"))));
    }
}
