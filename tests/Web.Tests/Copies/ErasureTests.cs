using System.Net;
using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Copies;

public sealed class ErasureTests
{
    private const string Name = "Petronella Vandersteen", Mail = "petronella@vandersteen.example";

    [Theory, OnBoth]
    public async Task An_erased_person_is_gone_from_every_row_and_file_at_once_and_other_records_stand(Engine engine)
    {
        var (place, host, admin, contact) = await MetAsync(engine);
        Assert.True(await HoldsAsync(place, Name) && await HoldsAsync(place, Mail));
        var page = WebUtility.HtmlDecode(await admin.Browser.PageAsync($"/contacts/{contact}/erasure"));
        Assert.Contains("This cannot be taken back, not even from a copy.", page);
        var account = (await admin.Browser.PostFormAsync($"/contacts/{contact}/erasures")).Headers.GetValues("HX-Redirect").Single();
        Assert.StartsWith("/accounts/", account, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Browser.GetAsync($"/contacts/{contact}")).StatusCode);
        var happened = WebUtility.HtmlDecode(await admin.Browser.PageAsync(account));
        Assert.Contains("A contact was erased for good", happened);
        Assert.Contains("With an erased contact", happened);
        Assert.Contains("Task with an erased contact", happened);
        Assert.DoesNotContain("Petronella", WebUtility.HtmlDecode(await admin.Browser.PageAsync("/find?q=petronella")).Replace("value=\"petronella\"", "", StringComparison.Ordinal));
        await host.App.DisposeAsync();
        foreach (var trace in new[] { Name, Mail, "petronella", "tronella", "ndersteen", "Wants a boat", "Write to me about boats", "The keel of the boat" }) Assert.False(await HoldsAsync(place, trace), trace);
        Assert.Equal((0, 1), ((await place.RowsAsync())["consents"], (await place.RowsAsync())["suppressions"]));
        Assert.Equal((0, 1, 1), ((await place.RowsAsync())["contacts"], (await place.RowsAsync())["interactions"], (await place.RowsAsync())["tasks"]));
        Assert.DoesNotContain("Petronella", await File.ReadAllTextAsync(place.File("erased.list"), TestContext.Current.CancellationToken));
    }

    [Theory, OnBoth]
    public async Task A_restore_after_an_erasure_keeps_the_person_erased(Engine engine)
    {
        var (place, host, admin, contact) = await MetAsync(engine);
        var copy = await place.BackupAsync();
        Assert.True((await admin.Program.PostAsync($"/api/contacts/{contact}/erasures", Json("{}"))).IsSuccessStatusCode);
        await host.App.DisposeAsync();
        var said = await place.CoxAsync("restore", copy, "--replace");
        Assert.True(said.Code == 0, said.Aside);
        Assert.Contains("Erased since the copy was made, and erased again: 1.", said.Data);
        Assert.Equal((0, 1), ((await place.RowsAsync())["contacts"], (await place.RowsAsync())["erasures"]));
        Assert.Empty(Directory.EnumerateFiles(place.File("files"), "*", SearchOption.AllDirectories));
        foreach (var old in Directory.GetFiles(place.Folder, "*replaced*")) File.Delete(old);
        File.Delete(copy);
        Assert.False(await HoldsAsync(place, Name));
        // Programs hear of it again, too: what they read meanwhile may have been from before.
        var again = await place.ServeAsync();
        var told = await again.Tenant(admin.Tenant.Id).InDb(db => db.Rows<Platform.Events.Event>().AsNoTracking().Where(e => e.Kind.EndsWith(".changed")).ToListAsync());
        Assert.Equal(["interaction", "task"], told.Where(Platform.Events.EventData.TellsErased).Select(e => e.SubjectKind).Order());
        await again.App.DisposeAsync();
        // The next copy knows of it by itself, on a machine that never saw the list.
        var there = await Prompt.OnAsync(engine);
        Assert.Equal(0, (await there.CoxAsync("restore", await place.BackupAsync("later.zip"))).Code);
        Assert.True(File.Exists(there.File("erased.list")));
    }

    [Theory, OnBoth]
    public async Task What_was_known_of_an_erased_person_is_said_to_be_erased_in_the_past_too(Engine engine)
    {
        var (_, host, admin, contact) = await MetAsync(engine);
        var account = (await admin.Browser.PostFormAsync($"/contacts/{contact}/erasures")).Headers.GetValues("HX-Redirect").Single();
        foreach (var page in new[] { account, $"{account}/timeline", "/audit" }) Assert.DoesNotContain("Petronella", WebUtility.HtmlDecode(await admin.Browser.PageAsync(page)));
        var audit = WebUtility.HtmlDecode(await admin.Browser.PageAsync("/audit"));
        Assert.Contains("Why somebody was erased: they asked for it", audit);
        Assert.Contains("A contact was erased for good", audit);
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task A_lead_is_erased_as_a_contact_is(Engine engine)
    {
        var (place, host, admin, _) = await MetAsync(engine);
        var lead = Id(await admin.Program.PostAsync("/api/leads", Json("""{"name":"Quirin Adebayo","email":"quirin@adebayo.example","need":"Wants a ferry"}""")));
        await admin.Program.PostAsync("/api/tasks", Json($$"""{"title":"Ring Quirin Adebayo","aboutKind":"lead","aboutId":"{{lead}}"}"""));
        await admin.Program.PostAsync($"/api/leads/{lead}/consents", Json("""{"channel":"Mail","purpose":"OneToOne","ground":"Consent","evidence":"Quirin said yes"}"""));
        Assert.Contains("Quirin Adebayo", WebUtility.HtmlDecode(await admin.Browser.PageAsync($"/leads/{lead}/erasure")));
        Assert.True((await admin.Program.PostAsync($"/api/leads/{lead}/erasures", Json("""{"reason":"NoLongerNeeded"}"""))).IsSuccessStatusCode);
        await host.App.DisposeAsync();
        foreach (var trace in new[] { "Quirin", "quirin@", "Wants a ferry" }) Assert.False(await HoldsAsync(place, trace), trace);
    }

    [Theory, OnBoth]
    public async Task Only_an_administrator_erases(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var seller = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var contact = Id(await seller.Program.PostAsync("/api/contacts", Json($$"""{"name":"{{Name}}"}""")));
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.Program.PostAsync($"/api/contacts/{contact}/erasures", Json("{}"))).StatusCode);
        Assert.DoesNotContain("Erase for good", await seller.Browser.PageAsync($"/contacts/{contact}"));
        var admin = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        Assert.Contains("Erase for good", await admin.Browser.PageAsync($"/contacts/{contact}"));
        var stranger = await (await tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Noa Stern");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.PostAsync($"/api/contacts/{contact}/erasures", Json("{}"))).StatusCode);
    }

    /// <summary>A person who came in a file, was called and is to be called again.</summary>
    private static async Task<(Prompt, Host, TestViewer, string)> MetAsync(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var host = await place.ServeAsync();
        var tenant = await host.TenantAsync();
        var admin = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        var account = Id(await admin.Program.PostAsync("/api/accounts", Json("""{"name":"Nordwind Logistik"}""")));
        var file = Path.Combine(Directory.CreateDirectory(place.File("drop")).FullName, "contacts.csv");
        await File.WriteAllTextAsync(file, $"contact name,account name,email\n{Name},Nordwind Logistik,{Mail}\nSomeone Else,Nordwind Logistik,{Mail}\n");
        await tenant.ImportAsync(place.File("drop"), ImportOptions.Yes);
        Directory.Delete(place.File("drop"), recursive: true);
        var contact = (await tenant.InDb(db => db.Rows<Platform.Search.SearchDocument>().Where(d => d.Kind == "contact").Select(d => d.Id).ToListAsync())).Single().ToString();
        await admin.Program.PatchAsync($"/api/contacts/{contact}", Json($$"""{"phone":"+49 40 5550100"}"""));
        foreach (var (url, body) in new[]
        {
            ("/api/interactions", $$"""{"kind":"Call","subject":"Petronella on boats","text":"Wants a boat","contactId":"{{contact}}","accountId":"{{account}}"}"""),
            ("/api/tasks", $$"""{"title":"Call {{Name}} again","contactId":"{{contact}}","accountId":"{{account}}"}"""),
            ($"/api/contacts/{contact}/consents", """{"channel":"Mail","purpose":"OneToOne","ground":"Consent","evidence":"Write to me about boats"}"""),
            ($"/api/contacts/{contact}/consent-withdrawals", """{"channel":"Mail","purpose":"Newsletter"}"""),
        }) Assert.True((await admin.Program.PostAsync(url, Json(body))).IsSuccessStatusCode, url);
        var attached = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("The keel of the boat")), "Files", "keel.txt" }, { new StringContent(contact), "ContactId" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostAsync("/attachments", attached)).StatusCode);
        return (place, host, admin, contact);
    }

    /// <summary>Whether a text stands anywhere: in the bytes of the files or, on PostgreSQL, in any column of any row.</summary>
    private static async Task<bool> HoldsAsync(Prompt place, string text)
    {
        foreach (var file in Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)))
        {
            await using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await read.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0) return true;
        }
        if (place.Database.Engine is Engine.Sqlite) return false;
        await using var connection = new Npgsql.NpgsqlConnection(place.Database.ConnectionString);
        await connection.OpenAsync();
        foreach (var table in (await place.RowsAsync()).Keys)
        {
            await using var find = new Npgsql.NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM \"{table}\" r WHERE position(@text IN r::text) > 0)", connection) { Parameters = { new("text", text) } };
            if ((bool)(await find.ExecuteScalarAsync())!) return true;
        }
        return false;
    }

    private static string Id(HttpResponseMessage made) => System.Text.Json.JsonDocument.Parse(made.EnsureSuccessStatusCode().Content.ReadAsStream()).RootElement.GetProperty("id").GetString()!;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
