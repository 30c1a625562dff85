using System.Text.Json;
using Coxswain.People.Settings;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Search;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Audit;

/// <summary>Events of every module as lines a person can read.</summary>
internal sealed class AuditWords(IReadOnlyList<IModule> modules, IEnumerable<IEventWords> words)
{
    private readonly HashSet<string> _owned = [.. modules.SelectMany(m => m.OwnedKinds).Select(k => k.Kind)];

    public async Task<AuditReader> ReaderAsync(AppDb db, IReadOnlyList<Event> events, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, Found> titles, CancellationToken ct)
    {
        var known = new Dictionary<string, FieldWords>();
        foreach (var one in words)
        {
            var read = await one.ReadAsync(db, [.. events.Where(e => one.Kinds.Contains(e.SubjectKind))], ct);
            foreach (var kind in one.Kinds) known[kind] = read;
        }
        return new(db, people, titles, _owned, known);
    }
}

/// <summary>Reads one page of events.</summary>
internal sealed class AuditReader(AppDb db, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, Found> titles, IReadOnlySet<string> owned, IReadOnlyDictionary<string, FieldWords> words)
{
    // Marks of the system itself; they say nothing to a reader.
    private static readonly string[] Unsaid = ["SourceId", "LoginId", "PhoneE164", "MobileE164", "CustomFields"];

    public AuditLine Line(Event happened, DateTime at)
    {
        var record = Shown(happened.SubjectId) ?? Shown(happened.TimelineId);
        var title = record?.Title ?? (happened.SubjectKind == "person" ? people.GetValueOrDefault(happened.SubjectId) : null);
        return new AuditLine(at, people.GetValueOrDefault(happened.ActorId), What(happened), title, record?.Url);
    }

    // What was removed, or merged into another, has no page any more.
    private Found? Shown(Guid id) => titles.GetValueOrDefault(id) is { Url.Length: > 0 } record ? record : null;

    private string What(Event happened) => happened.Kind switch
    {
        "organisation.changed" => Setting(happened),
        "organisation.capture" => T("Said what mail and calendars are fetched"),
        "organisation.mail-server" => T("Server for sending mail set: {0}", Read<MailServerSet>(happened)?.Host),
        "organisation.api" => T("Said how programs may ask"),
        "webhook.made" => T("Webhook added: {0}", Said(happened, "Host")),
        "webhook.stopped" => T("Webhook stopped: {0}", Said(happened, "Host")),
        "webhook.removed" => T("Webhook taken away: {0}", Said(happened, "Host")),
        "export.made" => T("List taken out as a file: {0}", Read<ListExported>(happened)?.Name),
        "person.signed-in" => T("Signed in: {0}", Read<SignIn.PersonSignedIn>(happened)?.Device),
        "person.shut-out" => T("Shut out after five wrong tries"),
        "person.link-made" => Read<SignIn.LinkMade>(happened)?.Purpose == nameof(SignIn.LinkPurpose.Invitation) ? T("Invitation made") : T("Link for a new password made"),
        "person.password-chosen" => T("Password chosen"),
        "person.read-told" => T("Read what is computed and who sees it"),
        "person.left" => T("Left; open work went to {0}", Read<Persons.PersonLeft>(happened) is { } left ? people.GetValueOrDefault(left.HeirId) : null),
        "person.returned" => T("Came back"),
        "record.shared" => T("{0} shown to one more person", AuditKinds.Of(happened.SubjectKind)),
        "record.unshared" => T("{0} shown to somebody no longer", AuditKinds.Of(happened.SubjectKind)),
        "telling.created" => T("Recorded that people were told what is computed"),
        "contact.erased" => T("A contact was erased for good"),
        "lead.erased" => T("A lead was erased for good"),
        "erasure.decided" => T("Why somebody was erased: {0}", Reason(happened)),
        "person-data.asked" => T("Everything about a person asked for as a file"),
        "person-data.taken" => T("Everything about a person taken as a file"),
        "organisation.retention" => T("How long something is kept was changed"),
        _ when happened.Kind.EndsWith(".created", StringComparison.Ordinal) => T("{0} added", AuditKinds.Of(happened.SubjectKind)),
        _ when happened.Kind.EndsWith(".deleted", StringComparison.Ordinal) => T("{0} deleted", AuditKinds.Of(happened.SubjectKind)),
        _ when EventData.Fields(db, happened).Any() => T("{0} changed: {1}", AuditKinds.Of(happened.SubjectKind), Fields(happened)),
        _ => T(Spaced(happened.Kind.Replace('.', ' ').Replace('-', ' '))),
    };

    private static string Reason(Event happened) => JsonDocument.Parse(happened.Data).RootElement.TryGetProperty("Reason", out var reason) ? reason.GetString() switch { "Asked" => T("they asked for it"), "NoLongerNeeded" => T("not needed any more"), _ => T("it was wrong to keep them") } : T("they asked for it");

    // Platform's own news, whose shapes are not ours to name.
    private static string? Said(Event happened, string field) => System.Text.Json.Nodes.JsonNode.Parse(happened.Data)?[field]?.GetValue<string>();

    private static string Setting(Event happened) => Read<SettingChanged>(happened) is { } change
        ? T("{0}: {1} → {2}", SettingWords.Setting(change.Setting), SettingWords.Value(change.Setting, change.Before), SettingWords.Value(change.Setting, change.After))
        : T("Settings changed");

    private string Fields(Event happened)
    {
        if (!MayOpen(happened)) return T("sealed");
        var said = EventData.Fields(db, happened).Where(f => !Unsaid.Contains(f.Field)).Select(f => f.Change is { } change ? $"{Field(happened, f.Field)}: {Value(happened, f.Field, change.Before)} → {Value(happened, f.Field, change.After)}" : T("{0}: erased", Field(happened, f.Field)));
        return string.Join("; ", said) is { Length: > 0 } all ? all : T("its marks");
    }

    /// <summary>Personal values stay sealed unless the viewer may see the record they are of.</summary>
    private bool MayOpen(Event happened)
    {
        if (!happened.Data.Contains("\"sealed\"", StringComparison.Ordinal)) return true;
        if (happened.SubjectKind == "person") return db.Viewer.May(Permission.ManagePeople);
        return titles.ContainsKey(happened.SubjectId) || titles.ContainsKey(happened.TimelineId) || owned.Contains(happened.SubjectKind) && db.Reaches.For(happened.SubjectKind, AccessLevel.Read).Everyone;
    }

    private string Value(Event happened, string field, JsonElement value) => words.GetValueOrDefault(happened.SubjectKind)?.Value(happened, field, value) ?? Plain(happened, field, value);

    private string Plain(Event happened, string field, JsonElement value) => EventFields.ChoiceOf(db, happened.SubjectKind, field, value) is { } choice ? T(Spaced(choice)) : Said(value);

    private string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => T("nothing"),
        JsonValueKind.True => T("yes"),
        JsonValueKind.False => T("no"),
        JsonValueKind.String when value.TryGetGuid(out var id) => people.GetValueOrDefault(id) ?? titles.GetValueOrDefault(id)?.Title ?? "…",
        JsonValueKind.String when value.TryGetDateTime(out var at) => at.TimeOfDay == default ? $"{at:d}" : $"{at:g}",
        JsonValueKind.String => Short(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => $"{number:#,0.######}",
        _ => Short(value.ToString()),
    };

    // Fields of a module that says nothing of them are known by their names only: those are the keys of the catalogues.
    private string Field(Event happened, string name) => words.GetValueOrDefault(happened.SubjectKind)?.Label(name) ?? T(Spaced(name.EndsWith("Id", StringComparison.Ordinal) && name.Length > 2 ? name[..^2] : name));

    internal static string Spaced(string name) => string.Concat(name.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static string Short(string text) => text.Length > 120 ? text[..119] + "…" : text;

    private static T? Read<T>(Event happened) where T : News => JsonSerializer.Deserialize<T>(happened.Data);
}
