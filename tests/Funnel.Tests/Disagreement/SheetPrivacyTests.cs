using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Disagreement;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Files;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Disagreement;

/// <summary>A worksheet is read by whoever wrote it and the one they let, and by nobody else, whichever way they come.</summary>
public sealed class SheetPrivacyTests
{
    private static readonly string[] Told = [Odds.Issue, Odds.Gesture, Odds.Answer, "Jetties", "Regatta", "Dreimaster"];

    private static void Silent(string text) => Assert.All(Told, secret => Assert.DoesNotContain(secret, text));

    private static async Task<Odds> FullAsync(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.MadeAsync("coffee", "Toward");
        return at;
    }

    [Theory, OnBoth]
    public async Task No_other_role_finds_it_on_any_page_or_at_any_address_of_the_api_or_changes_it(Engine engine)
    {
        var at = await FullAsync(engine);
        foreach (var role in Enum.GetValues<Role>())
        {
            var who = await at.Ana.Tenant.PersonAsync(role, $"Some {role}");
            foreach (var url in (string[])[at.Url, $"/api{at.Url}"]) Assert.Equal(HttpStatusCode.NotFound, (await who.PlainBrowser.GetAsync(url)).StatusCode);
            foreach (var page in (string[])["/disagreements", "/today"]) Silent(await who.PlainBrowser.TextAsync(page));
            // Looked for, its words are said back and nothing else.
            Assert.DoesNotContain("zuerst an die", await who.PlainBrowser.TextAsync("/search?q=Jetties"));
            Silent(await who.Program.PageAsync("/api/disagreements"));
            if (role is Role.Admin) foreach (var page in (string[])["/audit", "/disagreements/turf", "/settings/privacy", "/jobs"]) Silent(await who.PlainBrowser.TextAsync(page));
            var made = (await at.ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString();
            foreach (var act in (string[])["", "gestures", $"gestures/{made}/responses", $"gestures/{made}/removals", "rungs", "mediator", "mediator/removals", "closings", "reopenings", "removals", "restorations"])
                Assert.Equal(HttpStatusCode.NotFound, (await who.Browser.PostFormAsync(act.Length == 0 ? at.Url : $"{at.Url}/{act}", ("Issue", "Mine"), ("Name", "Me"), ("Rung", "coffee"), ("Mediator", $"{who.Id}"), ("Response", "Against"))).StatusCode);
            Assert.False((await who.Program.PostAsJsonAsync($"/api/shares/worksheet/{at.Sheet}", new { personId = who.Id, level = "Read" })).IsSuccessStatusCode);
        }
        foreach (var own in (string[])[at.Url, "/disagreements"]) Assert.Contains(Odds.Issue, await at.Ana.PlainBrowser.TextAsync(own));
        foreach (var own in (string[])[at.Url, "/disagreements"]) Assert.Contains(Odds.Issue, await at.Ana.Program.PageAsync($"/api{own}"));
    }

    [Theory, OnBoth]
    public async Task The_one_its_author_lets_reads_it_changes_nothing_and_reads_it_no_longer_once_that_is_taken_back(Engine engine)
    {
        var at = await FullAsync(engine);
        var vera = await at.Ana.Tenant.PersonAsync(Role.Manager, "Vera Lund");
        Assert.Contains("It is about them: somebody else mediates.", await at.RefusedAsync("mediator", ("Mediator", $"{at.Sia.Id}")));
        Assert.Contains("Choose someone who is here.", await at.RefusedAsync("mediator", ("Mediator", $"{at.Ana.Id}")));
        await at.PostAsync("mediator", ("Mediator", $"{vera.Id}"));
        var page = await vera.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["Ana Okafor lets you read this", Odds.Issue, Odds.Gesture, Odds.Answer]) Assert.Contains(said, page);
        Assert.Contains("Ana Okafor with Sia Malik", await vera.PlainBrowser.TextAsync("/disagreements"));
        Assert.Contains("They read this: take that back first.", await at.RefusedAsync("", ("Issue", "Prices"), ("PersonId", $"{vera.Id}")));
        foreach (var act in (string[])["", "gestures", "rungs", "mediator", "mediator/removals", "closings", "reopenings", "removals"])
            Assert.Equal(HttpStatusCode.Forbidden, (await vera.Browser.PostFormAsync(act.Length == 0 ? at.Url : $"{at.Url}/{act}", ("Issue", "Mine"), ("Name", "Me"), ("Rung", "coffee"), ("Mediator", $"{vera.Id}"))).StatusCode);
        await at.PostAsync("mediator/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await vera.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Silent(await vera.PlainBrowser.TextAsync("/disagreements"));
    }

    [Theory, OnBoth]
    public async Task No_row_holds_its_words_no_history_is_kept_of_it_and_a_copy_opens_nothing_without_the_key_beside_the_files(Engine engine)
    {
        var at = await FullAsync(engine);
        await at.PostAsync("mediator", ("Mediator", $"{(await at.Ana.Tenant.PersonAsync(Role.Manager, "Vera Lund")).Id}"));
        foreach (var table in await at.Ana.InDb(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => t.FindProperty("TenantId") is not null).Select(t => t.GetTableName()!).Distinct().ToList())))
        {
            var rows = await at.Ana.InDb(db => TableAsync(db, table));
            Silent(rows);
            if (table is not ("worksheets" or "taken_acts")) Assert.DoesNotContain($"{at.Sheet}", rows, StringComparison.OrdinalIgnoreCase);
        }
        var (row, tenant) = (await at.Ana.InDb(db => db.Worksheets.AsNoTracking().SingleAsync()), at.Ana.Tenant.Id);
        var elsewhere = new PrivateKeeper(new DataFolder(Path.Combine(Directory.CreateTempSubdirectory("coxswain-key-").FullName, "files")));
        Assert.Null(row.Open(tenant, elsewhere));
        var keeper = at.Ana.Tenant.Host.Services.GetRequiredService<PrivateKeeper>();
        Assert.Equal(Odds.Issue, row.Open(tenant, keeper)!.Issue);
        // Nor does it open for somebody who wrote themselves into the row as its author.
        Assert.Null(new Worksheet { Id = row.Id, AuthorId = at.Sia.Id, Closed = row.Closed }.Open(tenant, keeper));
    }

    [Theory, OnBoth]
    public async Task No_export_takes_it_along_and_an_answer_that_is_kept_for_once_holds_nothing_of_it(Engine engine)
    {
        var at = await FullAsync(engine);
        Assert.DoesNotContain(at.Ana.Tenant.Host.Services.GetServices<IExported>(), e => e.Type == typeof(Worksheet));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/disagreements") { Content = JsonContent.Create(new { issue = Odds.Issue, name = "Reto" }), Headers = { { "Idempotency-Key", "once" } } };
        var answer = await at.Ana.Program.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Silent(await answer.Content.ReadAsStringAsync());
        Assert.Contains(Odds.Issue, await at.Ana.Program.PageAsync($"/api{at.Url}"));
        var whole = await Taken.WholeAsync(await at.Ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"));
        Silent(whole);
        Assert.DoesNotContain($"{at.Sheet}", whole, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ana Okafor", whole);
    }

    [Theory, OnBoth]
    public async Task With_its_author_it_goes_and_a_mediator_who_leaves_reads_it_no_longer(Engine engine)
    {
        var at = await FullAsync(engine);
        var (vera, admin) = (await at.Ana.Tenant.PersonAsync(Role.Manager, "Vera Lund"), await at.Ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"));
        await at.PostAsync("mediator", ("Mediator", $"{vera.Id}"));
        await admin.PlainBrowser.PostFormAsync($"/people/{vera.Id}/departures", ("HeirId", $"{admin.Id}"));
        Assert.Null((await at.Ana.InDb(db => db.Worksheets.AsNoTracking().SingleAsync())).MediatorId);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PlainBrowser.GetAsync(at.Url)).StatusCode);
        await admin.PlainBrowser.PostFormAsync($"/people/{at.Ana.Id}/departures", ("HeirId", $"{admin.Id}"));
        Assert.Equal(0, await at.Ana.Tenant.InDb(db => db.RowsWithRemoved<Worksheet>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_in_it_no_more(Engine engine)
    {
        var at = await Odds.OnAsync(engine, ("TheirNeed", "That Petra Brandt calls them first"));
        await at.MadeAsync("coffee", null);
        var contact = new Contact { Name = "Petra Brandt", OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(contact);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{contact.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.DoesNotContain("Petra Brandt", page);
        Assert.Contains(Odds.Issue, page);
        Assert.Contains(Odds.Gesture, page);
    }

    [Theory, OnBoth]
    public async Task Whose_key_is_gone_says_so_and_can_only_be_taken_away(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.Ana.InDb(async db =>
        {
            (await db.Worksheets.SingleAsync()).Closed = Convert.ToBase64String(new byte[64]);
            return await db.SaveChangesAsync();
        });
        Assert.Contains("the key it was closed with is not on this machine", await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.Contains("the key it was closed with is not on this machine", await at.Ana.PlainBrowser.TextAsync("/disagreements"));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.PostAsync("gestures", ("Rung", "coffee"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("removals")).StatusCode);
    }

    private static async Task<string> TableAsync(AppDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE tenant_id = {db.Viewer.TenantId}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.AddRange(Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] { Length: 16 } id ? $"{new Guid(id, bigEndian: true)}" : $"{reader.GetValue(i)}"));
        return string.Join('\n', rows);
    }
}
