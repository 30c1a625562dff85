using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import;

/// <summary>Looks the rows up that a question is about: nobody can answer for a row they do not see.</summary>
internal sealed class QuestionRows(IReadOnlyList<KeptFile> kept, IReadOnlyList<PlanFile> files, IReadOnlyList<IImportTarget> targets)
{
    public SampleRows? Of(Correction correction) => Of(c => (c.Field.To ?? $"{c.Kind}.{c.Field.Name}") == correction.Kind, (_, cell) => cell == correction.From);

    public SampleRows? Of(ImportQuestion question) => question.Id == CurrencyQuestion.Id
        ? Of(c => CurrencyQuestion.IsNamedIn(c.Field), (c, cell) => CurrencyQuestion.Named(c.Field, c.Over, cell) == question.Samples[0])
        : Of(c => question.Id.StartsWith($"{c.File}:", StringComparison.Ordinal) && IsAsked(question.Id[(question.Id.IndexOf(':') + 1)..], c.Field), (_, cell) => question.Samples.Contains(cell));

    private static bool IsAsked(string what, ImportField field) => what switch
    {
        "date" => field.Type is ImportType.Date or ImportType.Moment,
        "zone" => field.Type is ImportType.Moment,
        "system" => field.Name is "sourceId",
        _ => field.Type is ImportType.Money or ImportType.Number or ImportType.Decimal or ImportType.Minutes,
    };

    private SampleRows? Of(Func<Place, bool> isAsked, Func<Place, string, bool> inQuestion) =>
        Places().Where(isAsked).Select(p => SampleRows.Of(KeptRows.Of(PathOf(p)), files[p.File].Columns, p.Column.Index, cell => cell.Length > 0 && inQuestion(p, cell))).FirstOrDefault(r => r.Rows.Count > 0);

    private IEnumerable<Place> Places() =>
        from file in files.Select((f, number) => (f.Kind, f.Columns, Number: number))
        let target = targets.FirstOrDefault(t => t.Kind == file.Kind)
        where target is not null
        from column in file.Columns
        let field = target.Fields.FirstOrDefault(f => f.Name == column.Field)
        where field is not null
        select new Place(file.Number, target.Kind, column, field, CellFormats.Currency(column.Header));

    private string PathOf(Place place) => kept.First(k => k.Hash == files[place.File].Hash).Path;

    private sealed record Place(int File, string Kind, PlanColumn Column, ImportField Field, string? Over);
}
