namespace Coxswain.Platform.Tabular;

/// <summary>What a sample says about all columns of a table, and what must be asked before it is read.</summary>
public sealed record TableGuess(IReadOnlyList<ColumnGuess> Columns, IReadOnlyList<FormatQuestion> Questions)
{
    /// <summary>Looks at the first rows of a table.</summary>
    public static TableGuess Of(TableFile table, int rows = 5_000) => Of(table.Headers, table.Rows().Take(rows));

    public static TableGuess Of(IReadOnlyList<string> headers, IEnumerable<TableRow> rows)
    {
        var tallies = headers.Select((header, index) => new ColumnTally(index, header)).ToArray();
        foreach (var row in rows)
            for (var i = 0; i < tallies.Length; i++) tallies[i].Add(row[i], row.Line);
        ColumnGuess[] columns = [.. tallies.Select(t => t.Guess())];
        return new(columns, [.. new[] { FormatQuestions.AboutNumbers(columns), FormatQuestions.AboutDates(columns) }.OfType<FormatQuestion>()]);
    }

    /// <summary>The suggested answers, where other columns of the file suggest one; null where only a person can say.</summary>
    public (DecimalMark? Mark, DateOrder? Order) Suggestion =>
        (Questions.SelectMany(q => q.Readings).FirstOrDefault(r => r.Suggested && r.Mark is not null)?.Mark,
         Questions.SelectMany(q => q.Readings).FirstOrDefault(r => r.Suggested && r.Order is not null)?.Order);

    /// <summary>How to read a column, once the questions are answered.</summary>
    /// <exception cref="InvalidOperationException">A question about this column is open.</exception>
    public ColumnFormat Format(int column, DecimalMark? mark = null, DateOrder? order = null, string? currency = null, TimeZoneInfo? zone = null)
    {
        var guess = Columns[column];
        var open = guess.Type is ColumnType.Date or ColumnType.DateTime ? guess.Order is null && order is null
            : guess.Type is ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money && guess.Mark is null && mark is null;
        if (open) throw new InvalidOperationException($"The reading of column {column} has to be asked.");
        return new()
        {
            Mark = guess.Mark ?? mark ?? DecimalMark.Point, Order = guess.Order ?? order ?? DateOrder.DayFirst,
            Currency = currency ?? (guess.Currencies is [var only] ? only : null), Zone = zone ?? TimeZoneInfo.Utc,
        };
    }
}
