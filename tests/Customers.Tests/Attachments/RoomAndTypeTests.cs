using System.IO.Compression;
using System.Net;
using System.Text;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Attachments;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Attachments;

public sealed class RoomAndTypeTests
{
    [Theory, OnBoth]
    public async Task Of_several_files_sent_at_once_no_more_are_kept_than_there_is_room_for(Engine engine)
    {
        var (ana, account) = await WithAsync(engine, megabytes: 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => AddAsync(ana, account, $"plan {i}.pdf", Large((byte)i))));
        Assert.Equal([HttpStatusCode.SeeOther, .. Enumerable.Repeat(HttpStatusCode.Forbidden, 5)], answers.Select(a => a.StatusCode).Order());
        var kept = await ana.InDb(db => db.Rows<AttachedContent>().SingleAsync());
        Assert.True(File.Exists(ana.Tenant.Host.Services.GetRequiredService<DataFolder>().FileOf(kept.Hash)));
    }

    [Theory, OnBoth]
    public async Task What_is_here_already_is_added_again_where_there_is_no_room_left_for_anything_else(Engine engine)
    {
        var (ana, account) = await WithAsync(engine, megabytes: 1);
        Assert.Equal(HttpStatusCode.SeeOther, (await AddAsync(ana, account, "plan.pdf", Large(1))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AddAsync(ana, account, "copy of plan.pdf", Large(1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(ana, account, "other.pdf", Large(2))).StatusCode);
        Assert.Equal((2, 1), await ana.InDb(async db => (await db.Rows<Attachment>().CountAsync(), await db.Rows<AttachedContent>().CountAsync())));
        var read = await ana.InDb(db => db.Rows<Attachment>().Where(a => a.Name == "copy of plan.pdf").Select(a => a.Id).SingleAsync());
        Assert.Equal(Large(1), await ana.Browser.GetByteArrayAsync($"/attachments/{read}"));
    }

    [Theory, InlineData("offer.docx", "word/document.xml"), InlineData("list.xlsx", "xl/workbook.xml"), InlineData("talk.pptx", "ppt/presentation.xml"), InlineData("offer.DOCX", "word\\document.xml")]
    public async Task An_archive_is_a_document_only_with_the_parts_of_one(string name, string part)
    {
        Assert.NotNull(await OfAsync(name, Zip("[Content_Types].xml", part)));
        Assert.Null(await OfAsync(name, Zip("[Content_Types].xml")));
        Assert.Null(await OfAsync(name, Zip(part)));
        Assert.Null(await OfAsync(name, Zip("setup.exe", "readme.txt")));
        Assert.Null(await OfAsync(name, [.. "PK\u0003\u0004 and nothing that ends it"u8]));
        Assert.Null(await OfAsync(name, Zip("[Content_Types].xml", part)[..^30]));
        Assert.NotNull(await OfAsync("all.zip", Zip("setup.exe")));
    }

    [Fact]
    public async Task A_text_of_another_office_is_one_with_its_content()
    {
        Assert.NotNull(await OfAsync("offer.odt", Zip("mimetype", "content.xml", "META-INF/manifest.xml")));
        Assert.Null(await OfAsync("offer.odt", Zip("offer.exe")));
    }

    [Theory, InlineData((byte)0xFB), InlineData((byte)0xF3), InlineData((byte)0xF2)]
    public async Task Sound_without_a_title_in_front_is_taken_and_a_picture_is_not_sound(byte second)
    {
        Assert.Equal("audio/mpeg", await OfAsync("call.mp3", [0xFF, second, 0x90, 0x64, 0, 0]));
        Assert.Null(await OfAsync("call.mp3", [0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Null(await OfAsync("photo.jpg", [0xFF, second, 0x90, 0x64]));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Text_of_two_bytes_a_character_is_text_where_it_says_so_and_still_no_page_or_script(bool bigEndian)
    {
        var two = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        Assert.Equal("text/csv", await OfAsync("list.csv", Written("Näme;Größe\r\n1;2")));
        Assert.Equal("text/plain", await OfAsync("notes.txt", Written(new string('ä', 5_000))));
        foreach (var bad in (string[])["<script>alert(1)</script>", "  <!DOCTYPE html>", "#!/bin/sh", "a\0b"]) Assert.Null(await OfAsync("notes.txt", Written(bad)));
        Assert.Null(await OfAsync("notes.txt", two.GetBytes("no mark in front")));

        byte[] Written(string text) => [.. two.GetPreamble(), .. two.GetBytes(text)];
    }

    private static Task<string?> OfAsync(string name, byte[] content) => SafeType.OfAsync(name, new MemoryStream(content), TestContext.Current.CancellationToken);

    private static byte[] Zip(params string[] names)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write("content");
            }
        return to.ToArray();
    }

    private static byte[] Large(byte which) => [.. "%PDF-1.7\n"u8, which, .. new byte[700_000]];

    private static Task<HttpResponseMessage> AddAsync(TestViewer by, Account account, string name, byte[] content) =>
        by.PlainBrowser.PostAsync("/attachments", new MultipartFormDataContent { { new StringContent(account.Id.ToString()), "AccountId" }, { new ByteArrayContent(content), "Files", name } });

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine, int megabytes)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.InDb(async db => { (await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId)).FileRoomMegabytes = megabytes; return await db.SaveChangesAsync(); });
        return (ana, await ana.AccountAsync());
    }
}
