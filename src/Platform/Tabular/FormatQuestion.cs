namespace Coxswain.Platform.Tabular;

/// <summary>What only the person can say: which of two readings the file means. Asked once for the file, for all columns it concerns.</summary>
/// <param name="Columns">Headers of the columns.</param>
/// <param name="Readings">Both readings, the suggested one first.</param>
public sealed record FormatQuestion(string Text, IReadOnlyList<string> Columns, IReadOnlyList<FormatReading> Readings)
{
    /// <summary>True when it is about numbers, false when about dates.</summary>
    public bool AboutNumbers => Readings[0].Mark is not null;
}

/// <summary>One of the two readings with what the samples would mean.</summary>
/// <param name="Suggested">Other columns of the same file are written this way.</param>
public sealed record FormatReading(string Label, DecimalMark? Mark, DateOrder? Order, IReadOnlyList<SampleReading> Samples, bool Suggested);

/// <summary>A value as written and what it would mean, worded so that only one meaning is possible.</summary>
public sealed record SampleReading(string Written, string Means);
