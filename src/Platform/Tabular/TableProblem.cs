namespace Coxswain.Platform.Tabular;

/// <summary>One thing that is wrong, with a message that says what to do.</summary>
/// <param name="Line">Line of the file, counted from 1; null when it concerns the whole file.</param>
public sealed record TableProblem(TableFault Fault, string Message, long? Line = null);
