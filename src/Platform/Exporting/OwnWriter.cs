using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tabular;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Exporting;

/// <summary>Writes all records of a kind, once as a table and beside that as JSON, and reads the next page meanwhile.</summary>
internal sealed class OwnWriter<T>(Exported<T> of, ExportSource from) where T : Entity
{
    private const int PageSize = 2_000;
    private const int Full = 64 * 1024;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly (OwnColumn<T> Column, OwnColumn<T>? Currency, bool IsOwner)[] _cells =
        [.. of.Columns.Select(c => (c, of.Money.GetValueOrDefault(c.Name) is { } currency ? of.Columns.First(m => m.Name == currency) : null, c.Name == nameof(IOwned.OwnerId) && typeof(T).IsAssignableTo(typeof(IOwned))))];
    private readonly string[] _names = [.. of.Columns.Select(c => JsonNamingPolicy.CamelCase.ConvertName(c.Name)), .. of.Extras.Select(e => JsonNamingPolicy.CamelCase.ConvertName(e.Name))];

    /// <param name="Rows">In the order of their making.</param>
    /// <param name="Extras">The texts of each extra column, by the keys of the rows.</param>
    /// <param name="Owners">Who the owners of the rows are.</param>
    private sealed record Page(IReadOnlyList<T> Rows, IReadOnlyList<IReadOnlyDictionary<Guid, string>> Extras, IReadOnlyDictionary<Guid, string> Owners);

    public async Task<long> WriteAsync(Stream csv, Stream json, Action<long> at, CancellationToken ct)
    {
        var written = 0L;
        await using var table = new TableWriter(csv);
        await using var lines = new Utf8JsonWriter(_lines, Readable);
        await table.HeaderAsync(OwnTable.Header(of), ct);
        var next = PageAsync(null, ct);
        for (var page = await next; page.Rows.Count > 0; page = await next)
        {
            var last = page.Rows[^1].Id;
            next = page.Rows.Count < PageSize ? Task.FromResult(new Page([], [], page.Owners)) : PageAsync(last, ct);
            var rows = page.Rows.Where(MayGo).ToList();
            try { await Task.WhenAll(Task.Run(() => LinesAsync(lines, json, rows, page, ct), ct), RowsAsync(table, rows, page, ct)); }
            catch
            {
                // The page that is read meanwhile has the connection that closes with this fault, and must not hide it.
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
            at(written += rows.Count);
        }
        return written;
    }

    private async Task RowsAsync(TableWriter table, List<T> rows, Page page, CancellationToken ct)
    {
        foreach (var row in rows) await Row(table, row, page).EndRowAsync(ct);
    }

    private async Task LinesAsync(Utf8JsonWriter lines, Stream json, List<T> rows, Page page, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            Line(lines, row, page);
            if (_lines.WrittenCount > Full) await SendAsync(json, ct);
        }
        await SendAsync(json, ct);
    }

    // The context is asked by one at a time: all that a page needs is read with it.
    private Task<Page> PageAsync(Guid? after, CancellationToken ct) => Task.Run(async () =>
    {
        var rows = of.Rows(from.Db).AsNoTracking();
        if (after is { } last) rows = rows.Where(r => r.Id > last);
        var page = await rows.OrderBy(r => r.Id).Take(PageSize).ToListAsync(ct);
        var extras = new List<IReadOnlyDictionary<Guid, string>>();
        foreach (var extra in of.Extras) extras.Add(page.Count == 0 ? new Dictionary<Guid, string>() : await extra.ReadAsync(from.Db, page, ct));
        var owners = page.OfType<IOwned>().Select(o => o.OwnerId).ToHashSet();
        return new Page(page, extras, await from.NamesOf(owners, ct));
    }, ct);

    private static readonly string[] Holding = ["AccountId", "ContactId", "LeadId", "AboutId"];

    // What cannot be without a record that stays does not go either, nor what cannot be without it.
    private bool MayGo(T row)
    {
        if (from.Gone.Count == 0) return true;
        foreach (var column in of.Columns)
            if (column is { IsKey: true, IsNullable: false } && column.Get(row) is Guid named && from.Gone.Contains(named)) { from.Gone.Add(row.Id); return false; }
        // Nor what only such a record holds, though it could be of none: a note on a contact who was removed.
        if (row is ISearchable) return true;
        var holders = of.Columns.Where(c => Holding.Contains(c.Name)).Select(c => c.Get(row)).OfType<Guid>().ToList();
        if (holders.Count == 0 || !holders.TrueForAll(from.Gone.Contains)) return true;
        from.Gone.Add(row.Id);
        return false;
    }

    private object? Value(OwnColumn<T> column, T row) => column.Get(row) switch
    {
        Guid named when from.Gone.Contains(named) => null,
        string json when row is IHasCustomFields && column.Name is nameof(IHasCustomFields.CustomFields) => OwnCell.Alike(json),
        var value => value,
    };

    private TableWriter Row(TableWriter table, T row, Page page)
    {
        table.Text(OwnCell.Text(row.Id));
        foreach (var (column, currency, isOwner) in _cells)
        {
            table.Text(currency is null ? OwnCell.Text(Value(column, row)) : OwnCell.Major((long?)column.Get(row), currency.Get(row) as string));
            if (isOwner) table.Text(page.Owners.GetValueOrDefault(((IOwned)row).OwnerId));
        }
        foreach (var extra in page.Extras) table.Text(OwnCell.Text(extra.GetValueOrDefault(row.Id)));
        return table;
    }

    private void Line(Utf8JsonWriter lines, T row, Page page)
    {
        lines.Reset(_lines);
        lines.WriteStartObject();
        lines.WriteString("id", row.Id);
        for (var i = 0; i < of.Columns.Count; i++) Property(lines, _names[i], Value(of.Columns[i], row), of.Columns[i].Name is nameof(IHasCustomFields.CustomFields) && row is IHasCustomFields);
        for (var i = 0; i < of.Extras.Count; i++) Property(lines, _names[of.Columns.Count + i], page.Extras[i].GetValueOrDefault(row.Id), of.Extras[i].IsJson, isOurs: true);
        lines.WriteEndObject();
        lines.Flush();
        _lines.Write("\n"u8);
    }

    private static void Property(Utf8JsonWriter lines, string name, object? value, bool isJson, bool isOurs = false)
    {
        lines.WritePropertyName(name);
        switch (value)
        {
            case null: lines.WriteNullValue(); break;
            case string text when isJson: lines.WriteRawValue(text, isOurs); break;
            case bool yes: lines.WriteBooleanValue(yes); break;
            case int number: lines.WriteNumberValue(number); break;
            case long number: lines.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): lines.WriteNumberValue(number); break;
            case decimal number: lines.WriteNumberValue(number); break;
            case string text: lines.WriteStringValue(text); break;
            default: lines.WriteStringValue(OwnCell.Text(value)); break;
        }
    }

    private async Task SendAsync(Stream json, CancellationToken ct)
    {
        await json.WriteAsync(_lines.WrittenMemory, ct);
        _lines.ResetWrittenCount();
    }
}
