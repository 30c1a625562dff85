namespace Coxswain.Platform.Importing;

/// <summary>A row of a file with its cells read: only cells that hold something are there, so that a blank never clears what is known.</summary>
/// <param name="Number">Its place in the file, the first row under the header being 1.</param>
public sealed record ImportRow(int Number)
{
    private readonly Dictionary<string, object> _values = [];

    public void Set(string field, object value) => _values[field] = value;

    public bool Has(string field) => _values.ContainsKey(field);

    public string? Text(string field) => _values.GetValueOrDefault(field) as string;

    public int? Whole(string field) => _values.GetValueOrDefault(field) is decimal number ? (int)number : null;

    /// <summary>Minor units of the row's currency; null is unknown.</summary>
    public long? Money(string field) => _values.GetValueOrDefault(field) as long?;

    public DateOnly? Date(string field) => _values.GetValueOrDefault(field) as DateOnly?;

    /// <summary>The row that a reference names.</summary>
    public Guid? Id(string field) => _values.GetValueOrDefault(field) as Guid?;
}
