using Coxswain.Customers.Import.Reading;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>The first files say better in which currency an organisation counts than a guess made before them.</summary>
internal static class CurrencyQuestion
{
    public const string Id = "currency";

    /// <summary>Whether cells of this field, or what stands over them, name currencies.</summary>
    public static bool IsNamedIn(ImportField field) => field.Type is ImportType.Money || field.Name == "currency";

    /// <summary>The currency that a cell of such a field stands for; null where nothing names one.</summary>
    /// <param name="field">The field.</param>
    /// <param name="over">What stands over the column names it, where the cell does not.</param>
    /// <param name="cell">The cell.</param>
    public static string? Named(ImportField field, string? over, string cell) => field.Type is ImportType.Money ? CellFormats.Currency(cell) ?? over : Currencies.Clean(cell);

    /// <summary>Asked once: with the first files, where most of their amounts are in another currency than the organisation's, and of someone who may change that.</summary>
    public static async Task<ImportQuestion?> AskAsync(AppDb db, IReadOnlyList<FileLook> looks, ImportPlan? before, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var found = looks.SelectMany(l => l.Currencies).GroupBy(c => c.Key).Select(g => (Code: g.Key, Rows: g.Sum(c => c.Value))).OrderByDescending(c => c.Rows).FirstOrDefault().Code;
        if (found is null || found == tenant.Currency || !await db.MayCountAnewAsync(ct) || await db.Rows<ImportRun>().AnyAsync(r => r.State != ImportState.Planned && r.State != ImportState.Undone, ct)) return null;
        var answer = before?.Questions.FirstOrDefault(q => q.Id == Id)?.Answer == tenant.Currency ? tenant.Currency : found;
        return new ImportQuestion(Id, T("Most amounts are in {0}. In which currency do you count?", found), [new(found, T("{0}, as in the files", found)), new(tenant.Currency, T("{0}, as set", tenant.Currency))], answer, [found]);
    }

    /// <summary>The currency that the import counts in; the organisation does so from then on, once it is saved.</summary>
    public static async Task<string> AnswerAsync(AppDb db, ImportPlan plan, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        if (plan.Questions.FirstOrDefault(q => q.Id == Id)?.Answer is { } answer) db.CountIn(tenant, answer);
        return tenant.Currency;
    }
}
