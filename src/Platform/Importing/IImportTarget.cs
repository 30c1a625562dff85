using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>What a module can take in from files.</summary>
public interface IImportTarget
{
    /// <summary>The object kind, as access rules and events name it.</summary>
    string Kind { get; }

    /// <summary>All kinds of records it makes.</summary>
    IReadOnlyList<string> Kinds => [Kind];

    /// <summary>Those of its kinds that nobody sees as records: noted for taking them back, and counted nowhere.</summary>
    IReadOnlyList<string> Unseen => [];

    /// <summary>What a file of these is called, in the viewer's language.</summary>
    string Label { get; }

    /// <summary>Kinds that others refer to come first.</summary>
    int Order { get; }

    IReadOnlyList<ImportField> Fields { get; }

    /// <summary>What a property of its records is called where they are imported; the property itself where no column fills it.</summary>
    string FieldLabel(string property) => (Fields.FirstOrDefault(f => f.Sets is [var only] && only == property) ?? Fields.FirstOrDefault(f => f.Sets.Contains(property)))?.Label() ?? property;

    /// <summary>Words in the name of a file that hint at this kind.</summary>
    IReadOnlyList<string> FileNames { get; }

    /// <summary>How often a file is gone through: twice where rows refer to later rows of their own kind.</summary>
    int Passes => 1;

    /// <summary>Whether records are made from a name alone, when told to.</summary>
    bool MakesFromNames => false;

    /// <summary>It reads what this program wrote itself: every cell is taken as it stands, and nothing is guessed or asked.</summary>
    bool IsOwn => false;

    /// <summary>Fields of which a file needs at least one: without any, each of its rows would be refused.</summary>
    IReadOnlyList<string> NeedsOneOf => [];

    /// <summary>Kinds of records that its rows name by their keys, names or addresses: a dry run remembers what other files bring of them.</summary>
    IReadOnlyList<string> LooksFor => [];

    /// <summary>What a name may be taken as (the ends of a stage); empty where there is nothing to choose.</summary>
    IReadOnlyList<string> Readings => [];

    /// <summary>The likely reading of a name.</summary>
    string? ReadingOf(string name) => null;

    /// <summary>The reading of a name behind which a file says that they have left; null where nobody leaves.</summary>
    string? LeftReading => null;

    /// <summary>All records of this kind that others may refer to by name, where there are few; nothing where they are looked up batch by batch.</summary>
    Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) => Task.FromResult<IReadOnlyList<KnownName>>([]);

    /// <summary>The names of all records of a kind that others refer to by name and of which there may be a million: files ask for theirs, through <see cref="CalledAsync"/>. Null where <see cref="NamesAsync"/> knows them.</summary>
    IQueryable<string>? Many(AppDb db) => null;

    /// <summary>Of a kind with many: the records that are called by one of these texts as names go, or have one of them as key.</summary>
    Task<IReadOnlyList<KnownName>> CalledAsync(AppDb db, IReadOnlyCollection<string> texts, CancellationToken ct) => Task.FromResult<IReadOnlyList<KnownName>>([]);

    /// <summary>Of a kind with many: the fields in which a row of this kind names such records, itself among them.</summary>
    IReadOnlyList<string> Calls => [];

    /// <summary>The records with these keys of the system they came from; for kinds of which there are too many to know all their names.</summary>
    Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, KeyedRecord>>(new Dictionary<string, KeyedRecord>());

    /// <summary>The records with these folded names, each as often as it is called so; for kinds of which there are too many to know all their names.</summary>
    Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<(string, KeyedRecord)>>([]);

    /// <summary>The records of this kind that came from another system; null for a kind that is not watched for what goes there.</summary>
    IQueryable<MirroredRecord>? Keyed(AppDb db) => null;

    /// <summary>Makes records from names, through <see cref="ImportBatch.Add"/>, and answers them.</summary>
    Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<(KnownName, Entity)>>([]);

    /// <summary>
    /// What a row is known by, where <see cref="TakeAsync"/> looks for nothing else among the rows that were taken in before it; null where it does.
    /// Rows with keys are taken while others are still being saved.
    /// </summary>
    string? KeyOf(ImportRow row) => null;

    /// <summary>Takes rows in: one result a row, in their order.</summary>
    Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct);

    /// <summary>What follows from the changes of these results that stay, once what its master keeps was put back; written to the batch's database, nothing of it saved.</summary>
    /// <returns>The records it follows for.</returns>
    Task<IReadOnlyList<RowResult>> FollowAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct) => Task.FromResult<IReadOnlyList<RowResult>>([]);

    /// <summary>Learns once more who is who among rows that were taken in before a run was cut off; changes nothing.</summary>
    Task LearnAsync(ImportBatch batch, CancellationToken ct) => Task.CompletedTask;

    /// <summary>After the last row of all files, and after an undo.</summary>
    Task FinishAsync(AppDb db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The rows as the database has them, counted for the comparison; empty where nothing is compared.</summary>
    Task<IReadOnlyList<Tally>> TallyAsync(AppDb db, IQueryable<Guid> subjects, CancellationToken ct) => Task.FromResult<IReadOnlyList<Tally>>([]);

    /// <summary>The records, tracked, to be taken back.</summary>
    Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <summary>What a record is called.</summary>
    string NameOf(Entity row);

    /// <summary>Whether all that an import made of this kind may go again: without stages nobody could go on.</summary>
    Task<bool> MayGoAsync(AppDb db, IQueryable<Guid> made, CancellationToken ct) => Task.FromResult(true);

    /// <summary>Takes a record back that an import made.</summary>
    void Remove(AppDb db, Entity row, DateTime now);
}
