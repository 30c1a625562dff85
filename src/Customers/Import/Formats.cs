using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>How dates and numbers of each column are written; what can be read in two ways is asked once a file.</summary>
internal static class Formats
{
    public static IReadOnlyList<PlanColumn> Of(IReadOnlyList<PlanColumn> columns, IImportTarget target, IReadOnlyList<TableRow> first, int file, string name, ImportPlan? before, List<ImportQuestion> questions)
    {
        var days = Ways(columns, target, first, f => f is ImportType.Date or ImportType.Moment, CellFormats.DayFormats);
        var marks = Ways(columns, target, first, f => f is ImportType.Money or ImportType.Number or ImportType.Decimal or ImportType.Minutes, CellFormats.Marks);
        var day = Ask($"{file}:date", days, before, questions, T("{0}: how are days written?", name), Day);
        var mark = Ask($"{file}:number", marks, before, questions, T("{0}: what does the sign in numbers mean?", name), Mark);
        return [.. columns.Select(c => c with { Format = Format(c.Index, days, day) ?? Format(c.Index, marks, mark) })];
    }

    /// <summary>The time zone of times that name none: asked where it may be another than the organisation's.</summary>
    public static string Zone(IReadOnlyList<PlanColumn> columns, IImportTarget target, IReadOnlyList<TableRow> first, string zone, int file, string name, ImportPlan? before, List<ImportQuestion> questions)
    {
        if (zone is "UTC") return zone;
        var moments = columns.Where(c => target.Fields.Any(f => f.Name == c.Field && f.Type is ImportType.Moment)).ToList();
        var cells = moments.SelectMany(c => first.Select(r => r[c.Index].Trim())).Where(c => c.Contains(':', StringComparison.Ordinal) && !c.EndsWith('Z') && !c.Contains('+', StringComparison.Ordinal)).Distinct().Take(3).ToList();
        if (cells.Count == 0) return zone;
        var id = $"{file}:zone";
        var answer = before?.Questions.FirstOrDefault(q => q.Id == id)?.Answer is "UTC" ? "UTC" : zone;
        questions.Add(new ImportQuestion(id, T("{0}: in which time zone are times written?", name), [new(zone, T("{0}, as set", zone)), new("UTC", "UTC")], answer, cells));
        return answer;
    }

    private static List<(int Column, IReadOnlyList<string> Ways, string[] Cells)> Ways(IReadOnlyList<PlanColumn> columns, IImportTarget target, IReadOnlyList<TableRow> first, Func<ImportType, bool> isKind, Func<IReadOnlyCollection<string>, IReadOnlyList<string>> find) =>
    [
        .. from column in columns
           let field = target.Fields.FirstOrDefault(f => f.Name == column.Field)
           where field is not null && isKind(field.Type)
           let cells = first.Select(r => r[column.Index].Trim()).Where(c => c.Length > 0).ToArray()
           select (column.Index, find(cells), cells),
    ];

    // What one column leaves open another of the same file may settle: one program wrote them both.
    private static string? Ask(string id, List<(int Column, IReadOnlyList<string> Ways, string[] Cells)> columns, ImportPlan? before, List<ImportQuestion> questions, string text, Func<string, string, string> label)
    {
        var open = columns.Where(c => c.Ways.Count > 1).ToList();
        if (open.Count == 0) return null;
        var common = open.Aggregate(open[0].Ways.AsEnumerable(), (all, c) => all.Intersect(c.Ways)).ToList();
        if (columns.FirstOrDefault(c => c.Ways.Count == 1 && common.Contains(c.Ways[0])) is { Ways: [var settled] }) return settled;
        var cells = open.SelectMany(c => c.Cells).Where(c => label(common.FirstOrDefault() ?? "", c) != label(common.LastOrDefault() ?? "", c)).Distinct().Take(3).ToList();
        if (common.Count < 2 || cells.Count == 0) return common.FirstOrDefault();
        var answer = before?.Questions.FirstOrDefault(q => q.Id == id)?.Answer is { } given && common.Contains(given) ? given : common[0];
        questions.Add(new ImportQuestion(id, text, [.. common.Select(w => new ImportChoice(w, label(w, cells[0])))], answer, cells));
        return answer;
    }

    private static string? Format(int column, List<(int Column, IReadOnlyList<string> Ways, string[] Cells)> columns, string? answer)
    {
        var ways = columns.FirstOrDefault(c => c.Column == column).Ways;
        return ways is null or [] ? null : answer is not null && ways.Contains(answer) ? answer : ways[0];
    }

    private static string Day(string format, string cell) => CellFormats.Day(cell, format) is { } day ? T("{0} is {1}", cell, Platform.Ui.DayText.Full(day)) : format;

    private static string Mark(string mark, string cell) => CellFormats.Number(cell, mark) is { } number ? T("{0} is {1}", cell, number.ToString("#,0.###", System.Globalization.CultureInfo.CurrentCulture)) : mark;
}
