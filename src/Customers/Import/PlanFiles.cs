using Coxswain.Customers.Import.Masters;
using Coxswain.Customers.Import.Reading;
using Coxswain.Customers.Import.Systems;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Looks through files and works out the plan: kinds, columns, formats, questions, misspelt and missing names. Saves nothing.</summary>
internal sealed class PlanFiles(AppDb db, IReadOnlyList<IImportTarget> targets, DateOnly today)
{
    private readonly IReadOnlyList<IImportTarget> _others = [.. targets.Where(t => !t.IsOwn)];
    private string? _zone;

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
        await KnowAsync(names, looks, files, ct);
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

    /// <summary>Whatever the files call somebody by, in them and here.</summary>
    private async Task KnowAsync(NameCheck names, IReadOnlyList<FileLook> looks, IReadOnlyList<KeptFile> files, CancellationToken ct)
    {
        foreach (var look in looks) names.Know(look);
        foreach (var target in targets)
        {
            var named = looks.SelectMany(l => l.Names.GetValueOrDefault(target.Kind)?.Keys ?? Enumerable.Empty<string>()).ToHashSet();
            if (named.Count == 0) continue;
            foreach (var look in looks.Where(l => l.GivesMore.Contains(target.Kind)))
                if (TableFile.Open(files.First(f => f.Hash == look.File.Hash).Path) is { Readable: true } opening) names.Know(target.Kind, named, FileLook.AllGiven(look.File, targets.Single(t => t.Kind == look.File.Kind), opening.Table, target.Kind));
            await names.KnowAsync(db, target, named, ct);
        }
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
        if (await MappingAsync(file, table.Headers, before, ct) is not { } mapping)
            return FileLook.Out(file with { Columns = Columns(table.Headers, first) }, before?.Files.FirstOrDefault(f => f.Hash == file.Hash && f.Name == file.Name)?.Note ?? T("None of what can be imported has these columns: {0}.", string.Join(", ", table.Headers.Take(8).Select(h => h.Length > 40 ? h[..40] : h))));
        var (target, fields) = (mapping.Target, mapping.Fields);
        // Whoever chose its kind may still choose the column that says so.
        if (target.NeedsOneOf.Count > 0 && !fields.Any(f => f is not null && target.NeedsOneOf.Contains(f.Field)) && before?.Files.Any(f => f.Hash == file.Hash && f.Name == file.Name && f.Kind is not null) is not true)
            return FileLook.Out(file with { System = mapping.Export?.System, Columns = Columns(table.Headers, first) }, T("Nothing in it says whom its rows are about, so none of them could be kept. It would take one of these columns: {0}.", string.Join(", ", target.Fields.Where(f => target.NeedsOneOf.Contains(f.Name)).Select(f => f.Label()))));
        var columns = Formats.Of([.. Columns(table.Headers, first).Select(c => Mapped(c, fields[c.Index]))], target, first, number, kept.Name, before, questions);
        var zone = mapping.Export?.Zone ?? await ZoneAsync(ct);
        if (mapping.Export?.Zone is null) zone = Formats.Zone(columns, target, first, zone, number, kept.Name, before, questions);
        file = file with { Kind = target.Kind, System = mapping.Export?.System, Columns = columns };
        if (file.System is null) file = file with { System = await SourceSystem.AskAsync(db, file, number, before, questions, ct) };
        return FileLook.Read(file with { Always = mapping.Always, Columns = [.. columns.Select(c => c with { Zone = target.Fields.Any(f => f.Name == c.Field && f.Type is ImportType.Moment) ? zone : null })] }, target, table, today);
    }

    /// <summary>What a file is and what each of its columns is, and whose export it was recognised as.</summary>
    private sealed record Mapping(IImportTarget Target, IReadOnlyList<KnownColumn?> Fields, KnownExport? Export)
    {
        public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();
    }

    private async Task<Mapping?> MappingAsync(PlanFile file, IReadOnlyList<string> header, ImportPlan? before, CancellationToken ct)
    {
        if (before?.Files.FirstOrDefault(f => f.Hash == file.Hash && f.Name == file.Name) is { } chosen)
            return targets.FirstOrDefault(t => t.Kind == chosen.Kind) is not { } kind ? null : chosen.Columns.Any(c => c.Field is not null) ? new(kind, Known(header.Count, chosen.Columns), Named(chosen.System)) { Always = chosen.Always } : Guessed(header, kind);
        if (OwnTable.Of(header, targets) is { } own) return new(own.Target, Plain([.. own.Fields]), KnownExport.Ours);
        if (await db.Rows<SavedMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.Signature == file.Signature, ct) is { } saved && targets.FirstOrDefault(t => t.Kind == saved.Kind) is { } known)
            return Of(known, Known(header.Count, Json.Read<PlanColumn[]>(saved.Columns)), KnownExport.Of(header, targets, saved.Kind));
        if (KnownExport.Of(header, _others) is { } recognised) return Of(recognised.Target, recognised.WithGuesses(header), recognised);
        return HeaderGuess.Kind(file.Name, header, _others) is { } guess ? new(guess.Target, Plain(guess.Fields), null) : null;
    }

    private Mapping Guessed(IReadOnlyList<string> header, IImportTarget kind) =>
        KnownExport.Of(header, _others, kind.Kind) is { } recognised ? Of(kind, recognised.WithGuesses(header), recognised) : new(kind, Plain(HeaderGuess.Fields(header, kind)), null);

    private static Mapping Of(IImportTarget target, IReadOnlyList<KnownColumn?> columns, RecognisedFile? file) => file is null ? new(target, columns, null) : new(target, columns, file.Export) { Always = file.Always };

    private static KnownExport? Named(string? system) => KnownExport.All.Append(KnownExport.Ours).FirstOrDefault(e => e.System == system);

    private static IReadOnlyList<KnownColumn?> Plain(string?[] fields) => [.. fields.Select(f => f is null ? null : new KnownColumn(f, false, null, null, null))];

    private static IReadOnlyList<KnownColumn?> Known(int width, IReadOnlyList<PlanColumn> columns)
    {
        var known = new KnownColumn?[width];
        foreach (var column in columns.Where(c => c.Index < width && c.Field is not null)) known[column.Index] = new(column.Field!, column.IsKey, column.Unit, column.Of, column.Cut) { Rank = column.Rank };
        return known;
    }

    private static PlanColumn Mapped(PlanColumn column, KnownColumn? known) => known is null ? column : column with { Field = known.Field, IsKey = known.IsKey, Unit = known.Unit, Of = known.Of, Cut = known.Cut, Rank = known.Rank };

    private async Task<string> ZoneAsync(CancellationToken ct) => _zone ??= await db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).Select(t => t.TimeZone).SingleAsync(ct);

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
