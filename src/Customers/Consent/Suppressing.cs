using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tabular;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>Puts an address or a domain on the list: from then on nothing is sent there, whoever has it.</summary>
internal static class Suppress
{
    public sealed record Input
    {
        /// <summary>The address, or the domain.</summary>
        [StringLength(254)]
        public string? Value { get; init; }
        public SuppressionReason Reason { get; init; }

        [StringLength(300)]
        public string? Note { get; init; }

        /// <summary>Where the page goes on; the list, where nobody says.</summary>
        public string? Back { get; init; }
    }

    public static async Task<Outcome<SuppressionView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (Fingerprints.Clean(input.Value) is not { } clean) return Outcome.Invalid("Value", T("{0} is neither a mail address nor a domain.", input.Value));
        await SuppressionBook.AddAsync(db, [clean], input.Reason, input.Note, await ListTasks.TodayAsync(db, clock, ct), ct);
        await db.SaveChangesAsync(ct);
        var print = Fingerprints.Of(await Platform.Tenants.TenantReads.TenantAsync(db, ct), clean.Value);
        return await db.Rows<Suppression>().AsNoTracking().Where(s => s.Fingerprint == print).Select(SuppressionView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var done = await Do(input, db, clock, ct);
        return done.View is { } added ? Outcome.Done(new WentBack(LocalPath.Or(input.Back, "/settings/suppressions"))).Saying(T("Nothing is sent to {0} any more.", added.Value ?? input.Value)) : done.No;
    }
}

/// <summary>Puts all addresses and domains of a file on the list.</summary>
internal static class SuppressFile
{
    private const int Most = 200_000;

    public sealed record Input
    {
        public IFormFile? File { get; init; }
        public SuppressionReason Reason { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (input.File is not { Length: > 0 } file) return Outcome.Invalid("File", T("Choose a file."));
        var opening = TableFile.Open(file.OpenReadStream, Path.GetFileName(file.FileName));
        if (!opening.Readable) return Outcome.Invalid("File", opening.Problem.Message);
        // A list of nothing but addresses has one for its header.
        var read = 0;
        var cells = opening.Table.Headers.Concat(opening.Table.Rows().TakeWhile(_ => ++read <= Most).SelectMany(r => r.Fields));
        var found = cells.Select(c => Addressed(c)).OfType<(string, bool)>().Distinct().ToList();
        if (read > Most) return Outcome.Invalid("File", T("More than {0} rows: split the file.", Most.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)));
        if (found.Count == 0) return Outcome.Invalid("File", T("There is no mail address and no domain in this file."));
        var added = await SuppressionBook.AddAsync(db, found, input.Reason, null, await ListTasks.TodayAsync(db, clock, ct), ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/settings/suppressions")).Saying(N(added, "One is new on the list, of {1} in the file.", "{0} are new on the list, of {1} in the file.", found.Count));
    }

    // Of a file with many columns only what is surely an address, or a domain that says so with its @, is meant.
    private static (string, bool)? Addressed(string cell) => cell.Contains('@', StringComparison.Ordinal) ? Fingerprints.Clean(cell) : null;
}

/// <summary>Takes something off the list, with the reason: it may be written to again where there is a basis.</summary>
internal static class LiftSuppression
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [StringLength(300)]
        public string? Because { get; init; }

        /// <summary>The address, where the list does not show it: who does not know it does not lift it.</summary>
        [StringLength(254)]
        public string? Value { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await SuppressionBook.Standing(db).SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (string.IsNullOrWhiteSpace(input.Because)) return Outcome.Invalid("Because", T("Say why: it stays beside it."));
        if (row.Value is null && (Fingerprints.Clean(input.Value) is not { } typed || Fingerprints.Of(await Platform.Tenants.TenantReads.TenantAsync(db, ct), typed.Value) != row.Fingerprint))
            return Outcome.Invalid("Value", T("This is not the address. Whoever had it was erased, so it has to be typed."));
        (row.LiftedAt, row.LiftedBecause) = (clock.GetUtcNow().UtcDateTime, input.Because);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/settings/suppressions")).Saying(T("It may be written to again, where something is recorded that allows it."));
    }
}
