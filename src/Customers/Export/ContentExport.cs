using System.IO.Compression;
using System.Runtime.CompilerServices;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Files;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Export;

/// <summary>The contents of files on records: each lies in the export under its own name, and is kept anew where it is taken in.</summary>
internal sealed class ContentExport(DataFolder folder)
{
    public const string File = "contents";
    public const string Column = "File";

    /// <summary>What the column holds in a file that was unpacked: which kept export, and which part of it.</summary>
    public const char Between = '|';

    /// <summary>The files that go along: those on no record at all, and on one at least that is there. What was removed keeps its own.</summary>
    public static IQueryable<Attachment> Going(AppDb db)
    {
        var (accounts, contacts, leads, records, deals) = (db.Rows<Account>(), db.Rows<Contact>(), db.Rows<Lead>(), db.Rows<ObjectRecord>(), db.LinkKind(Following.Deals)!.Named(db));
        return db.Rows<Attachment>().Where(a => a.AccountId == null && a.ContactId == null && a.AboutId == null || accounts.Any(r => r.Id == a.AccountId) || contacts.Any(r => r.Id == a.ContactId)
            || leads.Any(r => r.Id == a.AboutId) || records.Any(r => r.Id == a.AboutId) || deals.Any(r => r.Id == a.AboutId));
    }

    /// <summary>The contents of those.</summary>
    public static IQueryable<AttachedContent> Held(AppDb db)
    {
        var going = Going(db);
        return db.Rows<AttachedContent>().Where(c => going.Any(a => a.ContentId == c.Id));
    }

    /// <summary>Where each content lies in the export, under the name it was first added by.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> PathsAsync(AppDb db, IReadOnlyList<AttachedContent> contents, CancellationToken ct)
    {
        var ids = contents.Select(c => c.Id).ToList();
        var names = await Going(db).AsNoTracking().Where(a => ids.Contains(a.ContentId)).Select(a => new { a.ContentId, a.Id, a.Name }).ToListAsync(ct);
        return names.GroupBy(n => n.ContentId).ToDictionary(g => g.Key, g => PathOf(g.Key, g.OrderBy(n => n.Id).First().Name));
    }

    /// <summary>Keeps the contents of rows that are being taken in. A content that is here already is the same one.</summary>
    public async Task KeepAsync(OwnRows<AttachedContent> rows, CancellationToken ct)
    {
        // A try keeps nothing, and what its rows would be kept as nobody looks up.
        if (rows.Batch.IsTried) return;
        var db = rows.Batch.Db;
        using var zips = new OpenZips(folder, rows.Batch.Files);
        var (kept, erased) = (new Dictionary<string, AttachedContent>(), await Erasure.ContentsAsync(db, ct));
        foreach (var row in rows.Rows.Where(r => r.IsNew))
        {
            if (zips.Find(row.Row.Text(Column)) is not { } entry) { row.Problem = T("Its file is not in the export."); continue; }
            if (SafeType.Of(entry.Name, await HeadAsync(entry, ct)) is not { } type) { row.Problem = T("{0} cannot be added: it is not what its name says, or a kind of file that could be run.", entry.Name); continue; }
            if (entry.Length > AttachFile.LargestUpload) { row.Problem = T("{0} is too large.", entry.Name); continue; }
            await using var content = new BoundedStream(await entry.OpenAsync(ct), entry.Length);
            var hash = await folder.KeepAsync(content, ct, BitConverter.GetBytes(db.Viewer.TenantId));
            if (kept.TryGetValue(hash, out var same) || await db.Rows<AttachedContent>().FirstOrDefaultAsync(c => c.Hash == hash, ct) is { } there && (same = there) is not null) row.IsReally(rows.Batch, same);
            else if (erased.Contains(hash))
            {
                folder.Erase(hash);
                row.Problem = T("It was erased here, and an older export does not bring it back.");
            }
            else
            {
                row.Set(nameof(AttachedContent.Hash), hash);
                row.Set(nameof(AttachedContent.Bytes), new FileInfo(folder.FileOf(hash)).Length);
                row.Set(nameof(AttachedContent.MediaType), type);
                // From now on, not from when it was added there: until its attachment is taken in it is held by nothing.
                row.Set(nameof(AttachedContent.KeptAt), rows.Batch.Now);
                kept[hash] = row.Record;
            }
        }
    }

    internal static string PathOf(Guid content, string name) => $"files/{content:N}/{Safe(name)}";

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)).Trim('.', ' ') is { Length: > 0 } safe ? safe : "file";

    private static async Task<byte[]> HeadAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        var head = new byte[SafeType.Head];
        return head[..await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
    }

    /// <summary>Kept exports, each opened once for a batch.</summary>
    private sealed class OpenZips(DataFolder folder, IReadOnlySet<string> files) : IDisposable
    {
        private readonly Dictionary<string, ZipArchive> _open = [];

        public ZipArchiveEntry? Find(string? place)
        {
            if (place?.Split(Between, 2) is not [var hash, var path] || !files.Contains(hash) || !System.IO.File.Exists(folder.FileOf(hash))) return null;
            try
            {
                if (!_open.TryGetValue(hash, out var zip)) _open[hash] = zip = ZipFile.OpenRead(folder.FileOf(hash));
                return path.StartsWith("files/", StringComparison.Ordinal) ? zip.GetEntry(path) : null;
            }
            // A file of another kind, which a row that was made up names.
            catch (InvalidDataException) { return null; }
        }

        public void Dispose()
        {
            foreach (var zip in _open.Values) zip.Dispose();
        }
    }
}

/// <summary>The kept files that go along.</summary>
internal sealed class ContentFiles : IExportedFiles
{
    private const int AtOnce = 500;

    public async IAsyncEnumerable<ExportedFile> ReadAsync(AppDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            var last = after;
            var page = await ContentExport.Held(db).AsNoTracking().Where(c => c.Id > last).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct);
            if (page.Count == 0) yield break;
            var paths = await ContentExport.PathsAsync(db, page, ct);
            foreach (var content in page) if (paths.TryGetValue(content.Id, out var path)) yield return new ExportedFile(path, content.Hash);
            after = page[^1].Id;
        }
    }
}
