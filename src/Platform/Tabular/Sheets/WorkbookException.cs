namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>Why a workbook cannot be taken, and what to do about it.</summary>
public sealed class WorkbookException(string message) : Exception(message);
