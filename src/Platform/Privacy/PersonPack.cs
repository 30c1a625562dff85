using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>The contents of the file about one person: table by table, then what happened to those rows, each read while it is written.</summary>
/// <param name="db">Of the organisation.</param>
/// <param name="tables">Where rows about them are.</param>
/// <param name="subject">Who.</param>
/// <param name="isOwn">Somebody who works here, who gets what they did as well.</param>
internal sealed class PersonPack(AppDb db, IReadOnlyList<PersonRows> tables, Guid subject, bool isOwn)
{
    private const int AtOnce = 200;

    // What the machine works out or counts says nothing about anybody.
    private static readonly string[] Inner = ["TenantId", "Version", "FoldedName", "FoldedEmail", "FoldedCompany", "PhoneE164", "MobileE164", "Fingerprint"];
    private readonly List<Guid> _ids = [subject];

    public async Task WriteDataAsync(Stream to, Action<long> report, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var written = 0L;
        json.WriteStartObject();
        foreach (var table in tables)
        {
            json.WriteStartArray(Camel(table.Table.Name));
            await foreach (var row in (await table.Of(db, subject, ct)).AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            {
                if (row is Entity entity && entity.Id != subject) _ids.Add(entity.Id);
                json.WriteStartObject();
                foreach (var (name, value) in Values(table, row)) json.WriteString(Camel(name), value);
                json.WriteEndObject();
                if (++written % AtOnce == 0) { await json.FlushAsync(ct); report(written); }
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("history");
        await foreach (var (happened, fields) in HistoryAsync(ct))
        {
            json.WriteStartObject();
            json.WriteString("kind", happened.Kind);
            json.WriteString("about", happened.SubjectId);
            json.WriteString("at", happened.OccurredAt);
            json.WriteStartObject("fields");
            foreach (var (name, change) in fields) json.WriteString(Camel(name), change);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > 64 * 1024) await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public async Task WritePageAsync(Stream to, CancellationToken ct)
    {
        await using var page = new StreamWriter(to, new UTF8Encoding(false));
        var title = Html(T("Everything that is kept about you"));
        await page.WriteAsync($"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.Name}\"><meta charset=\"utf-8\"><title>{title}</title><style>body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}dl{{display:grid;grid-template-columns:14rem 1fr;gap:.2rem 1rem;border-bottom:1px solid #ccc;padding:.6rem 0;margin:0}}dt{{color:#555}}dd{{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}}</style><h1>{title}</h1>");
        await page.WriteAsync($"<p>{Html(T("The same stands in data.json for programs. Files are in the folder files. Names of others were left out; that somebody opened this record is not written down anywhere."))}</p>");
        foreach (var table in tables)
        {
            var begun = false;
            await foreach (var row in (await table.Of(db, subject, ct)).AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            {
                if (!begun) await page.WriteAsync($"<h2>{Html(table.Label())}</h2>");
                begun = true;
                await page.WriteAsync("<dl>");
                foreach (var (name, value) in Values(table, row).Where(v => v.Value is not null && !Guid.TryParse(v.Value, out _))) await page.WriteAsync($"<dt>{Html(table.Field?.Invoke(name) is { } said && said != name ? said : Spaced(name))}</dt><dd>{Html(value!)}</dd>");
                await page.WriteAsync("</dl>");
            }
        }
        await page.WriteAsync($"<h2>{Html(T("What changed"))}</h2>");
        await foreach (var (happened, fields) in HistoryAsync(ct))
            await page.WriteAsync($"<dl><dt>{Html(happened.OccurredAt.ToString("g", CultureInfo.CurrentCulture))}</dt><dd>{Html(happened.Kind)}{string.Concat(fields.Select(f => $"\n{Html(Spaced(f.Name))}: {Html(f.Said)}"))}</dd></dl>");
        await page.WriteAsync("</html>");
    }

    private async IAsyncEnumerable<(Event Event, IReadOnlyList<(string Name, string Said)> Fields)> HistoryAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var some in _ids.Distinct().Chunk(AtOnce))
        {
            List<Guid> ids = [.. some];
            var events = await db.Rows<Event>().AsNoTracking().Where(e => ids.Contains(e.SubjectId)).OrderBy(e => e.OccurredAt).ToListAsync(ct);
            await EventData.ReadKeysAsync(db, events, ct);
            foreach (var happened in events) yield return (happened, [.. EventData.Fields(db, happened).Where(f => !Inner.Contains(f.Field)).Select(f => (f.Field, f.Change is { } change ? $"{change.Before} → {change.After}" : T("erased")))]);
        }
        if (!isOwn) yield break;
        // What they did themselves: when and what kind of thing, not what it said, which is about others.
        await foreach (var did in db.Rows<Event>().AsNoTracking().Where(e => e.ActorId == subject && e.SubjectId != subject).OrderBy(e => e.RecordedAt).AsAsyncEnumerable().WithCancellation(ct)) yield return (did, []);
    }

    private IEnumerable<(string Name, string? Value)> Values(PersonRows table, object row)
    {
        var entry = db.Model.FindEntityType(row.GetType())!;
        foreach (var property in entry.GetProperties().Where(p => p.PropertyInfo is not null && p.ClrType != typeof(byte[]) && !Inner.Contains(p.Name) && !table.Withheld.Contains(p.Name)))
            yield return (property.Name, Said(property, property.PropertyInfo!.GetValue(row)));
    }

    private static string? Said(IProperty property, object? value) => value switch
    {
        null => null,
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
