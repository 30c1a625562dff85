using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tabular;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>Lists what nothing may be sent to, the latest first; a whole address is found also where nobody can read it any more.</summary>
internal static class ShowSuppressions
{
    private const int Most = 100, Counted = 1_000;

    public sealed record Input
    {
        /// <summary>An address, a domain, or a part of one.</summary>
        public string? Q { get; init; }
    }

    public static async Task<Outcome<SuppressionsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var rows = await Sought(db, input.Q, await db.TenantAsync(ct)).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(Most).Select(SuppressionView.Reading(db)).ToListAsync(ct);
        return new SuppressionsView(rows, input.Q, await SuppressionBook.Standing(db).Take(Counted + 1).CountAsync(ct), await ListTasks.TodayAsync(db, clock, ct));
    }

    public static Task<Outcome<SuppressionsView>> Again(AppDb db, TimeProvider clock, CancellationToken ct) => Do(new(), db, clock, ct);

    public static async Task<Outcome<IReadOnlyList<SuppressionView>>> Read(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Outcome.Done((await Do(input, db, clock, ct)).View!.Rows);

    /// <summary>The whole list as a CSV file; a fingerprint stands for what nobody can read.</summary>
    public static async Task WriteAsync(HttpContext http, AppDb db)
    {
        var ct = http.RequestAborted;
        await ListExport.LeaveTraceAsync(http, "suppressions");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"suppressions.csv\"";
        await using var table = new TableWriter(http.Response.Body);
        await table.HeaderAsync([T("Address or domain"), T("Fingerprint"), T("Why"), T("Note"), T("Since")], ct);
        await foreach (var row in SuppressionBook.Standing(db).AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
            await table.Text(row.Value).Text(row.Fingerprint).Text(ConsentWords.Of(row.Reason)).Text(row.Note).Date(row.On).EndRowAsync(ct);
    }

    private static IQueryable<Suppression> Sought(AppDb db, string? typed, Tenant tenant)
    {
        var rows = SuppressionBook.Standing(db).AsNoTracking();
        if (string.IsNullOrWhiteSpace(typed)) return rows;
        var (part, print) = (typed.Trim().ToLowerInvariant(), Fingerprints.Clean(typed) is { } whole ? Fingerprints.Of(tenant, whole.Value) : "");
        return rows.Where(s => s.Fingerprint == print || s.Value!.Contains(part));
    }
}

/// <summary>The list's page.</summary>
/// <param name="Rows">The latest, or those that were sought.</param>
/// <param name="Q">What was sought.</param>
/// <param name="Count">How many there are; counted to a thousand.</param>
/// <param name="Today">In the organisation.</param>
public sealed record SuppressionsView(IReadOnlyList<SuppressionView> Rows, string? Q, int Count, DateOnly Today);

/// <summary>Asks whether a message may go, and on what it would rest.</summary>
internal static class AskPermit
{
    public sealed record Input
    {
        public string? Address { get; init; }
        public Channel Channel { get; init; }
        public Purpose Purpose { get; init; }
        public string? Topic { get; init; }
    }

    public static async Task<Outcome<PermitView>> Do(Input input, AppDb db, IEnumerable<IConsentBook> books, CancellationToken ct)
    {
        var said = await books.First().AskAsync(db, input.Address ?? "", input.Channel, input.Purpose, input.Topic, ct);
        return new PermitView(said.Why is null, said.Ground, said.RecordId, said.Why);
    }
}

/// <summary>Whether a message may go.</summary>
/// <param name="May">It may.</param>
/// <param name="Ground">On what it rests.</param>
/// <param name="EntryId">The entry it rests on.</param>
/// <param name="Why">Why it may not, in words.</param>
public sealed record PermitView(bool May, LegalGround? Ground, Guid? EntryId, string? Why);
