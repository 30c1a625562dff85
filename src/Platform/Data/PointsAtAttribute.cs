namespace Coxswain.Platform.Data;

/// <summary>
/// A column that names a record without a foreign key, because it may be one of several kinds or of a module above. What has a foreign key
/// needs none of these. When two records are merged, rows that name the one are made to name the other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PointsAtAttribute : Attribute
{
    /// <summary>The kind of record, where it is always the same.</summary>
    public string? Kind { get; init; }

    /// <summary>The property beside it that holds the kind.</summary>
    public string? By { get; init; }

    /// <summary>Why such a row stays with the record it names, whatever that is merged into; null where it follows.</summary>
    public string? StaysBecause { get; init; }
}
