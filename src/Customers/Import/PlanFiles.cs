using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Looks through files and works out the plan: kinds, columns, formats, questions, misspelt and missing names. Saves nothing.</summary>
internal sealed class PlanFiles(AppDb db, IReadOnlyList<IImportTarget> targets, DateOnly today)
{
    /// <param name="files">The files.</param>
    /// <param name="before">An earlier plan whose mapping, answers and choices stand.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ImportPlan> LookAsync(IReadOnlyList<KeptFile> files, ImportPlan? before, CancellationToken ct)
    {
        var looks = new List<FileLook>();
        var questions = new List<ImportQuestion>();
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            looks.Add(await FileAsync(file, looks.Count, before, questions, ct));

        var names = new NameCheck(targets);
        foreach (var target in targets) if (looks.Any(l => l.Names.ContainsKey(target.Kind))) names.Know(target.Kind, (await target.NamesAsync(db, ct)).Select(n => n.Name));
        foreach (var look in looks) names.Know(look);
        var (corrections, makes) = names.Check(looks);
        if (await CurrencyQuestion.AskAsync(db, looks, before, ct) is { } currency) questions.Insert(0, currency);
        var rows = new QuestionRows(files, [.. looks.Select(l => l.File)], targets);
        return new ImportPlan
        {
            Files = [.. looks.Select(l => l.File)],
            Questions = [.. questions.Select((q, i) => i < ImportPlan.MostAsked ? q with { Rows = rows.Of(q) } : q)],
            Corrections = [.. corrections.OrderByDescending(c => c.Rows).Select((c, i) => Chosen(c, before) with { Samples = i + questions.Count < ImportPlan.MostAsked ? rows.Of(c) : null })],
            Makes = [.. makes.Select(m => before?.Makes.FirstOrDefault(b => (b.Kind, b.Name) == (m.Kind, m.Name)) is { } b ? m with { Reading = b.Reading } : m)],
            NewestDate = looks.Max(l => l.Newest),
        };
    }

    private static Correction Chosen(Correction found, ImportPlan? before) =>
        before?.Corrections.FirstOrDefault(b => (b.Kind, b.From, b.To) == (found.Kind, found.From, found.To)) is { } known ? found with { Taken = known.Taken } : found;

    private async Task<FileLook> FileAsync(KeptFile kept, int number, ImportPlan? before, List<ImportQuestion> questions, CancellationToken ct)
    {
        var file = new PlanFile { Name = kept.Name, Hash = kept.Hash, Size = new FileInfo(kept.Path).Length, Remark = kept.Remark, Refused = kept.Refused };
        if (kept.Refused) return FileLook.Out(file, kept.Remark!);
        var opening = TableFile.Open(kept.Path);
        if (!opening.Readable) return FileLook.Out(file, opening.Problem.Message.Replace(Path.GetFileName(kept.Path), kept.Name, StringComparison.Ordinal));
        var (table, first) = (opening.Table, opening.Table.Sample(2_000));
        if (first.Count == 0) return FileLook.Out(file, T("There are no rows under the header."));
        file = file with { Delimiter = table.Shape.Separator.ToString(), Encoding = table.Shape.Encoding, Signature = HeaderGuess.Signature(table.Headers), Note = Told(kept, table) };
        if (await MappingAsync(file, table.Headers, before, ct) is not ({ } target, { } fields))
            return FileLook.Out(file with { Columns = Columns(table.Headers, first) }, T("None of what can be imported has these columns: {0}.", string.Join(", ", table.Headers.Take(8).Select(h => h.Length > 40 ? h[..40] : h))));
        var columns = Formats.Of(Columns(table.Headers, first), fields, target, first, number, kept.Name, before, questions);
        return FileLook.Read(file with { Kind = target.Kind, Columns = columns }, target, table, today);
    }

    private async Task<(IImportTarget, string?[])?> MappingAsync(PlanFile file, IReadOnlyList<string> header, ImportPlan? before, CancellationToken ct)
    {
        if (before?.Files.FirstOrDefault(f => f.Hash == file.Hash && f.Name == file.Name) is { } chosen)
            return targets.FirstOrDefault(t => t.Kind == chosen.Kind) is { } kind ? (kind, chosen.Columns.Any(c => c.Field is not null) ? Fields(header.Count, chosen.Columns) : HeaderGuess.Fields(header, kind)) : null;
        if (await db.Rows<SavedMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.Signature == file.Signature, ct) is { } saved && targets.FirstOrDefault(t => t.Kind == saved.Kind) is { } known)
            return (known, Fields(header.Count, Json.Read<PlanColumn[]>(saved.Columns)));
        return HeaderGuess.Kind(file.Name, header, targets);
    }

    private static string?[] Fields(int width, IReadOnlyList<PlanColumn> columns)
    {
        var fields = new string?[width];
        foreach (var column in columns.Where(c => c.Index < width)) fields[column.Index] = column.Field;
        return fields;
    }

    private static IReadOnlyList<PlanColumn> Columns(IReadOnlyList<string> header, IReadOnlyList<TableRow> first) =>
    [
        .. header.Select((name, i) => new PlanColumn
        {
            Index = i, Header = name.Length > 80 ? name[..80] : name,
            Samples = [.. first.Select(r => r[i]).Where(c => c.Trim().Length > 0).Select(c => c.Length > 60 ? c[..60] : c).Distinct().Take(3)],
        }),
    ];

    private static string? Told(KeptFile kept, TableFile table) => string.Join(" ", table.Problems.Select(p => p.Message).Prepend(kept.Remark).OfType<string>()) is { Length: > 0 } told ? told : null;
}
