namespace Coxswain.Customers;

/// <summary>What an import would do: which file is what, how each column is read, what is unclear and what would be made. Everything in it may be changed before the start.</summary>
public sealed record ImportPlan
{
    public IReadOnlyList<PlanFile> Files { get; init; } = [];

    /// <summary>Names that look misspelt, with what they are taken as.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Records that rows refer to and that do not exist yet.</summary>
    public IReadOnlyList<PlannedName> Makes { get; init; } = [];

    /// <summary>As many are asked of a person; what is left goes by its guess unless somebody looks.</summary>
    public const int MostAsked = 3;

    /// <summary>What could not be decided from the files alone; each has a guess already.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    /// <summary>The newest date of the files that is not in the future; null where they hold none.</summary>
    public DateOnly? NewestDate { get; init; }
}

/// <summary>One file of an import.</summary>
public sealed record PlanFile
{
    public required string Name { get; init; }

    /// <summary>SHA-256 of its content, by which it is kept.</summary>
    public required string Hash { get; init; }
    public long Size { get; init; }

    /// <summary>The object kind; null where the file is left out.</summary>
    public string? Kind { get; init; }

    /// <summary>Why the file is left out.</summary>
    public string? Note { get; init; }

    /// <summary>What was noticed when the file was unpacked.</summary>
    public string? Remark { get; init; }

    /// <summary>It could not be unpacked; the remark says why.</summary>
    public bool Refused { get; init; }
    public string Delimiter { get; init; } = ",";
    public string Encoding { get; init; } = "utf-8";
    public int Rows { get; init; }

    /// <summary>The system whose export this is, where it was recognised by its headers.</summary>
    public string? System { get; init; }

    /// <summary>What all its rows are, by field.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();

    /// <summary>Of several groups of names (pipelines), the one whose names go without it; null where there is one at most.</summary>
    public string? Main { get; init; }

    /// <summary>What looks odd about its rows, in words.</summary>
    public IReadOnlyList<string> Oddities { get; init; } = [];

    /// <summary>SHA-256 of the folded header.</summary>
    public string Signature { get; init; } = "";
    public IReadOnlyList<PlanColumn> Columns { get; init; } = [];
}

/// <summary>One column of a file.</summary>
public sealed record PlanColumn
{
    public required int Index { get; init; }
    public required string Header { get; init; }

    /// <summary>The field it is taken as; null where it is left out.</summary>
    public string? Field { get; init; }

    /// <summary>How dates are written (<c>dd.MM.yyyy</c>), or the decimal mark (<c>.</c> or <c>,</c>).</summary>
    public string? Format { get; init; }

    /// <summary>It holds keys of the system the file came from: a reference is looked up by them and never made.</summary>
    public bool IsKey { get; init; }

    /// <summary>What follows a name and is no part of it: that somebody has left.</summary>
    public string? Cut { get; init; }

    /// <summary>Of what its cells are the days, where the field has several.</summary>
    public string? Of { get; init; }

    /// <summary>Of several columns of a field the lowest counts first; of those that are alike the order of the file.</summary>
    public int Rank { get; init; }

    /// <summary>What its numbers count: <c>ms</c>, <c>s</c>, <c>min</c> or <c>h</c>; <c>hm</c> where 01:30 is an hour and a half.</summary>
    public string? Unit { get; init; }

    /// <summary>The time zone of times that name none.</summary>
    public string? Zone { get; init; }

    /// <summary>A few cells, for whoever checks the mapping.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];
    public int Filled { get; init; }
}

/// <summary>A name that is written differently from one that is known.</summary>
/// <param name="Kind">The kind of record, or <c>kind.field</c> of a plain text.</param>
/// <param name="From">As it stands in the file.</param>
/// <param name="To">What it is taken as.</param>
/// <param name="Rows">How often it stands there.</param>
/// <param name="Taken">Whether it is taken so; false leaves the name as it is.</param>
public sealed record Correction(string Kind, string From, string To, int Rows, bool Taken = true)
{
    /// <summary>Rows it stands in; null where it is not among the first questions.</summary>
    public SampleRows? Samples { get; init; }
}

/// <summary>A record that would be made from its name.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name.</param>
/// <param name="Rows">How many rows refer to it.</param>
/// <param name="Reading">What it is taken as: for a stage open, won, lost or no decision.</param>
public sealed record PlannedName(string Kind, string Name, int Rows, string? Reading = null);

/// <summary>Something to be decided before the start.</summary>
/// <param name="Id">Stable: <c>file:column</c>.</param>
/// <param name="Text">The question, in plain words.</param>
/// <param name="Choices">What may be answered: the stored value and what it means.</param>
/// <param name="Answer">The guess, or what was answered.</param>
/// <param name="Samples">Cells it is about.</param>
public sealed record ImportQuestion(string Id, string Text, IReadOnlyList<ImportChoice> Choices, string Answer, IReadOnlyList<string> Samples)
{
    /// <summary>It was answered so for a file with the same columns: nobody has to be asked again.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>Rows with these cells.</summary>
    public SampleRows? Rows { get; init; }
}

/// <summary>One possible answer.</summary>
public sealed record ImportChoice(string Value, string Label);
