namespace Coxswain.Platform.Tabular;

/// <summary>What stands before the fraction: 1,234.5 has a point, 1.234,5 a comma.</summary>
public enum DecimalMark { Point, Comma }
