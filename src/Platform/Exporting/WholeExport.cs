using System.Data;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using OwnFile = Coxswain.Platform.Copies.OwnFile;
namespace Coxswain.Platform.Exporting;

/// <summary>How far an export is.</summary>
/// <param name="File">What is written just now.</param>
/// <param name="Rows">Records written, of all kinds.</param>
public sealed record ExportProgress(string File, long Rows);

/// <summary>A kind of record in an export.</summary>
public sealed record ExportedTable(string Kind, string File, long Rows);

/// <summary>What an export holds; written into it as <see cref="Name"/>.</summary>
/// <param name="Program">The version that made it.</param>
/// <param name="MadeAt">The moment it holds, in UTC.</param>
/// <param name="Organisation">Whose it is, with the settings that amounts and days are to be read by.</param>
/// <param name="Tables">What goes along.</param>
/// <param name="Files">How many kept files.</param>
public sealed record ExportManifest(string Program, DateTime MadeAt, ExportedOrganisation Organisation, IReadOnlyList<ExportedTable> Tables, int Files)
{
    public const string Name = "coxswain-export.json";

    /// <summary>The number of the newest way to write one.</summary>
    public int Format { get; init; } = 1;

    public long Rows => Tables.Sum(t => t.Rows);
}

/// <summary>The settings that amounts and days are to be read by.</summary>
public sealed record ExportedOrganisation(string Name, string Currency, string TimeZone, int FiscalStartMonth, string WeekStart);

/// <summary>
/// Writes all that an organisation may take away into one file: a table and JSON for each kind of record, then the kept files. It is of one
/// moment, read while people work, and no table is ever held whole.
/// </summary>
public sealed class WholeExport(IServiceScopeFactory scopes, IEnumerable<IExported> kinds, IEnumerable<IExportedFiles> files, IPeopleNow people, DataFolder folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly MethodInfo Removed = typeof(WholeExport).GetMethod(nameof(RemovedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Under its final name the file is whole, or not there.</summary>
    /// <param name="viewer">Whose organisation, and who takes it.</param>
    /// <param name="path">Where to; nothing may be there.</param>
    /// <param name="at">Told how far it is; null where nobody watches.</param>
    /// <param name="ct">Cancels; nothing stays.</param>
    public async Task<ExportManifest> ToAsync(Viewer viewer, string path, Action<ExportProgress>? at, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
            var manifest = await WriteAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), part, at, ct);
            File.Move(part, path);
            return manifest;
        }
        finally { File.Delete(part); }
    }

    /// <summary>The same for somebody who has it at once, with the trace of that.</summary>
    public async Task<ExportManifest> TakeAsync(AppDb db, string path, Action<ExportProgress>? at, CancellationToken ct)
    {
        db.Happened("export", Guid.Empty, new ListExported(TakeExport.Name));
        await db.SaveChangesAsync(ct);
        return await ToAsync(db.Viewer, path, at, ct);
    }

    private async Task<ExportManifest> WriteAsync(AppDb db, string part, Action<ExportProgress>? at, CancellationToken ct)
    {
        await using var moment = await OneMomentAsync(db, ct);
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var made = clock.GetUtcNow().UtcDateTime;
        var source = new ExportSource(db, await GoneAsync(db, ct), (ids, stop) => people.NamesAsync(db, ids, stop));
        await using var to = OwnFile.Create(part);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create);
        var tables = new List<ExportedTable>();
        foreach (var kind in kinds.OrderBy(k => k.Order))
        {
            var before = tables.Sum(t => t.Rows);
            if (await kind.AnyAsync(db, ct)) tables.Add(new(kind.Kind, kind.File, await TableAsync(zip, kind, source, part, rows => at?.Invoke(new(kind.File, before + rows)), ct)));
        }
        var rows = tables.Sum(t => t.Rows);
        var kept = 0;
        foreach (var module in files)
            await foreach (var file in module.ReadAsync(db, ct)) kept += await KeptAsync(zip, file, new(file.Path, rows), at, ct);
        var manifest = new ExportManifest(typeof(WholeExport).Assembly.GetName().Version!.ToString(3), made, new(tenant.Name, tenant.Currency, tenant.TimeZone, tenant.FiscalStartMonth, tenant.WeekStart.ToString()), tables, kept);
        await using (var entry = await zip.CreateEntry(ExportManifest.Name, CompressionLevel.Fastest).OpenAsync(ct)) await JsonSerializer.SerializeAsync(entry, manifest, Indented, ct);
        return manifest;
    }

    // An archive is written one part behind the other, and both are written from one reading: the second waits beside the file.
    private static async Task<long> TableAsync(ZipArchive zip, IExported kind, ExportSource source, string part, Action<long> at, CancellationToken ct)
    {
        await using var lines = Copies.OwnFile.Create(part + ".json", FileOptions.DeleteOnClose, bufferSize: 0);
        long rows;
        await using (var table = await zip.CreateEntry($"{kind.File}.csv", CompressionLevel.Fastest).OpenAsync(ct)) rows = await kind.WriteAsync(source, table, lines, at, ct);
        lines.Position = 0;
        await using var json = await zip.CreateEntry($"json/{kind.File}.jsonl", CompressionLevel.Fastest).OpenAsync(ct);
        await lines.CopyToAsync(json, 256 * 1024, ct);
        return rows;
    }

    // One whose time was over a moment ago is gone rightly.
    private async Task<int> KeptAsync(ZipArchive zip, ExportedFile file, ExportProgress progress, Action<ExportProgress>? at, CancellationToken ct)
    {
        if (!File.Exists(folder.FileOf(file.Hash))) return 0;
        at?.Invoke(progress);
        await using var from = File.OpenRead(folder.FileOf(file.Hash));
        await using var to = await zip.CreateEntry(file.Path, CompressionLevel.Fastest).OpenAsync(ct);
        await from.CopyToAsync(to, 256 * 1024, ct);
        return 1;
    }

    // Nobody who writes waits for it: on SQLite it is a reader like any other, on PostgreSQL as well.
    private static async Task<IDbContextTransaction> OneMomentAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is not Engine.Sqlite) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        return (await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), ct))!;
    }

    // What lies in the bin is not taken along, and is too little to matter in memory: it goes for good after a month.
    private static async Task<HashSet<Guid>> GoneAsync(AppDb db, CancellationToken ct)
    {
        var gone = new HashSet<Guid>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IRemovable)) && t.ClrType.IsSubclassOf(typeof(Entity))).ToList())
            gone.UnionWith(await (Task<List<Guid>>)Removed.MakeGenericMethod(type.ClrType).Invoke(null, [db, ct])!);
        return gone;
    }

    private static Task<List<Guid>> RemovedAsync<T>(AppDb db, CancellationToken ct) where T : Entity, IRemovable => db.RowsWithRemoved<T>().Where(r => r.RemovedAt != null).Select(r => r.Id).ToListAsync(ct);
}

/// <summary>A kept file that goes along.</summary>
/// <param name="Path">Its place in the export.</param>
/// <param name="Hash">The name it is kept by.</param>
public sealed record ExportedFile(string Path, string Hash);

/// <summary>Kept files that go along in an export of everything. Registered as a service.</summary>
public interface IExportedFiles
{
    /// <summary>One after the other; none is opened before the one before it is written.</summary>
    IAsyncEnumerable<ExportedFile> ReadAsync(AppDb db, CancellationToken ct);
}
