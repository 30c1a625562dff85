using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>What we give in a meeting: why it matters to them, and what proves it.</summary>
public sealed class GivenTests
{
    [Theory, OnBoth]
    public async Task What_we_give_asks_so_what_and_for_a_proof_until_both_are_said(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(3));
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", "Gives"), ("Text", "A day at a plant"));
        var bare = await planned.Ana.TextAsync(url);
        foreach (var asked in (string[])["so what?", "what proves it?", "Something we give has nothing that shows it.", "Say why, and what proves it"]) Assert.Contains(asked, bare);
        var line = await LineAsync(planned);
        var said = await planned.Ana.PostFormAsync($"/meeting-lines/{line.Id}/backings", ("SoWhat", "Their planner sees it before he signs"), ("Proof", ""));
        Assert.EndsWith("#meeting-gives", said.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var half = await planned.Ana.TextAsync(url);
        Assert.Contains("Their planner sees it before he signs", half);
        Assert.Contains("what proves it?", half);
        Assert.DoesNotContain("so what?", half);
        await planned.Ana.PostFormAsync($"/meeting-lines/{line.Id}/backings", ("SoWhat", line.SoWhat ?? "Their planner sees it before he signs"), ("Proof", "Two hours less at three yards"));
        var whole = await planned.Ana.TextAsync(url);
        Assert.Contains("Their planner sees it before he signs · proof: Two hours less at three yards", whole);
        foreach (var gone in (string[])["what proves it?", "Something we give has nothing that shows it."]) Assert.DoesNotContain(gone, whole);
    }

    [Theory, OnBoth]
    public async Task A_proof_is_chosen_from_the_library_where_it_may_be_shown_and_says_so_once_it_may_not(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(3));
        var (open, asked, over) = (Proven("Trucks wait less", ProofPermission.Yes), Proven("Nights are quiet", ProofPermission.Asked), Proven("Slots hold", ProofPermission.Yes, planned.Today.AddDays(-1)));
        await planned.Sales.Ana.Tenant.SaveAsync(open, asked, over);
        var (url, lines) = ($"{planned.Url}/meetings", $"/meeting-plans/{plan.Id}/lines");
        var form = await planned.Ana.TextAsync(url);
        Assert.Contains("Trucks wait less: Hours at the gate", form);
        foreach (var hidden in (string[])["Nights are quiet", "Slots hold"]) Assert.DoesNotContain(hidden, form);
        foreach (var no in (Proof[])[asked, over]) await Planned.RefusedAsync(await planned.Ana.PostFormAsync(lines, ("Form", "gives"), ("Kind", "Gives"), ("Text", "A day at a plant"), ("ProofId", $"{no.Id}")), "There is no permission to show this today: ask the customer first.");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(lines, ("Form", "gives"), ("Kind", "Gives"), ("Text", "A day at a plant"), ("ProofId", $"{open.Id}"), ("Proof", "Our word")), "Either one of the library, or in your own words.");
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.MeetingLines.ToListAsync()));
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{lines}", new { kind = "Gives", text = "A day at a plant", soWhat = "They see it", proofId = open.Id });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var given = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lines")[0];
        Assert.Equal(("They see it", "Trucks wait less: Hours at the gate", open.Id, true), (given.GetProperty("soWhat").GetString(), given.GetProperty("proof").GetString(), given.GetProperty("proofId").GetGuid(), given.GetProperty("isProofUsable").GetBoolean()));
        Assert.DoesNotContain("may not be shown", await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"/proofs/{open.Id}", ("Permission", "No"));
        Assert.Contains("may not be shown", await planned.Ana.TextAsync(url));
        // What was chosen stays chosen, until somebody says it in own words.
        var line = await LineAsync(planned);
        Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync($"/meeting-lines/{line.Id}/backings", ("SoWhat", "They see it themselves"), ("ProofId", $"{open.Id}"), ("Proof", ""))).StatusCode);
        Assert.Equal((open.Id, "Trucks wait less: Hours at the gate", "They see it themselves"), await LineAsync(planned) is var kept ? (kept.ProofId, kept.Proof, kept.SoWhat) : default);
        Assert.Equal(HttpStatusCode.OK, (await planned.Sales.Ana.Program.PatchAsJsonAsync($"/api/meeting-lines/{line.Id}", new { proof = "Ask them" })).StatusCode);
        Assert.Equal((null, "Ask them"), await LineAsync(planned) is var own ? (own.ProofId, own.Proof) : default);
        Assert.DoesNotContain("may not be shown", await planned.Ana.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task Only_what_we_give_is_proven_and_who_is_erased_is_named_in_no_reason_nor_in_its_history(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(3));
        var lines = $"/meeting-plans/{plan.Id}/lines";
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(lines, ("Form", "asks"), ("Kind", "New"), ("Text", "Since when?"), ("SoWhat", "They care")), "Only what we give is proven.");
        await planned.Ana.PostFormAsync(lines, ("Kind", "Gives"), ("Text", "A day at a plant"), ("SoWhat", "Petra Brandt has not seen one"), ("Proof", "Petra Brandt's neighbour"));
        var line = await LineAsync(planned);
        await planned.Ana.PostFormAsync($"/meeting-lines/{line.Id}/backings", ("SoWhat", "They have not seen one"), ("Proof", "Petra Brandt's neighbour"));
        var asked = await planned.Sales.Ana.Program.PatchAsJsonAsync($"/api/meeting-lines/{line.Id}", new { answer = "Yes" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await planned.Ana.TextAsync($"{planned.Url}/meetings");
        Assert.Contains("They have not seen one", page);
        Assert.DoesNotContain("Petra Brandt", page);
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.SubjectKey>().AnyAsync(k => k.Id == line.Id)));
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.Event>().AnyAsync(e => e.Data.Contains("Petra Brandt"))));
    }

    [Theory, OnBoth]
    public async Task The_page_of_a_meeting_is_read_in_few_statements(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await AnswerTests.PlanAsync(planned, planned.Today.AddDays(3));
        for (var i = 0; i < 4; i++) await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", "Gives"), ("Text", $"Plant {i}"));
        var read = await planned.Sales.Ana.StatementsAsync($"{planned.Url}/meetings");
        Assert.True(read.Count <= 12, $"{read.Count}");
        var told = await planned.Sales.Ana.StatementsAsync($"{planned.Url}/debriefs?plan={plan.Id}");
        Assert.True(told.Count <= 12, $"{told.Count}");
    }

    private static Proof Proven(string claim, ProofPermission permission, DateOnly? until = null) => new() { Claim = claim, Customer = "Kaimer", Measure = "Hours at the gate", Currency = "EUR", Permission = permission, PermittedUntil = until };

    private static Task<MeetingLine> LineAsync(Planned planned) => planned.Sales.Ana.InDb(db => db.MeetingLines.AsNoTracking().SingleAsync());
}
