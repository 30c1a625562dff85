using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
namespace Coxswain.Platform.Exporting;

/// <summary>A kind of record that goes along in an export of everything, and is taken in from one.</summary>
public interface IExported
{
    /// <summary>Stable name, as events and files of ours know it.</summary>
    string Kind { get; }

    /// <summary>The name of its file, without an ending.</summary>
    string File { get; }

    /// <summary>What others refer to comes first.</summary>
    int Order { get; }

    /// <summary>What is kept as such.</summary>
    Type Type { get; }

    /// <summary>What takes such a file in.</summary>
    IImportTarget Target { get; }

    /// <summary>Whether there is any of it to go along.</summary>
    Task<bool> AnyAsync(AppDb db, CancellationToken ct);

    /// <summary>Writes all of it, page by page.</summary>
    /// <param name="from">What is read.</param>
    /// <param name="csv">As a table.</param>
    /// <param name="json">One object a line.</param>
    /// <param name="at">Told how many are written.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were written.</returns>
    Task<long> WriteAsync(ExportSource from, Stream csv, Stream json, Action<long> at, CancellationToken ct);
}

/// <summary>What an export reads, all of one moment.</summary>
/// <param name="Db">Of whoever asked.</param>
/// <param name="Gone">Records that do not go along, so that nothing that does may name them.</param>
/// <param name="NamesOf">What people are called.</param>
public sealed record ExportSource(AppDb Db, HashSet<Guid> Gone, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>> NamesOf);

/// <summary>How one kind of record goes out and comes back.</summary>
/// <param name="kind">Stable name.</param>
/// <param name="file">The name of its file, without an ending.</param>
/// <param name="order">What others refer to comes first.</param>
/// <param name="label">What several are called, in the viewer's language.</param>
public sealed class Exported<T>(string kind, string file, int order, Func<string> label) : IExported where T : Entity
{
    private IReadOnlyList<OwnColumn<T>>? _columns;
    private OwnTarget<T>? _target;

    public string Kind => kind;
    public string File => file;
    public int Order => order;
    public Type Type => typeof(T);

    /// <summary>Which go along; all that are not removed unless said.</summary>
    public Func<AppDb, IQueryable<T>> Rows { get; init; } = db => db.Rows<T>();

    /// <summary>Properties that stay: what is secret, or says something of this installation alone.</summary>
    public IReadOnlyCollection<string> Stays { get; init; } = [];

    /// <summary>Amounts in minor units, with the property that names their currency; null where another record does.</summary>
    public IReadOnlyDictionary<string, string?> Money { get; init; } = new Dictionary<string, string?>();

    /// <summary>What goes along beside its own properties.</summary>
    public IReadOnlyList<ExtraColumn<T>> Extras { get; init; } = [];

    /// <summary>Properties that lead to another record of the same kind, which may come later.</summary>
    public IReadOnlyCollection<string> Above { get; init; } = [];

    /// <summary>Columns that may be empty, but without what they name where they name something the row says nothing: it is not taken then.</summary>
    public IReadOnlyCollection<string> Needs { get; init; } = [];

    /// <summary>What no file changes of a record that is here already.</summary>
    public IReadOnlyCollection<string> Kept { get; init; } = [];

    /// <summary>What a record is known by beside its key, where there are few of them: of two with the same one, one is here already.</summary>
    public Func<T, string?>? KnownBy { get; init; }

    /// <summary>A new organisation has some of these to start with, which make way while nobody has used them.</summary>
    public bool IsStarter { get; init; }

    /// <summary>What was taken in is not taken back with its import.</summary>
    public bool IsForGood { get; init; }

    /// <summary>Completing its rows is also how to find out which of them stand for what is here already, and does no more to those.</summary>
    public bool CompletesWhoIsWho { get; init; }

    /// <summary>They were merged into others, and stay so where they are taken in. See <see cref="MergedAway"/>.</summary>
    public bool IsMergedAway { get; internal init; }

    /// <summary>Completes rows that are being taken in.</summary>
    public Func<OwnRows<T>, CancellationToken, Task>? Completes { get; init; }

    public IImportTarget Target => _target ??= new OwnTarget<T>(this, label);

    internal IReadOnlyList<OwnColumn<T>> Columns => _columns ??= OwnColumns.Of<T>(Stays, IsMergedAway);

    public async Task<bool> AnyAsync(AppDb db, CancellationToken ct) => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(Rows(db), ct);

    public Task<long> WriteAsync(ExportSource from, Stream csv, Stream json, Action<long> at, CancellationToken ct) => new OwnWriter<T>(this, from).WriteAsync(csv, json, at, ct);
}

/// <summary>A column that is no property of the record.</summary>
/// <param name="Name">Stable name; its words stand over the column.</param>
/// <param name="ReadAsync">Its text for some records, by their keys.</param>
public sealed record ExtraColumn<T>(string Name, Func<AppDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>> ReadAsync)
{
    /// <summary>It is JSON.</summary>
    public bool IsJson { get; init; }
}

/// <summary>A row of our own files that is being taken in.</summary>
public sealed class OwnRow<T>(ImportRow row, T record, bool isNew) where T : Entity
{
    public ImportRow Row => row;
    public T Record => record;
    public bool IsNew => isNew;

    /// <summary>The key it has in the file, which is another where the record is here under its own.</summary>
    public Guid? Named => Guid.TryParse(row.Text(OwnTable.Key), out var key) ? key : null;

    /// <summary>Why it cannot be taken; null where it can.</summary>
    public string? Problem { get; set; }

    /// <summary>What is here already and stands for it.</summary>
    internal T? There { get; private set; }

    /// <summary>It is one that is here already under another key; what names it means that one.</summary>
    public void IsReally(ImportBatch batch, T there)
    {
        There = there;
        batch.Names.Learn(OwnTable.Prefix, [new KnownName(there.Id, record.Id.ToString("N", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>Sets what does not go along and is made anew.</summary>
    public void Set(string property, object value) => typeof(T).GetProperty(property)!.SetValue(record, value);
}

/// <summary>Rows of our own files that are being taken in.</summary>
/// <param name="Batch">What they are taken in with.</param>
/// <param name="Rows">With their values set.</param>
/// <param name="Here">What a record of the file is here, where that is another one.</param>
public sealed record OwnRows<T>(ImportBatch Batch, IReadOnlyList<OwnRow<T>> Rows, Func<Guid, Guid> Here) where T : Entity
{
    internal List<RowResult> Besides { get; } = [];

    /// <summary>Says that another record was changed with a row, for undoing it.</summary>
    /// <param name="kind">The kind of that record in an export.</param>
    /// <param name="changed">The record.</param>
    /// <param name="with">The row.</param>
    public void Beside(string kind, Entity changed, OwnRow<T> with) => Besides.Add(new RowResult(with.Row.Number, RowAction.Changed, changed) { Kind = Batch.Targets.Any(t => !t.IsOwn && t.Kinds.Contains(kind)) ? kind : OwnTable.Prefix + kind });
}
