namespace Coxswain.Platform.Tabular;

/// <summary>A file of a folder: either a table to be read, or set aside with the reason said.</summary>
/// <param name="Table">Null when set aside.</param>
/// <param name="SetAside">Why it is not read; null when it is.</param>
/// <param name="Problem">The fault, when a file that should be a table cannot be read.</param>
public sealed record FolderFile(string Path, string Name, TableFile? Table, string? SetAside, TableProblem? Problem);
