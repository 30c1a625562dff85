using Coxswain.Platform.Importing;
namespace Coxswain.Customers;

/// <summary>What an import is told to do beside taking rows in.</summary>
public sealed record ImportOptions
{
    /// <summary>Names that no record has make one.</summary>
    public bool CreatePeople { get; init; }
    public bool CreateStages { get; init; }
    public bool CreateProducts { get; init; }
    public bool CreateAccounts { get; init; }

    /// <summary>Everything is done but saving.</summary>
    public bool DryRun { get; init; }

    /// <summary>Answers to the plan's questions by their ids; a question without one keeps its guess.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Yes to everything that is asked.</summary>
    public static ImportOptions Yes { get; } = new() { CreatePeople = true, CreateStages = true, CreateProducts = true, CreateAccounts = true };

    public bool Creates(string kind) => kind switch { "person" => CreatePeople, "stage" => CreateStages, "product" or "price-list" => CreateProducts, "account" => CreateAccounts, _ => false };
}

/// <summary>How far an import is.</summary>
/// <param name="File">The file at hand.</param>
/// <param name="Done">Rows gone through, of all files.</param>
/// <param name="Total">Rows to go through.</param>
public sealed record ImportProgress(string File, int Done, int Total);

/// <summary>What an import did, and whether file and database agree.</summary>
public sealed record ImportResult
{
    public required Guid RunId { get; init; }
    public required ImportPlan Plan { get; init; }
    public int Created { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }
    public int Refused { get; init; }
    public bool DryRun { get; init; }

    /// <summary>Records made, by kind.</summary>
    public IReadOnlyDictionary<string, int> CreatedByKind { get; init; } = new Dictionary<string, int>();

    /// <summary>Remarks on rows, refused or taken, the most frequent first.</summary>
    public IReadOnlyList<RemarkCount> Remarks { get; init; } = [];

    /// <summary>Of a dry run: the first changes, field by field.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>Of a dry run: the first records of each kind that would be new.</summary>
    public IReadOnlyList<PlannedRecord> New { get; init; } = [];
    public IReadOnlyList<Reconciled> Reconciliation { get; init; } = [];

    /// <summary>Records that their own system no longer has.</summary>
    public int Vanished { get; init; }

    /// <summary>The day the data stand for, where it is old.</summary>
    public DateOnly? DataThrough { get; init; }
    public TimeSpan Took { get; init; }

    /// <summary>No line of the comparison differs.</summary>
    public bool Agrees => Reconciliation.All(r => r.CountDifference == 0 && r.SumDifference == 0);
}

/// <summary>A field that an import would change.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Id">The record.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Field">The field, in words.</param>
/// <param name="Before">What it is; null is nothing.</param>
/// <param name="After">What it would be; null is nothing.</param>
public sealed record PlannedChange(string Kind, Guid Id, string Name, string Field, string? Before, string? After);

/// <summary>A record that an import would make.</summary>
public sealed record PlannedRecord(string Kind, string Name);

/// <summary>How many rows share a remark.</summary>
public sealed record RemarkCount(string Reason, bool Refused, int Rows);

/// <summary>One line of the comparison, file against database.</summary>
/// <param name="By">Stage, owner or month.</param>
/// <param name="Key">Which.</param>
/// <param name="Currency">Of the sums.</param>
/// <param name="FileCount">Rows in the file.</param>
/// <param name="Count">Rows in the database.</param>
/// <param name="FileSum">Minor units in the file.</param>
/// <param name="Sum">Minor units in the database.</param>
public sealed record Reconciled(TallyBy By, string Key, string Currency, long FileCount, long Count, long FileSum, long Sum)
{
    public long CountDifference => FileCount - Count;
    public long SumDifference => FileSum - Sum;
}
