using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Service;

public sealed class BehaviourTests
{
    [Theory, OnBoth]
    public async Task A_coach_writes_down_what_was_seen_and_whom_it_is_about_reads_it_as_they_do(Engine engine)
    {
        var (ana, mia, ida) = await CaseTests.ThreeAsync(engine);
        var boss = await ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler");
        var noted = await boss.PlainBrowser.PostFormAsync("/service-observations", ("PersonId", $"{mia.Id}"), ("On", "2026-07-20"), ("NextStep", "Yes"), ("Widened", "No"), ("Listened", "NoOccasion"), ("Knowledge", "4"), ("Note", "Asked who else uses it"));
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        var page = await mia.Browser.TextAsync("/service/behaviours");
        Assert.All(["Asked who else uses it", "1 of 2 behaviours", "product known 4 of 5"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Asked who else uses it", await ida.Browser.TextAsync("/service/behaviours"), StringComparison.Ordinal);
        Assert.DoesNotContain("Asked who else uses it", await ana.Browser.TextAsync("/service/behaviours"), StringComparison.Ordinal);
        var wrong = await boss.PlainBrowser.PostFormAsync("/service-observations", ("PersonId", $"{mia.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Say at least one thing that you saw.", await wrong.TextAsync(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nobody_watches_themselves_or_a_colleague_and_a_trainer_watches_support_only(Engine engine)
    {
        var (ana, mia, ida) = await CaseTests.ThreeAsync(engine);
        var trainer = await ana.Tenant.PersonAsync(Role.Trainer, "Tom Berg");
        foreach (var (who, whom, said) in ((TestViewer, TestViewer, HttpStatusCode)[])[(mia, mia, HttpStatusCode.Forbidden), (mia, ida, HttpStatusCode.Forbidden), (ana, mia, HttpStatusCode.Forbidden), (trainer, ana, HttpStatusCode.Forbidden), (trainer, mia, HttpStatusCode.Created)])
            Assert.Equal(said, (await who.Program.PostAsJsonAsync("/api/service-observations", new { personId = whom.Id, nextStep = "Yes" })).StatusCode);
        var mine = await trainer.Program.GetFromJsonAsync<JsonElement>("/api/service/behaviours");
        Assert.Equal((0, 1), (mine.GetProperty("people").GetArrayLength(), mine.GetProperty("latest").GetArrayLength()));
        var id = mine.GetProperty("latest")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await mia.Program.DeleteAsync($"/api/service-observations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await trainer.Program.DeleteAsync($"/api/service-observations/{id}")).StatusCode);
        Assert.Equal(0, (await mia.Program.GetFromJsonAsync<JsonElement>("/api/service/behaviours")).GetProperty("latest").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task A_share_is_shown_from_five_occasions_on(Engine engine)
    {
        var (ana, mia, _) = await CaseTests.ThreeAsync(engine);
        var boss = await ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler");
        for (var i = 0; i < 5; i++) await boss.Program.PostAsJsonAsync("/api/service-observations", new { personId = mia.Id, nextStep = i < 4 ? "Yes" : "No", widened = i < 4 ? "No" : "NoOccasion" });
        var row = (await mia.Program.GetFromJsonAsync<JsonElement>("/api/service/behaviours")).GetProperty("people")[0];
        Assert.Equal((0.8, 5), (row.GetProperty("nextStep").GetProperty("value").GetDouble(), row.GetProperty("nextStep").GetProperty("n").GetInt32()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("widened").ValueKind);
    }
}
