namespace Coxswain.Platform.Importing;

/// <summary>What the cells of a column are read as.</summary>
public enum ImportType { Text, Number, Money, Date, Reference }

/// <summary>What a field is counted by when file and database are compared afterwards.</summary>
public enum TallyBy { None, Stage, Owner, Month, Amount }

/// <summary>A field that a module can take in.</summary>
/// <param name="Name">Stable name, kept in saved mappings.</param>
/// <param name="Label">In the viewer's language.</param>
/// <param name="Type">How cells are read.</param>
public sealed record ImportField(string Name, Func<string> Label, ImportType Type)
{
    /// <summary>Other headers that mean this field, in lower case and without signs.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>A row without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>The kind of row a <see cref="ImportType.Reference"/> names.</summary>
    public string? To { get; init; }

    /// <summary>Most characters taken; a longer cell refuses its row, since cutting it would lose something silently.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Usual values; a near miss is asked about.</summary>
    public IReadOnlyList<string> Usual { get; init; } = [];

    /// <summary>The kind of record each value of the column becomes: its own kind for a name, <c>person</c> for the managers of people.</summary>
    public string? Gives { get; init; }

    public TallyBy Tally { get; init; }
}
