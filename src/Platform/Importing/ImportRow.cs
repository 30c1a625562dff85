namespace Coxswain.Platform.Importing;

/// <summary>A row of a file with its cells read: only cells that hold something are there, so that a blank never clears what is known.</summary>
/// <param name="Number">Its place in the file, the first row under the header being 1.</param>
public sealed record ImportRow(int Number)
{
    private readonly Dictionary<string, object> _values = [];
    private List<(string Field, Guid Of, DateOnly On)>? _each;
    private List<(string Field, Guid Id, string? Called)>? _further;
    private List<(string Field, string Key, string Called)>? _called;
    private List<string>? _remarks;

    /// <summary>What to know about it although it is taken.</summary>
    public IReadOnlyList<string> Remarks => _remarks ?? [];

    public void Remark(string remark) => (_remarks ??= []).Add(remark);

    /// <summary>The same, unless it was said already.</summary>
    public void RemarkOnce(string remark)
    {
        if (_remarks?.Contains(remark) is not true) Remark(remark);
    }

    /// <summary>Sets a day of one of several records.</summary>
    public void SetEach(string field, Guid of, DateOnly on) => (_each ??= []).Add((field, of, on));

    /// <summary>The days of several records that one field holds.</summary>
    public IEnumerable<(Guid Of, DateOnly On)> Each(string field) => (_each ?? []).Where(e => e.Field == field).Select(e => (e.Of, e.On));

    /// <summary>Adds a record that a field names behind its first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="id">The record.</param>
    /// <param name="called">What the file calls the tie to it; null where it says nothing.</param>
    public void SetFurther(string field, Guid id, string? called)
    {
        // What a column without a word for it named first is called by a later one.
        _further?.RemoveAll(f => (f.Field, f.Id, f.Called) == (field, id, null));
        (_further ??= []).Add((field, id, called));
    }

    /// <summary>The records that a field names behind its first.</summary>
    public IReadOnlyList<(Guid Id, string? Called)> Further(string field) => _further is null ? [] : [.. _further.Where(f => f.Field == field).Select(f => (f.Id, f.Called))];

    /// <summary>Notes what the file calls the tie to a record that is named by its key.</summary>
    public void SetCalled(string field, string key, string called) => (_called ??= []).Add((field, key, called));

    /// <summary>What the file calls the tie to that record; more where it is tied by several.</summary>
    public IEnumerable<string> Called(string field, string key) => (_called ?? []).Where(c => c.Field == field && c.Key == key).Select(c => c.Called);

    public void Set(string field, object value) => _values[field] = value;

    public bool Has(string field) => _values.ContainsKey(field);

    public string? Text(string field) => _values.GetValueOrDefault(field) as string;

    /// <summary>The keys a cell holds, where it may hold several; none where it is empty.</summary>
    public IReadOnlyList<string> Keys(string field) => Text(field) is { } text ? KeysIn(text) : [];

    /// <summary>The keys in the text of a cell.</summary>
    public static IReadOnlyList<string> KeysIn(string text) => text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public int? Whole(string field) => _values.GetValueOrDefault(field) is decimal number ? (int)number : null;

    /// <summary>A number with its fraction.</summary>
    public decimal? Decimal(string field) => _values.GetValueOrDefault(field) as decimal?;

    /// <summary>Minor units of the row's currency; null is unknown.</summary>
    public long? Money(string field) => _values.GetValueOrDefault(field) as long?;

    /// <summary>In UTC.</summary>
    public DateTime? Moment(string field) => _values.GetValueOrDefault(field) as DateTime?;

    public bool? YesNo(string field) => _values.GetValueOrDefault(field) as bool?;

    public DateOnly? Date(string field) => _values.GetValueOrDefault(field) as DateOnly?;

    /// <summary>The row that a reference names.</summary>
    public Guid? Id(string field) => _values.GetValueOrDefault(field) as Guid?;
}
