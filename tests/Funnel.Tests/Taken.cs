using System.IO.Compression;
using System.Net;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Privacy;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests;

/// <summary>What can be taken out of an organisation as files, read as text.</summary>
internal static class Taken
{
    /// <summary>All the organisation takes along, in one piece of text.</summary>
    public static async Task<string> WholeAsync(TestViewer admin)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("coxswain-whole-").FullName, "all.zip");
        await admin.Tenant.Host.Services.GetRequiredService<WholeExport>().ToAsync(await admin.InDb(db => Task.FromResult(db.Viewer)), path, null, CancellationToken.None);
        return await TextAsync(File.OpenRead(path));
    }

    /// <summary>All that somebody who works here is given about themselves.</summary>
    public static async Task<string> OwnAsync(TestViewer who)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await who.PlainBrowser.PostFormAsync("/me/data-exports")).StatusCode);
        for (var asked = 0; asked < 3_000 && (await who.Browser.PageAsync("/me/data")).Contains("Being made", StringComparison.Ordinal); asked++) await Task.Yield();
        var export = await who.InDb(db => db.Rows<PersonExport>().AsNoTracking().OrderByDescending(e => e.AskedAt).ThenByDescending(e => e.Id).FirstAsync(e => e.AskedById == who.Id));
        Assert.NotNull(export.ReadyAt);
        return await TextAsync(new MemoryStream(await who.Browser.GetByteArrayAsync($"/person-exports/{export.Id}")));
    }

    private static async Task<string> TextAsync(Stream file)
    {
        await using var zip = new ZipArchive(file);
        var parts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var from = new StreamReader(await entry.OpenAsync());
            parts.Add($"{entry.FullName}\n{await from.ReadToEndAsync()}");
        }
        Assert.NotEmpty(parts);
        return string.Join('\n', parts);
    }
}
