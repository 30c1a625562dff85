namespace Coxswain.Platform.Tabular;

/// <summary>What the values of a column are. Unknown: none is known.</summary>
public enum ColumnType { Unknown, Text, WholeNumber, Decimal, Money, Date, DateTime, YesNo, Email, Phone, Choice }
