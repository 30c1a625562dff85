using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Import;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Web.Tests.Import.ZipParts;
namespace Coxswain.Web.Tests.Import;

/// <summary>An export of everything in an organisation where some of it is already, or where it does not belong.</summary>
public sealed class ExportElsewhereTests
{
    [Theory, OnBoth]
    public async Task Whoever_sets_the_new_organisation_up_is_the_one_with_their_address_and_keeps_their_role(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        var host = floor.Manager.Tenant.Host;
        await floor.Manager.Tenant.AddressAsync(floor.Manager, "priya@quay.example");
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var tenant = await WholeExportTests.OtherAsync(host);
        var priya = await tenant.PersonAsync(Role.Admin, "Priya R.");
        await tenant.AddressAsync(priya, "Priya@quay.example");
        var page = await WholeExportTests.TakeInAsync(priya, place.File("all.zip"));
        Assert.Contains(" 0 refused", await priya.PlainBrowser.PageAsync(page));
        Assert.Equal(0, await tenant.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == floor.Manager.Id)));
        Assert.Equal(await floor.Manager.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == floor.Manager.Id)), await tenant.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == priya.Id)));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await priya.PlainBrowser.GetAsync("/settings/exports")).StatusCode);
        Assert.Contains("Priya Raman", await priya.PlainBrowser.GetStringAsync("/people"));
    }

    [Theory, OnBoth]
    public async Task A_run_that_was_cut_off_still_knows_who_is_who_when_it_goes_on(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        var host = floor.Manager.Tenant.Host;
        await floor.Manager.Tenant.AddressAsync(floor.Manager, "priya@quay.example");
        var led = await FullCompany.LedAsync(floor);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var tenant = await WholeExportTests.OtherAsync(host);
        var priya = await tenant.PersonAsync(Role.Admin, "Priya R.");
        await tenant.AddressAsync(priya, "Priya@quay.example");
        // The very same file as one of the export is here already.
        var own = (await (await priya.Program.PostAsJsonAsync("/api/accounts", new { name = "Ours" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await AttachAsync(priya, "AccountId", own, FullCompany.Offer);
        var page = await priya.DropAsync("all.zip", await File.ReadAllBytesAsync(place.File("all.zip")));
        var run = Guid.Parse(page.Split('/')[^1]);
        var cut = await Assert.ThrowsAsync<IOException>(() => RunAsync(progress => { if (progress.File.Contains("contents", StringComparison.Ordinal)) throw new IOException("cut off"); }));
        Assert.Equal("cut off", cut.Message);
        Assert.NotEqual(0, await tenant.InDb(db => db.Rows<Account>().CountAsync()));
        var result = await RunAsync(_ => { });
        Assert.Equal(0, result.Refused);
        Assert.Equal(0, await tenant.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == floor.Manager.Id)));
        Assert.Equal(await floor.Manager.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == floor.Manager.Id)), await tenant.InDb(db => db.Rows<Todo>().CountAsync(t => t.OwnerId == priya.Id)));
        Assert.Equal(priya.Id, await tenant.InDb(db => db.TeamRows().Where(t => t.Id == led).Select(t => t.ManagerId!.Value).SingleAsync()));
        Assert.Equal(1, await tenant.InDb(db => db.Rows<AttachedContent>().CountAsync()));
        Assert.Equal(1 + await floor.Manager.InDb(db => db.Rows<Attachment>().CountAsync()), await tenant.InDb(db => db.Rows<Attachment>().CountAsync()));
        // Taken back, the team is closed like any other: that its manager was found is no edit of somebody's.
        await priya.PlainBrowser.PostFormAsync($"{page}/undos");
        await tenant.DoDueAsync();
        Assert.Equal(0, (await FullCompany.OpenAsync(tenant)).Teams);

        Task<ImportResult> RunAsync(Action<ImportProgress> told) => tenant.WithRunner(r => r.ResumeAsync(run, new Telling(told), default));
    }

    [Theory, OnBoth]
    public async Task Taken_back_from_an_organisation_at_work_its_own_stages_are_left_and_no_others(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        var host = floor.Manager.Tenant.Host;
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var tenant = await WholeExportTests.OtherAsync(host);
        var zoe = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        await FullCompany.DealAsync(zoe);
        var before = (await FullCompany.OpenAsync(tenant)).Stages;
        var page = await WholeExportTests.TakeInAsync(zoe, place.File("all.zip"));
        await zoe.PlainBrowser.PostFormAsync($"{page}/undos");
        await tenant.DoDueAsync();
        Assert.Equal(before, (await FullCompany.OpenAsync(tenant)).Stages);
    }

    [Theory, OnBoth]
    public async Task A_file_that_went_with_somebody_who_was_erased_comes_back_neither_by_an_export_nor_by_hand(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        var (tenant, offer) = (floor.Manager.Tenant, "%PDF-1.7\nabout her\n"u8.ToArray());
        await AttachAsync(floor.Admin, "ContactId", floor.Contact, offer);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        await tenant.InDb((db, services) => services.GetRequiredService<Platform.Erasing.Eraser>().EraseAsync(db, "contact", floor.Contact, default));
        Assert.Contains("was erased here with somebody", System.Net.WebUtility.HtmlDecode(await (await AttachAsync(floor.Admin, "AccountId", floor.Account, offer)).Content.ReadAsStringAsync()));
        var page = await WholeExportTests.TakeInAsync(floor.Admin, place.File("all.zip"));
        Assert.Contains("It was erased here, and an older export does not bring it back.", await floor.Admin.PlainBrowser.PageAsync(page));
        Assert.Equal(0, await tenant.InDb(db => db.Rows<AttachedContent>().CountAsync(c => c.Bytes == offer.Length)));
    }

    [Theory, OnBoth]
    public async Task A_row_that_was_made_up_takes_nothing_out_of_what_others_gave(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        var host = floor.Manager.Tenant.Host;
        await place.DoAsync("export", "--to", place.File("all.zip"));
        await floor.Admin.DropAsync("all.zip", await File.ReadAllBytesAsync(place.File("all.zip")));
        var kept = await floor.Manager.Tenant.InDb(async db => Json.Read<ImportPlan>((await db.Rows<ImportRun>().SingleAsync()).Plan).Files.First(f => f.Name == "all.zip").Hash);
        var contents = Part(place.File("all.zip"), "contents.csv").Replace("files/", $"{kept}|files/", StringComparison.Ordinal);
        var tenant = await WholeExportTests.OtherAsync(host);
        var thief = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        var page = await WholeExportTests.TakeInAsync(thief, Generated.File("contents.csv", contents));
        Assert.Contains("Its file is not in the export.", await thief.PlainBrowser.PageAsync(page));
        Assert.Equal(0, await tenant.InDb(db => db.Rows<AttachedContent>().CountAsync()));
    }

    private static Task<HttpResponseMessage> AttachAsync(TestViewer who, string field, Guid id, byte[] content) =>
        who.PlainBrowser.PostAsync("/attachments", new MultipartFormDataContent { { new StringContent($"{id}"), field }, { new ByteArrayContent(content), "Files", "offer.pdf" } });

    private sealed class Telling(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }
}
