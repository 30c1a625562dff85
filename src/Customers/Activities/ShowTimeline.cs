using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Customers.Objects;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Shows all that happened on an account, to a contact or a lead, or on a record of an own object, narrowed to a sort and to words, back to the beginning.</summary>
internal static class ShowTimeline
{
    public static async Task<Outcome<TimelineView>> OnAccount(TimelineInput input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == input.Id).Select(a => a.Name).SingleOrDefaultAsync(ct) is { } name
            ? await OfAsync(input, name, $"/accounts/{input.Id}", TimelineScopes.OfAccount(db, input.Id), db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<TimelineView>> OnContact(TimelineInput input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Contacts.Where(c => c.Id == input.Id).Select(c => new { c.Name, c.AccountId }).SingleOrDefaultAsync(ct) is not { } contact) return Outcome.Missing;
        return await OfAsync(input, contact.Name, $"/contacts/{input.Id}", TimelineScopes.OfContact(db, input.Id, contact.AccountId), db, clock, ct);
    }

    public static async Task<Outcome<TimelineView>> OnLead(TimelineInput input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Leads.Where(l => l.Id == input.Id).Select(l => l.Name).SingleOrDefaultAsync(ct) is { } name
            ? await OfAsync(input, name, $"/leads/{input.Id}", TimelineScopes.OfLead(db, input.Id), db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<TimelineView>> OnRecord(TimelineInput input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Objects.ObjectRecordView.OneAsync(db, input.Id, ct) is { } record && await db.OwnObjectAsync(record.Object, ct) is { } own
            ? await OfAsync(input, record.Name, $"/records/{input.Id}", new(e => e.SubjectId == input.Id, i => i.AboutId == input.Id) { OwnKind = own.Kind }, db, clock, ct, TimelineView.WithoutFiles) : Outcome.Missing;

    private static async Task<TimelineView> OfAsync(TimelineInput input, string name, string href, RecordTimeline.Scope scope, AppDb db, TimeProvider clock, CancellationToken ct, IReadOnlyList<TimelineSort>? sorts = null)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        return TimelineView.Of(input, name, href, await input.ReadAsync(part => RecordTimeline.ReadAsync(db, scope, part, today, ct)), sorts);
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

    /// <summary>What it can be narrowed to.</summary>
    [JsonIgnore]
    public IReadOnlyList<TimelineSort> Sorts { get; init; } = Enum.GetValues<TimelineSort>();

    /// <summary>Of a record whose files stand beside its timeline and not on it.</summary>
    public static IReadOnlyList<TimelineSort> WithoutFiles { get; } = [TimelineSort.Touches, TimelineSort.Notes, TimelineSort.Changes];

    /// <param name="input">What was asked for.</param>
    /// <param name="name">What the record is called.</param>
    /// <param name="href">Its page.</param>
    /// <param name="read">What was read.</param>
    /// <param name="sorts">What it can be narrowed to; null is everything.</param>
    public static TimelineView Of(TimelineInput input, string name, string href, TimelineRead read, IReadOnlyList<TimelineSort>? sorts = null)
    {
        return new TimelineView
        {
            Name = name, Href = href, Sort = input.Sort, Query = input.Q, Items = read.Items, Sorts = sorts ?? Enum.GetValues<TimelineSort>(),
            EarlierHref = read.Earlier is { } at ? Url(href, input.Sort, input.Q).With("before", at.At.ToString("O", CultureInfo.InvariantCulture)).With("changes", Told(at.Changes)).With("touches", Told(at.Touches)) : null,
        };
    }

    internal IReadOnlyList<TabLink> Tabs => [new(T("Everything"), Url(Href, null, Query), Sort is null), .. Sorts.Select(s => new TabLink(Named(s), Url(Href, s, Query), Sort == s))];

    internal static string Url(string href, TimelineSort? sort, string? query) => $"{href}/timeline".With("sort", sort?.ToString()).With("q", query);

    private static string? Told(int count) => count == 0 ? null : count.ToString(CultureInfo.InvariantCulture);

    private static string Named(TimelineSort sort) => sort switch { TimelineSort.Touches => T("In touch"), TimelineSort.Notes => T("Notes and signals"), TimelineSort.Files => T("Files"), _ => T("Changes and tasks") };
}
