using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Offer = [.. "%PDF-1.7\nOffer for a second crane"u8];

    [Theory, OnBoth]
    public async Task A_file_stands_on_its_record_and_comes_back_byte_for_byte_and_in_parts(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        Assert.Equal(HttpStatusCode.SeeOther, (await AddAsync(ana, account, ("offer.pdf", Offer))).StatusCode);
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("offer.pdf", page);
        Assert.Contains("File: offer.pdf", page);
        var file = await ana.InDb(db => db.Rows<Attachment>().SingleAsync());
        var whole = await ana.Browser.GetAsync($"/attachments/{file.Id}");
        Assert.Equal(Offer, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "application/pdf", "nosniff"), (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentType!.MediaType, whole.Headers.GetValues("X-Content-Type-Options").Single()));
        var part = await ana.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/attachments/{file.Id}") { Headers = { Range = new RangeHeaderValue(0, 3) } });
        Assert.Equal((HttpStatusCode.PartialContent, "%PDF"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
    }

    [Theory, OnBoth]
    public async Task The_same_content_is_kept_once_and_goes_a_day_after_the_last_that_held_it(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await AddAsync(ana, account, ("offer.pdf", Offer), ("copy of offer.pdf", Offer));
        var content = await ana.InDb(db => db.Rows<AttachedContent>().SingleAsync());
        var folder = ana.Tenant.Host.Services.GetRequiredService<DataFolder>();
        Assert.True(File.Exists(folder.FileOf(content.Hash)));
        var later = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2);
        await TidyAsync(later);
        Assert.True(File.Exists(folder.FileOf(content.Hash)));
        await ana.InDb(async db => { db.RemoveRange(await db.RowsWithRemoved<Attachment>().ToListAsync()); await db.SaveChangesAsync(); return true; });
        await TidyAsync(later);
        Assert.False(File.Exists(folder.FileOf(content.Hash)));
        Assert.Equal(0, await ana.InDb(db => db.Rows<AttachedContent>().CountAsync()));

        Task TidyAsync(DateTime now) => ana.Tenant.InDb((db, _) => new UnusedContents(folder).TidyAsync(db, now, default));
    }

    [Theory, OnBoth]
    public async Task Two_organisations_never_share_a_file_and_neither_reads_the_others(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await AddAsync(ana, account, ("offer.pdf", Offer));
        var zoe = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Seller, "Zoe");
        await AddAsync(zoe, await zoe.AccountAsync(), ("offer.pdf", Offer));
        var (mine, theirs) = (await ana.InDb(db => db.Rows<AttachedContent>().SingleAsync()), await zoe.InDb(db => db.Rows<AttachedContent>().SingleAsync()));
        Assert.NotEqual(mine.Hash, theirs.Hash);
        var file = await ana.InDb(db => db.Rows<Attachment>().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await zoe.Browser.GetAsync($"/attachments/{file.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync(zoe, account, ("offer.pdf", Offer))).StatusCode);
    }

    [Theory]
    [InlineData("offer.pdf", "MZ\u0090\0"), InlineData("photo.png", "%PDF-1.7"), InlineData("setup.exe", "MZ\u0090\0"), InlineData("page.html", "<html>"), InlineData("drawing.svg", "<svg xmlns"), InlineData("notes.txt", "<script>alert(1)</script>")]
    [InlineData("notes.txt", "#!/bin/sh"), InlineData("list.csv", "a\0b"), InlineData("offer.docx", "not a document"), InlineData("no-ending", "text")]
    public async Task What_could_be_run_or_is_not_what_its_name_says_is_refused_and_nothing_is_kept(string name, string content)
    {
        var (ana, account) = await WithAsync(Engine.Sqlite);
        var answer = await AddAsync(ana, account, ("offer.pdf", Offer), (name, Encoding.Latin1.GetBytes(content)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains($"{name} cannot be added", page);
        Assert.Contains("</html>", page);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Attachment>().CountAsync()));
    }

    [Theory, InlineData("a.txt", "Grüße"), InlineData("b.csv", "a;b\n1;2"), InlineData("c.docx", "PK\u0003\u0004rest"), InlineData("d.png", "\u0089PNG\r\nrest"), InlineData("e.vcf", "BEGIN:VCARD")]
    public void Documents_pictures_and_text_are_taken(string name, string content) => Assert.NotNull(SafeType.Of(name, name[0] == 'a' ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content)));

    [Theory, OnBoth]
    public async Task Where_there_is_no_room_it_is_said_and_nothing_is_kept(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.InDb(async db => { (await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId)).FileRoomMegabytes = 1; await db.SaveChangesAsync(); return true; });
        var answer = await AddAsync(ana, account, ("plan.pdf", [.. Offer, .. new byte[2 << 20]]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("There is room for 1.0 MB of files", await answer.TextAsync());
        Assert.Equal(0, await ana.InDb(db => db.Rows<AttachedContent>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task It_is_taken_off_and_brought_back_by_who_added_it_and_by_no_colleague(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await AddAsync(ana, account, ("offer.pdf", Offer));
        var file = await ana.InDb(db => db.Rows<Attachment>().SingleAsync());
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/attachments/{file.Id}/removals")).StatusCode);
        await ana.Browser.PostFormAsync($"/attachments/{file.Id}/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.GetAsync($"/attachments/{file.Id}")).StatusCode);
        await ana.Browser.PostFormAsync($"/attachments/{file.Id}/restorations");
        Assert.Equal(Offer, await ana.Browser.GetByteArrayAsync($"/attachments/{file.Id}"));
    }

    [Theory, OnBoth]
    public async Task The_files_on_an_erased_contact_are_gone_from_the_disk_too(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia);
        await SendAsync(ana, "ContactId", mia.Id, ("mia.pdf", Offer));
        await AddAsync(ana, account, ("same.pdf", Offer));
        Assert.Contains("mia.pdf", await ana.Browser.TextAsync($"/contacts/{mia.Id}"));
        var hash = await ana.InDb(db => db.Rows<AttachedContent>().Select(c => c.Hash).SingleAsync());
        await (await ana.Tenant.PersonAsync(Role.Admin, "Ines")).Browser.PostFormAsync($"/contacts/{mia.Id}/erasures");
        Assert.False(File.Exists(ana.Tenant.Host.Services.GetRequiredService<DataFolder>().FileOf(hash)));
        Assert.DoesNotContain("mia.pdf", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        Assert.Equal((0, 0), await ana.InDb(async db => (await db.RowsWithRemoved<Attachment>().CountAsync(), await db.Rows<AttachedContent>().CountAsync())));
    }

    private static Task<HttpResponseMessage> AddAsync(TestViewer by, Account account, params (string Name, byte[] Content)[] files) => SendAsync(by, "AccountId", account.Id, files);

    private static Task<HttpResponseMessage> SendAsync(TestViewer by, string field, Guid id, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(id.ToString()), field } };
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "Files", name);
        return by.PlainBrowser.PostAsync("/attachments", form);
    }

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.AccountAsync());
    }
}
