using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Import;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Lists;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Web.Tests.Import.ZipParts;
namespace Coxswain.Web.Tests.Import;

/// <summary>A company takes everything along in one file, and another takes it in as it was.</summary>
public sealed class WholeExportTests
{
    private const int Size = 30;

    [Theory, OnBoth]
    public async Task A_company_with_something_of_everything_is_the_same_in_an_empty_place_row_by_row(Engine engine)
    {
        var (place, floor) = await CompanyAsync(engine);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var other = await Prompt.OnAsync(engine);
        var plan = await other.DoAsync("import", place.File("all.zip"), "--json");
        Assert.Empty(plan.Json.GetProperty("questions").EnumerateArray());
        Assert.Empty(plan.Json.GetProperty("makes").EnumerateArray());
        Assert.Empty(plan.Json.GetProperty("corrections").EnumerateArray());
        var took = await other.CoxAsync("import", place.File("all.zip"), "--yes", "--json");
        Assert.True(took.Code == 0, took.Aside);
        Assert.Empty(took.Json.GetProperty("remarks").EnumerateArray());
        Assert.Equal(0, took.Json.GetProperty("refused").GetInt32());
        await other.DoAsync("export", "--to", other.File("again.zip"));

        var (before, after) = (Read(place.File("all.zip")), Read(other.File("again.zip")));
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        foreach (var (name, rows) in before) Assert.True(rows.SequenceEqual(after[name]), $"{name}: {rows.Except(after[name]).FirstOrDefault()} became {after[name].Except(rows).FirstOrDefault()}");
        Assert.Empty(floor.Manager.Tenant.Host.Services.GetServices<IExported>().Select(e => e.File).Except(before.Keys));
        var page = await (await (await other.ServeAsync()).Tenant(1).PersonAsync(Role.Admin, "Zoe Brandt")).PlainBrowser.GetStringAsync($"/accounts/{floor.Account}");
        Assert.Contains("Quay 0", page);
    }

    [Theory, OnBoth]
    public async Task The_same_export_again_changes_nothing_and_a_changed_row_of_it_changes_that_record(Engine engine)
    {
        var (place, floor) = await CompanyAsync(engine);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var again = (await place.DoAsync("import", place.File("all.zip"), "--yes", "--json")).Json;
        Assert.Equal((0, 0, 0), (again.GetProperty("created").GetInt32(), again.GetProperty("changed").GetInt32(), again.GetProperty("refused").GetInt32()));
        var accounts = Part(place.File("all.zip"), "accounts.csv").Replace("Quay 0,", "Quay nought,", StringComparison.Ordinal);
        var changed = (await place.DoAsync("import", Generated.File("edited.csv", accounts), "--yes", "--json")).Json;
        Assert.Equal((0, 1), (changed.GetProperty("created").GetInt32(), changed.GetProperty("changed").GetInt32()));
        Assert.Contains("Quay nought", await floor.Admin.PlainBrowser.GetStringAsync($"/accounts/{floor.Account}"));
    }

    [Theory, OnBoth]
    public async Task What_is_private_secret_or_removed_stays_and_nothing_names_it(Engine engine)
    {
        var (place, floor) = await CompanyAsync(engine);
        var host = floor.Manager.Tenant.Host;
        await floor.Manager.Tenant.SaveAsync(new SavedView { Kind = "account", Name = "Only mine", OwnerId = floor.Manager.Id, Audience = Audience.Private, Path = "/accounts", Query = "?q=mine", Position = 1 }, new SavedView { Kind = "account", Name = "Everybody's", OwnerId = floor.Manager.Id, Audience = Audience.All, Path = "/accounts", Query = "?q=all", Position = 2 },
            new Interaction { Kind = InteractionKind.Mail, OwnerId = floor.Manager.Id, Subject = "Unseen", OccurredAt = host.Clock.GetUtcNow().UtcDateTime, AccountId = floor.Account, IsHidden = true });
        await floor.Manager.Tenant.InDb(async db =>
        {
            var account = await db.Rows<Account>().SingleAsync(a => a.Name == "Quay 7");
            account.RemovedAt = host.Clock.GetUtcNow().UtcDateTime;
            // Of nothing else than what was removed.
            db.Add(new Interaction { Kind = InteractionKind.Note, OwnerId = floor.Manager.Id, Subject = "Said to the removed", OccurredAt = account.RemovedAt.Value, AccountId = account.Id });
            return await db.SaveChangesAsync();
        });
        await place.DoAsync("export", "--to", place.File("all.zip"));
        using var zip = ZipFile.OpenRead(place.File("all.zip"));
        var all = string.Concat(zip.Entries.Where(e => e.Name.EndsWith("csv", StringComparison.Ordinal) || e.Name.Contains("json", StringComparison.Ordinal)).Select(Text));
        Assert.Contains("Everybody's", all);
        foreach (var hidden in (string[])["Only mine", "Unseen", "Rowing", "Said to the removed"]) Assert.DoesNotContain(hidden, all);
        var gone = await floor.Manager.Tenant.InDb(db => db.RowsWithRemoved<Account>().Where(a => a.RemovedAt != null && a.MergedIntoId == null).Select(a => a.Id).SingleAsync());
        Assert.DoesNotContain($"{gone}", all);
    }

    [Theory, OnBoth]
    public async Task An_administrator_has_one_made_takes_it_and_leaves_a_trace_and_nobody_else_can(Engine engine)
    {
        var (_, floor) = await CompanyAsync(engine);
        var admin = floor.Admin;
        Assert.Contains("Export everything", await admin.PlainBrowser.GetStringAsync("/settings/exports"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await floor.Manager.PlainBrowser.GetAsync("/settings/exports")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await floor.Manager.PlainBrowser.PostFormAsync("/settings/exports")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync("/settings/exports")).StatusCode);
        Assert.Contains("Under way", await admin.Browser.GetStringAsync("/settings/exports/now"));
        await admin.Tenant.DoDueAsync();
        var line = JsonDocument.Parse(await admin.Program.GetStringAsync("/api/exports")).RootElement.GetProperty("lines")[0];
        var url = $"/settings/exports/{line.GetProperty("id").GetGuid()}/file";
        Assert.Contains(url, await admin.PlainBrowser.GetStringAsync("/settings/exports"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await floor.Manager.PlainBrowser.GetAsync(url)).StatusCode);
        using var zip = new ZipArchive(await admin.PlainBrowser.GetStreamAsync(url));
        Assert.Equal(FullCompany.Offer, Bytes(zip.Entries.Single(e => e.FullName.StartsWith("files/", StringComparison.Ordinal))));
        Assert.Equal(line.GetProperty("rows").GetInt64(), JsonDocument.Parse(Text(zip.GetEntry("coxswain-export.json")!)).RootElement.GetProperty("tables").EnumerateArray().Sum(t => t.GetProperty("rows").GetInt64()));
        Assert.Equal(admin.Id, await admin.Tenant.InDb(db => db.Rows<Event>().Where(e => e.SubjectKind == "export").Select(e => e.ActorId).SingleAsync()));
        await admin.Tenant.InDb((db, services) => services.GetRequiredService<Platform.Erasing.Eraser>().EraseAsync(db, "contact", floor.Contact, default));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await admin.PlainBrowser.GetAsync(url)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task It_is_dropped_on_the_page_of_imports_tried_taken_in_and_taken_back(Engine engine)
    {
        var (place, floor) = await CompanyAsync(engine);
        await FullCompany.LedAsync(floor);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var host = floor.Manager.Tenant.Host;
        var tenant = await OtherAsync(host);
        var (admin, manager) = (await tenant.PersonAsync(Role.Admin, "Zoe Brandt"), await tenant.PersonAsync(Role.Manager, "Max Stern"));
        var page = await admin.DropAsync("all.zip", await File.ReadAllBytesAsync(place.File("all.zip")));
        var shown = await admin.PlainBrowser.PageAsync(page);
        Assert.Contains("Recognised as an export of Coxswain", shown);
        Assert.DoesNotContain("What is not clear", shown);
        await admin.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "try"));
        await tenant.DoDueAsync();
        Assert.Contains("would be new", await admin.PlainBrowser.PageAsync(page));
        await admin.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "start"));
        await tenant.DoDueAsync();
        Assert.Contains(" 0 refused", await admin.PlainBrowser.PageAsync(page));
        Assert.Contains("Quay 29", await admin.PlainBrowser.GetStringAsync("/accounts?q=quay+29"));
        Assert.Equal(FullCompany.Offer, await admin.PlainBrowser.GetByteArrayAsync(await FileAsync(admin)));
        await admin.PlainBrowser.PostFormAsync($"{page}/undos");
        await tenant.DoDueAsync();
        Assert.Equal(ImportState.Undone, await tenant.InDb(db => db.Rows<ImportRun>().Select(r => r.State).SingleAsync()));
        // A team keeps its figures and is closed; without stages nobody could go on.
        var (teams, stages) = await FullCompany.OpenAsync(tenant);
        Assert.Equal(0, teams);
        Assert.NotEqual(0, stages);
        Assert.DoesNotContain("Quay 29", await admin.PlainBrowser.GetStringAsync("/accounts?q=quay+29"));
        var refused = await manager.PlainBrowser.PageAsync(await manager.DropAsync("all.zip", await File.ReadAllBytesAsync(place.File("all.zip"))));
        Assert.DoesNotContain("Recognised as an export of Coxswain", refused);
    }

    [Theory, OnBoth]
    public async Task It_is_of_one_moment_whatever_is_saved_while_it_is_made(Engine engine)
    {
        var (place, floor) = await CompanyAsync(engine);
        var tenant = floor.Manager.Tenant;
        var saved = false;
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WholeExport>().ToAsync(Viewer.System(tenant.Id), place.File("all.zip"), progress =>
        {
            if (saved || progress.File is not "people") return;
            saved = true;
            Task.Run(() => tenant.SaveAsync(new Account { Name = "Come lately", OwnerId = floor.Manager.Id })).GetAwaiter().GetResult();
        }, default);
        Assert.True(saved);
        Assert.DoesNotContain("Come lately", Part(place.File("all.zip"), "accounts.csv"));
        Assert.Equal(1, await tenant.InDb(db => db.Rows<Account>().CountAsync(a => a.Name == "Come lately")));
    }

    [Theory]
    [InlineData("=1+1"), InlineData("'=1+1"), InlineData("''=1"), InlineData("-5"), InlineData("'-5"), InlineData("-"), InlineData(" padded "), InlineData("n/a"), InlineData("two\r\nlines, \"quoted\";"), InlineData("'tis")]
    public void A_text_comes_back_as_it_was_and_no_spreadsheet_runs_it(string text)
    {
        var cell = OwnCell.Text(text)!;
        Assert.Equal(text, OwnCell.Value(cell, typeof(string)));
        Assert.False(cell[0] is '=' or '+' or '@' || cell[0] == '-' && !cell[1..].All(char.IsAsciiDigit));
    }

    /// <summary>Another organisation, with nothing in it but what each starts with.</summary>
    internal static async Task<TestTenant> OtherAsync(Host host) => host.Tenant(await People.Founding.FoundAsync(host.Services, new Platform.Tenants.Tenant { Name = "Other", MadeAt = host.Clock.GetUtcNow().UtcDateTime }, default));

    /// <summary>Drops a file, takes it in, and answers the page of that import.</summary>
    internal static async Task<string> TakeInAsync(TestViewer who, string path)
    {
        var page = await who.DropAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path));
        await who.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "start"));
        await who.Tenant.DoDueAsync();
        return page;
    }

    internal static async Task<(Prompt Place, Floor Floor)> CompanyAsync(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        return (place, await FullCompany.OfAsync(await place.ServeAsync(), Size));
    }

    private static async Task<string> FileAsync(TestViewer who) => $"/attachments/{await who.Tenant.InDb(db => db.Rows<Attachment>().Select(a => a.Id).FirstAsync())}";

    /// <summary>The lines of each JSON file, which has all that is kept of a record.</summary>
    private static Dictionary<string, List<string>> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var read = zip.Entries.Where(e => e.FullName.StartsWith("json/", StringComparison.Ordinal)).ToDictionary(e => Path.GetFileNameWithoutExtension(e.Name), e => Text(e).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList());
        foreach (var table in zip.Entries.Where(e => e.FullName.EndsWith(".csv", StringComparison.Ordinal))) Assert.Equal(read[Path.GetFileNameWithoutExtension(table.Name)].Count, Rows(table));
        return read;
    }

    private static int Rows(ZipArchiveEntry table)
    {
        var text = new MemoryStream(Bytes(table));
        return Platform.Tabular.TableFile.Open(() => new MemoryStream(text.ToArray()), table.Name).Table!.Rows().Count();
    }
}
