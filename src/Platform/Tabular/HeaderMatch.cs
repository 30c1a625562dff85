namespace Coxswain.Platform.Tabular;

/// <summary>A column of a file matched to a field.</summary>
/// <param name="Score">0 to 1; from 0.9 on it can be taken without asking.</param>
public sealed record HeaderMatch(ColumnGuess Column, TargetField Field, double Score)
{
    /// <summary>Below this nothing is proposed.</summary>
    public const double Least = 0.55;

    /// <summary>The best way to give each field at most one column and each column at most one field.</summary>
    public static IReadOnlyList<HeaderMatch> Assign(IReadOnlyList<ColumnGuess> columns, IReadOnlyList<TargetField> fields)
    {
        if (columns.Count == 0 || fields.Count == 0) return [];
        var scores = new double[fields.Count, columns.Count];
        var names = fields.Select(Names).ToArray();
        for (var f = 0; f < fields.Count; f++)
            for (var c = 0; c < columns.Count; c++)
                if (Rate(columns[c], fields[f], names[f]) is var score and >= Least) scores[f, c] = score;
        return [.. Assignment.Best(scores).Select((column, field) => (column, field)).Where(p => p.column >= 0 && scores[p.field, p.column] >= Least)
            .Select(p => new HeaderMatch(columns[p.column], fields[p.field], scores[p.field, p.column])).OrderBy(m => m.Column.Index)];
    }

    /// <summary>All fields a column could go into, likeliest first.</summary>
    public static IReadOnlyList<HeaderMatch> Rank(ColumnGuess column, IReadOnlyList<TargetField> fields) =>
        [.. fields.Select(f => new HeaderMatch(column, f, Rate(column, f, Names(f)))).Where(m => m.Score >= 0.3).OrderByDescending(m => m.Score)];

    private static string[][] Names(TargetField field) => [.. field.Synonyms.Prepend(field.Label).Prepend(field.Key).Select(HeaderWords.Of)];

    // The name speaks first; values of a wrong type take much of it away, values that only this field has add what the name lacks.
    private static double Rate(ColumnGuess column, TargetField field, string[][] names)
    {
        var header = HeaderWords.Of(column.Header);
        var name = names.Max(n => HeaderWords.Likeness(header, n));
        if (field.Types.Count == 0 || column.Type == ColumnType.Unknown) return name;
        if (!field.Types.Any(t => Suits(column.Type, t))) return name * 0.5;
        var telling = column.Type is ColumnType.Email or ColumnType.Phone && field.Types.Contains(column.Type);
        return telling ? Math.Max(Math.Min(1, name + 0.05), 0.6) : name;
    }

    private static bool Suits(ColumnType found, ColumnType wanted) => found == wanted || wanted switch
    {
        ColumnType.Text => true,
        ColumnType.Choice => found is ColumnType.Text or ColumnType.YesNo or ColumnType.WholeNumber,
        ColumnType.Money or ColumnType.Decimal => found is ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money,
        ColumnType.Date or ColumnType.DateTime => found is ColumnType.Date or ColumnType.DateTime,
        ColumnType.Phone => found is ColumnType.WholeNumber or ColumnType.Text,
        ColumnType.YesNo => found is ColumnType.WholeNumber or ColumnType.Choice,
        _ => false,
    };
}
