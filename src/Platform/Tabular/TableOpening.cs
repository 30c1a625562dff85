using System.Diagnostics.CodeAnalysis;
namespace Coxswain.Platform.Tabular;

/// <summary>Either a table that can be read, or the one reason why not.</summary>
public sealed class TableOpening
{
    public TableFile? Table { get; private init; }
    public TableProblem? Problem { get; private init; }

    [MemberNotNullWhen(true, nameof(Table))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Readable => Table is not null;

    internal static TableOpening Of(TableFile table) => new() { Table = table };
    internal static TableOpening Refused(TableFault fault, string message) => new() { Problem = new(fault, message) };
}
