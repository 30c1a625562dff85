using System.Globalization;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>What happened to a contract, as sentences, the latest first.</summary>
internal static class ContractEvents
{
    private const int Most = 50;

    // Told by others: which term runs follows from its days.
    private static readonly string[] Unsaid = ["RemovedAt", "TermFrom", "AccountId", "DealId", "FollowsId"];

    public static async Task<IReadOnlyList<TimelineItem>> ReadAsync(AppDb db, ContractView contract, CancellationToken ct)
    {
        var people = db.PersonRows();
        var events = await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == contract.Id).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Take(Most)
            .Select(e => new { Event = e, Who = people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var owners = events.SelectMany(e => EventData.Seen(db, e.Event)).Where(f => f.Field == "OwnerId" && f.Change is not null).SelectMany(f => new[] { f.Change!.Value.Before, f.Change.Value.After }).Where(v => v.ValueKind is JsonValueKind.String).Select(v => v.GetGuid()).Distinct().ToList();
        var names = await people.Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. events.Select(e => (e.Event, e.Who, Title: Said(db, e.Event, contract.Currency, names))).Where(e => e.Title is not null).Select(e => Line(e.Event, e.Who, e.Title!, contract.Day))];
    }

    private static TimelineItem Line(Event happened, string? who, string title, DateOnly today)
    {
        // A term that began before anybody wrote it down was added on the day it was written.
        var day = DateOnly.FromDateTime(happened.RecordedAt);
        return new(DayText.Near(day, today), title) { At = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Icon = "history", Note = who ?? T("Coxswain") };
    }

    /// <summary>Null for an event that says nothing of its own.</summary>
    public static string? Said(AppDb db, Event happened, string currency, IReadOnlyDictionary<Guid, string> names)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value);
        switch (happened.Kind)
        {
            case "contract.created": return T("Added");
            case "contract.went-on":
                using (var data = JsonDocument.Parse(happened.Data)) return T("Renewed itself until {0}", Value("EndsOn", data.RootElement.GetProperty("Until")));
            case "record.shared": return T("Shown to one more person");
            case "record.unshared": return T("Shown to somebody no longer");
            case "contract.changed" when fields.TryGetValue("RemovedAt", out var removed): return removed.After.ValueKind is JsonValueKind.Null ? T("Brought back") : T("Removed");
            case "contract.changed" when fields.TryGetValue("NoticeGivenOn", out var notice): return notice.After.ValueKind is JsonValueKind.Null ? T("Notice taken back") : T("Notice given: it ends on {0}", fields.TryGetValue("EndsOn", out var ends) ? Value("EndsOn", ends.After) : T("the last day of its term"));
            case "contract.changed" when fields.Where(f => !Unsaid.Contains(f.Key)).ToList() is { Count: > 0 } changed:
                return string.Join(", ", changed.Select(f => T("{0}: {1}, was {2}", HistoryWords.Label(f.Key), Value(f.Key, f.Value.After), Value(f.Key, f.Value.Before))));
            default: return null;
        }

        string Value(string field, JsonElement value) => value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id) ? names.GetValueOrDefault(id) ?? T("someone")
            : field is "Every" && Every(value) is { } every ? ContractWords.Every(every)
            : HistoryWords.Value(field, value.ValueKind is JsonValueKind.Null ? null : value.ToString(), currency);
    }

    private static ContractEvery? Every(JsonElement value) => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? (ContractEvery)number : Enum.TryParse<ContractEvery>(value.ToString(), out var named) ? named : null;
}
