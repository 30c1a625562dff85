using System.IO.Compression;
using System.Text.Json;
using Coxswain.Customers.Export;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tabular;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>An export of everything, given back: its tables are files like any other, and the contents of files are taken out of it once their rows are.</summary>
internal static class OwnZip
{
    /// <summary>Our tables unfold twenty to thirty times; what unfolds far beyond that, all of them together, was made to fill a disk.</summary>
    private const long MostUnfolded = 200, Room = 64L << 20;

    /// <summary>Whether it is one; the stream stands at its start afterwards.</summary>
    public static bool Is(Stream content)
    {
        Span<byte> start = stackalloc byte[2];
        content.Position = 0;
        var isZip = content.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
        content.Position = 0;
        if (!isZip) return false;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry(ExportManifest.Name) is not null;
        }
        catch (InvalidDataException) { return false; }
        finally { content.Position = 0; }
    }

    /// <param name="folder">Where files are kept.</param>
    /// <param name="name">As the person knows it.</param>
    /// <param name="content">Can be sought.</param>
    /// <param name="keep">Keeps a table by its name.</param>
    /// <param name="whole">Keeps the export itself.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<KeptFile>> UnpackAsync(DataFolder folder, string name, Stream content, Func<string, Stream, Task<KeptFile>> keep, Func<Task<KeptFile>> whole, CancellationToken ct)
    {
        var kept = new List<KeptFile>();
        var itself = await whole();
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            await using (var manifest = await zip.GetEntry(ExportManifest.Name)!.OpenAsync(ct))
                if ((await JsonSerializer.DeserializeAsync<ExportManifest>(manifest, JsonSerializerOptions.Web, ct))?.Format != 1) return [itself with { Refused = true, Remark = T("{0} was made by a newer Coxswain: take it in with that version.", name) }];
            var left = content.Length * MostUnfolded + Room;
            foreach (var table in zip.Entries.Where(IsTable).DistinctBy(e => e.Name))
            {
                await using var rows = new BoundedStream(await table.OpenAsync(ct), left);
                kept.Add(table.Name == ContentExport.File + ".csv" ? await PlacedAsync(rows, itself.Hash, table.Name, folder, keep, ct) : await keep(table.Name, rows));
                left = rows.Left;
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException) { return [itself with { Refused = true, Remark = T("{0} is damaged or cut short.", name) }]; }
        return [itself with { Refused = true, Remark = T("An export of everything: its tables stand here as well, and the files on records are taken out of it.") }, .. kept];
    }

    private static bool IsTable(ZipArchiveEntry entry) => entry.FullName.EndsWith(".csv", StringComparison.Ordinal) && entry.FullName == entry.Name;

    // Its rows say which part of the export they mean; from here on they say as well of which export.
    private static async Task<KeptFile> PlacedAsync(Stream contents, string export, string name, DataFolder folder, Func<string, Stream, Task<KeptFile>> keep, CancellationToken ct)
    {
        await using var unpacked = Scratch(folder);
        await contents.CopyToAsync(unpacked, ct);
        await unpacked.FlushAsync(ct);
        await using var file = Scratch(folder);
        if (TableFile.Open(() => new FileStream(unpacked.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), name).Table is not { } table) throw new InvalidDataException();
        var column = table.Headers.ToList().IndexOf(ContentExport.Column);
        await using (var writer = new TableWriter(file))
        {
            await writer.HeaderAsync(table.Headers, ct);
            foreach (var row in table.Rows())
            {
                for (var i = 0; i < table.Headers.Count; i++) writer.Text(i == column ? $"{export}{ContentExport.Between}{row[i]}" : row[i]);
                await writer.EndRowAsync(ct);
            }
        }
        file.Position = 0;
        return await keep(name, file);
    }

    private static FileStream Scratch(DataFolder folder) =>
        new(Path.Combine(folder.Path, $"{Guid.NewGuid():N}.part"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose });
}
