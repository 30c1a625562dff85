namespace Coxswain.Platform.Tabular;

/// <summary>What a table may hold. Beyond it a row is reported, not the memory filled.</summary>
public static class TableLimits
{
    /// <summary>Characters in one field before the row is marked; the text stays whole.</summary>
    public const int FieldCharacters = 100_000;

    /// <summary>Bytes in one row; beyond it the row is cut and marked.</summary>
    public const int RowBytes = 4 * 1024 * 1024;

    /// <summary>Distinct headers in one file.</summary>
    public const int Columns = 2_000;
}
