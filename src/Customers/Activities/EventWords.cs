using System.Globalization;
using System.Text.Json;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Records;
using Coxswain.Customers.Signals;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Events as lines of a timeline: "Industry: Transport → Logistics".</summary>
/// <param name="today">The day it is read on.</param>
/// <param name="names">What records that events refer to are called.</param>
/// <param name="own">The organisation's own fields, of every kind.</param>
internal sealed class EventWords(DateOnly today, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<CustomField> own)
{
    public const string StepDone = "account-step-done";
    private static readonly string[] Unsaid = ["SourceId", "CustomFields", "AboutKind", "AboutId", "AimsAt", "FollowUpId", "PhoneE164", "MobileE164", "PersonId", "StepId", "ConvertedAt", "OpportunityId", "TaskId", "WithContactId", "ContentId", "MergedIntoId"];

    /// <summary>Null for an event that says nothing of its own.</summary>
    public TimelineItem? Of(AppDb db, RecordTimeline.Told told)
    {
        var happened = told.Event;
        var title = happened.Kind switch
        {
            "account.created" => T("Account added"),
            "contact.created" => T("Contact added: {0}", told.Name ?? T("someone")),
            "contact.erased" => T("A contact was erased for good"),
            "signal.created" => T("Signal: {0}", NotedAs(db, happened)),
            "desk-note.created" => T("On their desk: {0}", told.Name),
            "account-step-done.created" => T("Done: {0}", told.Name),
            "attachment.created" => T("File: {0}", told.Name ?? T("taken away since")),
            "favour.created" => T("Given: {0}", told.Name),
            "tip.created" => T("Heard in service: {0}", told.Name),
            "object-record.created" => T("Added"),
            "service-case.created" => T("Case: {0}", told.Name),
            "tip.changed" or "service-case.changed" when !EventData.TellsErased(happened) => null,
            "lead.created" => T("Lead added"),
            "account.merged" or "contact.merged" or "lead.merged" => Merged(db, happened),
            "account.unmerged" or "contact.unmerged" or "lead.unmerged" => T("A merge was taken back"),
            "account.told-apart" or "contact.told-apart" or "lead.told-apart" => T("Told apart from one that looks the same"),
            "record.shared" => T("Shown to one more person"),
            "record.unshared" => T("Shown to somebody no longer"),
            "task.created" => T("Task: {0}", told.Name),
            _ when happened.Kind.EndsWith(".changed", StringComparison.Ordinal) => Changed(db, happened, happened.SubjectKind == Kinds.Signal ? T("Signal") : told.Name),
            _ => null,
        };
        if (title is null) return null;
        var day = DateOnly.FromDateTime(happened.OccurredAt);
        return new TimelineItem(DayText.Near(day, today), title)
        {
            At = happened.OccurredAt.ToString("O", CultureInfo.InvariantCulture),
            Icon = happened.SubjectKind switch { Kinds.Contact => "user", Kinds.Task or StepDone => "circle-check", Kinds.Signal => "bell", Kinds.DeskNote => "file-text", Kinds.Attachment => "paperclip", _ => "history" },
            Note = DateOnly.FromDateTime(happened.RecordedAt) is var recorded && recorded > day ? T("{0} · recorded {1}", told.Who ?? T("Coxswain"), DayText.Short(recorded, today)) : told.Who ?? T("Coxswain"),
        };
    }

    private string? Changed(AppDb db, Event happened, string? name)
    {
        var fields = EventData.Seen(db, happened).Where(f => !Unsaid.Contains(f.Field)).ToList();
        if (fields.FirstOrDefault(f => f.Field == "RemovedAt").Change is { } removed) return About(name, removed.After.ValueKind is JsonValueKind.Null ? T("brought back") : T("removed"));
        if (fields.FirstOrDefault(f => f.Field == "DoneAt").Change is { } done) return About(name, done.After.ValueKind is JsonValueKind.Null ? T("open again") : T("done"));
        if (fields.FirstOrDefault(f => f.Field == "DoneOn").Change is { } step) return step.After.ValueKind is JsonValueKind.Null ? T("Open again: {0}", name) : T("Done: {0}", name);
        var said = Own(db, happened).ToList();
        if (fields.Count == 0 && said.Count == 0) return null;
        return About(name, string.Join("; ", said.Prepend(string.Join("; ", fields.Select(f => f.Change is { } change ? $"{Label(happened, f.Field)}: {Said(db, happened, f.Field, change.Before)} → {Said(db, happened, f.Field, change.After)}" : T("{0}: erased", Label(happened, f.Field))))).Where(s => s.Length > 0)));
    }

    // Of a person it is what they do, of a task what is to be done.
    private static string Label(Event happened, string field) => happened.SubjectKind == Kinds.Task && field == "Title" ? T("What") : Words.Field(field);

    private string Merged(AppDb db, Event happened)
    {
        var merged = T("Another record was merged into it");
        return Changed(db, happened, null) is { } taken ? $"{merged} · {taken}" : merged;
    }

    private IEnumerable<string> Own(AppDb db, Event happened) => EventData.Seen(db, happened).Where(f => f is { Field: "CustomFields", Change: not null })
        .SelectMany(f => CustomHistory.Of([.. own.Where(o => o.Kind == happened.SubjectKind || happened.SubjectKind == CustomObject.RecordKind)], f.Change!.Value)).Select(c => $"{c.Label}: {c.Before ?? T("unknown")} → {c.After ?? T("unknown")}");

    private static string About(string? name, string what) => name is null ? char.ToUpper(what[0], CultureInfo.CurrentCulture) + what[1..] : $"{name} · {what}";

    // As it was noted then, whatever it was made later.
    private string NotedAs(AppDb db, Event happened) => EventData.Seen(db, happened).FirstOrDefault(f => f.Field == "Kind").Change is { } kind ? Said(db, happened, "Kind", kind.After) : T("Signal");

    private string Said(AppDb db, Event happened, string field, JsonElement value)
    {
        if (EventFields.ChoiceOf(db, happened.SubjectKind, field, value) is { } choice) return happened.SubjectKind switch
        {
            Kinds.Signal => SignalWords.Of(Enum.Parse<SignalKind>(choice)),
            Kinds.Favour => field == "Result" ? FavourWords.Of(Enum.Parse<FavourResult>(choice)) : FavourWords.Of(Enum.Parse<FavourKind>(choice)),
            Kinds.Lead => field == "End" ? LeadWords.Of(Enum.Parse<LeadEnd>(choice)) : LeadWords.Of(Enum.Parse<LeadStatus>(choice)),
            _ => choice,
        };
        if (value.ValueKind is JsonValueKind.Null) return T("unknown");
        if (value.ValueKind is not JsonValueKind.String) return value.ToString();
        if (value.TryGetGuid(out var id)) return names.GetValueOrDefault(id) ?? T("someone");
        var text = value.GetString()!;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DayText.Short(day, today) : text.Length > 120 ? text[..119] + "…" : text;
    }
}
