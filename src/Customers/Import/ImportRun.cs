using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import;

/// <summary>How far a run has come. A dry run ends where it began: planned.</summary>
public enum ImportState { Planned, Running, Done, Cancelled, Failed, Undone }

/// <summary>One import, from the files to the comparison. Its place in the files is saved with each batch, so that a killed run goes on where it was.</summary>
[Tracked("import")]
internal sealed class ImportRun : Entity
{
    public required string Name { get; set; }
    public required Guid ById { get; init; }
    public required DateTime MadeAt { get; init; }
    public ImportState State { get; set; }

    /// <summary>JSON of <see cref="ImportPlan"/>.</summary>
    [Derived]
    public required string Plan { get; set; }

    /// <summary>What it was told to do, JSON of <see cref="ImportOptions"/>.</summary>
    [Derived]
    public string Options { get; set; } = "{}";

    /// <summary>The step it is in: one file, one pass.</summary>
    [Derived]
    public int Step { get; set; }

    /// <summary>Rows of the step that are done.</summary>
    [Derived]
    public int Row { get; set; }

    [Derived]
    public int Created { get; set; }

    [Derived]
    public int Changed { get; set; }

    [Derived]
    public int Same { get; set; }

    [Derived]
    public int Refused { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Problem { get; set; }

    /// <summary>JSON of <see cref="ImportResult"/>, once it is done.</summary>
    [Derived]
    public string? Result { get; set; }

    /// <summary>JSON of <see cref="ImportUndone"/>: what was taken back so far.</summary>
    [Derived]
    public string? Undone { get; set; }

    /// <summary>Rows gone through, of all steps.</summary>
    [Derived]
    public int RowsDone { get; set; }

    public void Count(RowAction action)
    {
        if (action is RowAction.Created) Created++;
        else if (action is RowAction.Changed) Changed++;
        else if (action is RowAction.Same) Same++;
        else Refused++;
    }
}

/// <summary>What a run did to a record, for undoing it and for comparing.</summary>
internal sealed class ImportedRow : Entity, IDerivedRow
{
    public required Guid RunId { get; init; }
    public required string Kind { get; init; }
    [PointsAt(By = nameof(Kind), StaysBecause = "it tells what an import did to that record, for taking it back")]
    public required Guid SubjectId { get; init; }
    public required RowAction Action { get; init; }

    /// <summary>The record's version as the run left it; a higher one now means that somebody edited it since.</summary>
    public required int SubjectVersion { get; init; }
}

/// <summary>A row of a file that was refused, or taken with a remark.</summary>
internal sealed class ImportRemark : Entity, IDerivedRow
{
    public required Guid RunId { get; init; }
    public required int File { get; init; }
    public required int Row { get; init; }
    public required bool Refused { get; init; }
    public required string Reason { get; init; }
}

/// <summary>How the columns of a file with this header were taken the last time.</summary>
internal sealed class SavedMapping : Entity
{
    /// <summary>SHA-256 of the folded header.</summary>
    public required string Signature { get; init; }
    public required string Kind { get; set; }

    /// <summary>JSON: field by column, as <see cref="PlanColumn"/>s.</summary>
    public required string Columns { get; set; }
}
