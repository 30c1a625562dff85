using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>What a timeline can be narrowed to.</summary>
public enum TimelineSort { Touches, Notes, Files, Changes }

/// <summary>Shows all that happened on an account or to a contact, narrowed to a sort and to words, back to the beginning.</summary>
internal static class ShowTimeline
{
    // So many are read and looked through at once; what is older is asked for with the date it goes on at.
    private const int AtOnce = 500;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public TimelineSort? Sort { get; init; }

        /// <summary>Words that all have to stand in an entry.</summary>
        public string? Q { get; init; }

        /// <summary>Only what was until then.</summary>
        public DateTime? Before { get; init; }
    }

    public static async Task<Outcome<TimelineView>> OnAccount(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == input.Id).Select(a => a.Name).SingleOrDefaultAsync(ct) is { } name
            ? await OfAsync(input, name, $"/accounts/{input.Id}", new(e => e.TimelineId == input.Id || e.SubjectId == input.Id, i => i.AccountId == input.Id) { Gone = Duplicates.MergeKind.Of(Kinds.Account)!.GoneInto(db, input.Id) }, db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<TimelineView>> OnContact(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Contacts.Where(c => c.Id == input.Id).Select(c => new { c.Name, c.AccountId }).SingleOrDefaultAsync(ct) is not { } contact) return Outcome.Missing;
        var also = Capture.Reading.AlsoWith(db, input.Id);
        return await OfAsync(input, contact.Name, $"/contacts/{input.Id}", new(e => e.SubjectId == input.Id, i => i.ContactId == input.Id) { Gone = Duplicates.MergeKind.Of(Kinds.Contact)!.GoneInto(db, input.Id), Also = i => i.ContactId != input.Id && i.AccountId == contact.AccountId && also.Contains(i.Id) }, db, clock, ct);
    }

    private static async Task<TimelineView> OfAsync(Input input, string name, string href, RecordTimeline.Scope scope, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (items, earlier) = await RecordTimeline.ReadAsync(db, scope, new(input.Sort, input.Before, AtOnce), await ListTasks.TodayAsync(db, clock, ct), ct);
        var words = Folding.Fold(input.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new TimelineView
        {
            Name = name, Href = href, Sort = input.Sort, Query = input.Q, Items = words.Length == 0 ? items : [.. items.Where(i => Holds(i, words))],
            EarlierHref = earlier is { } at ? TimelineView.Url(href, input.Sort, input.Q).With("before", at.ToString("O", CultureInfo.InvariantCulture)) : null,
        };
    }

    private static bool Holds(TimelineItem item, string[] words)
    {
        var text = Folding.Fold($"{item.Title} {item.Note} {item.Said} {item.Chip}");
        return words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

/// <summary>A timeline, narrowed.</summary>
public sealed record TimelineView
{
    public required string Name { get; init; }

    /// <summary>The record's page.</summary>
    public required string Href { get; init; }
    public required TimelineSort? Sort { get; init; }
    public required string? Query { get; init; }
    public required IReadOnlyList<TimelineItem> Items { get; init; }

    /// <summary>What was before; null where this is all.</summary>
    public required string? EarlierHref { get; init; }

    internal IReadOnlyList<TabLink> Tabs =>
    [
        new(T("Everything"), Url(Href, null, Query), Sort is null), new(T("In touch"), Url(Href, TimelineSort.Touches, Query), Sort is TimelineSort.Touches), new(T("Notes and signals"), Url(Href, TimelineSort.Notes, Query), Sort is TimelineSort.Notes),
        new(T("Files"), Url(Href, TimelineSort.Files, Query), Sort is TimelineSort.Files), new(T("Changes and tasks"), Url(Href, TimelineSort.Changes, Query), Sort is TimelineSort.Changes),
    ];

    internal static string Url(string href, TimelineSort? sort, string? query) => $"{href}/timeline".With("sort", sort?.ToString()).With("q", query);
}
