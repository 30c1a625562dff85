namespace Coxswain.Platform.Ui.Charts;

/// <summary>A row of a matrix, a value per column; null is unknown.</summary>
public sealed record MatrixRow(string Name, IReadOnlyList<double?> Values);
