namespace Coxswain.Platform.Importing;

/// <summary>What the cells of a column are read as.</summary>
public enum ImportType
{
    Text, Number, Money, Date, Reference,

    /// <summary>A moment: a day with its time, in UTC once it is read.</summary>
    Moment,

    /// <summary>How long something took, in whole minutes once it is read.</summary>
    Minutes,
    YesNo,

    /// <summary>A number that may have a fraction.</summary>
    Decimal,
}

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

    /// <summary>A file without it is of another kind; a row without it is taken.</summary>
    public bool Tells { get; init; }

    /// <summary>What several columns hold is all kept, with a blank line between.</summary>
    public bool Joined { get; init; }

    /// <summary>A reference of which a cell may name several: the first stands in the field, the target sees to the others.</summary>
    public bool KeepsFurther { get; init; }

    /// <summary>The kind of row a <see cref="ImportType.Reference"/> names.</summary>
    public string? To { get; init; }

    /// <summary>Most characters taken; a longer cell refuses its row, since cutting it would lose something silently.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Usual values; a near miss is asked about.</summary>
    public IReadOnlyList<string> Usual { get; init; } = [];

    /// <summary>The kind of record each value of the column becomes: its own kind for a name, <c>person</c> for the managers of people.</summary>
    public string? Gives { get; init; }

    /// <summary>Fields that make this one where it is empty, put behind each other: a first and a last name.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Fields of which the first that is filled stands for this one where nothing else does: an address for a name.</summary>
    public IReadOnlyList<string> Else { get; init; } = [];

    /// <summary>The field that a name is only one of its kind within: stages of several pipelines may be called alike.</summary>
    public string? Within { get; init; }

    /// <summary>The field that says how it ended, where this one only says how far it came: its text stands for this one unless it says that it is open.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Several columns and cells may each say one of several: put behind each other with a semicolon.</summary>
    public bool Several { get; init; }

    /// <summary>A column names a record of <see cref="To"/> over its cells, and each cell is the day of it: when a deal came into a stage. One of yes and no names what its cells say yes to.</summary>
    public bool EachOf { get; init; }

    /// <summary>The properties of the record that it fills; one of its own name unless said, a reference one that ends on Id.</summary>
    public IReadOnlyList<string> Sets { get => field ?? [char.ToUpperInvariant(Name[0]) + Name[1..] + (Type is ImportType.Reference ? "Id" : "")]; init; }

    public TallyBy Tally { get; init; }
}
