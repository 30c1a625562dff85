namespace Coxswain.Platform.Tabular;

/// <summary>What a sample says about one column.</summary>
public sealed record ColumnGuess
{
    public required int Index { get; init; }
    public required string Header { get; init; }
    public required ColumnType Type { get; init; }

    /// <summary>Rows of the sample with a value, and without one.</summary>
    public required int Known { get; init; }
    public required int Missing { get; init; }

    /// <summary>Share of the known values that have the type, 0 to 1.</summary>
    public double Fit { get; init; } = 1;

    /// <summary>Different values, counted up to <see cref="ColumnTally.MostDistinct"/>.</summary>
    public int Distinct { get; init; }

    /// <summary>The first different values, as written.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>Values that do not have the type, as written, with their lines.</summary>
    public IReadOnlyList<(long Line, string Text)> Misfits { get; init; } = [];

    /// <summary>Values of a choice with their frequency, most frequent first.</summary>
    public IReadOnlyList<(string Text, int Rows)> Choices { get; init; } = [];

    /// <summary>Decimal mark of numbers; null when both readings are possible and differ.</summary>
    public DecimalMark? Mark { get; init; }

    /// <summary>Order of day and month; null when both are possible and differ.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>True when values of this column themselves settle the mark or the order.</summary>
    public bool Decides { get; init; }

    /// <summary>ISO codes found beside amounts, most frequent first.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>Some amounts carry a sign that several currencies share, such as $.</summary>
    public bool SharedCurrencySign { get; init; }

    /// <summary>Values that read differently under the two readings, as written; empty unless ambiguous.</summary>
    public IReadOnlyList<string> Ambiguous { get; init; } = [];
}
