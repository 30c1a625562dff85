using Coxswain.Customers.Import.Systems;
using Coxswain.Platform.Data;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Masters;

/// <summary>Whether a file is one of the system that is the master of what it holds. Where its headers do not tell, a person does, once for all files with the same.</summary>
internal static class SourceSystem
{
    private const int LookedBack = 50;

    /// <summary>Whether what a file was recognised as is what people call the system.</summary>
    public static bool IsOf(string? recognised, string called) => recognised is not null && Known(recognised) == Known(called);

    /// <summary>The system of a file that is not known by its headers: the master, where somebody says so.</summary>
    public static async Task<string?> AskAsync(AppDb db, PlanFile file, int number, ImportPlan? before, List<ImportQuestion> questions, CancellationToken ct)
    {
        if (file.Columns.FirstOrDefault(c => c.Field == "sourceId") is not { } key) return null;
        if (await db.Rows<SourceMaster>().Where(m => m.Kind == file.Kind).Select(m => m.System).FirstOrDefaultAsync(ct) is not { } system) return null;
        var id = $"{number}:system";
        var given = before?.Questions.FirstOrDefault(q => q.Id == id)?.Answer;
        var said = await SaidBeforeAsync(db, file, system, ct);
        // What has headers of its own would have been known by them.
        var isTheirs = given is null ? said ?? KnownExport.All.All(e => !IsOf(e.System, system)) : given is "yes";
        questions.Add(new ImportQuestion(id, T("{0}: is it an export of {1}?", file.Name, system), [new("yes", T("yes: what it brings is locked here")), new("no", T("no"))], isTheirs ? "yes" : "no", key.Samples) { WasAnswered = said is not null });
        return isTheirs ? system : null;
    }

    private static async Task<bool?> SaidBeforeAsync(AppDb db, PlanFile file, string system, CancellationToken ct)
    {
        foreach (var run in await db.Rows<ImportRun>().Where(r => r.State == ImportState.Done).OrderByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).Take(LookedBack).Select(r => r.Plan).ToListAsync(ct))
        {
            var plan = Json.Read<ImportPlan>(run);
            foreach (var (number, same) in plan.Files.Index().Where(f => f.Item.Signature == file.Signature && f.Item.Kind == file.Kind))
                if (IsOf(same.System, system)) return true;
                else if (plan.Questions.Any(q => q.Id == $"{number}:system")) return false;
        }
        return null;
    }

    // "Zoho" and "MS Dynamics" are what their exports are recognised as, whatever else people put behind them.
    private static string Known(string called)
    {
        var folded = Plain(called);
        return KnownExport.All.Select(e => e.System).FirstOrDefault(s => folded.Contains(Plain(s.Split(' ')[0]), StringComparison.Ordinal)) ?? folded;
    }

    private static string Plain(string name) => string.Concat(Folding.Fold(name).Where(char.IsLetterOrDigit));
}
