using Coxswain.Platform.Data;
namespace Coxswain.Platform.Privacy;

/// <summary>Rows of one table that are about one person, for the file that tells them everything.</summary>
/// <param name="Table">The entity.</param>
/// <param name="Label">What they are called, through T.</param>
/// <param name="Of">The rows about whom has this id.</param>
public sealed record PersonRows(Type Table, Func<string> Label, Func<AppDb, Guid, CancellationToken, ValueTask<IQueryable<object>>> Of)
{
    /// <summary>What a column is called, through T; its own name where null.</summary>
    public Func<string, string>? Field { get; init; }

    /// <summary>Columns that are given to nobody: what opens a door.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>For rows that need nothing looked up first.</summary>
    public static PersonRows Simply<T>(Func<string> label, Func<AppDb, Guid, IQueryable<T>> of) where T : class => new(typeof(T), label, (db, id, _) => ValueTask.FromResult<IQueryable<object>>(of(db, id)));
}

/// <summary>A kept file that goes along.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Hash">Its content in the data folder.</param>
public sealed record PersonFile(string Name, string Hash);

/// <summary>What a module knows about one kind of person. Registered as a service.</summary>
public interface IPersonData
{
    /// <summary>The kind: <c>contact</c>, <c>lead</c> or <c>person</c>.</summary>
    string Kind { get; }

    IReadOnlyList<PersonRows> Rows { get; }

    /// <summary>Tables with values about such people that are not given out, each with the reason.</summary>
    IReadOnlyDictionary<Type, string> Kept => new Dictionary<Type, string>();

    /// <summary>Their files.</summary>
    Task<IReadOnlyList<PersonFile>> FilesAsync(AppDb db, Guid id, CancellationToken ct) => Task.FromResult<IReadOnlyList<PersonFile>>([]);

    /// <summary>Those of us whose mail or notes, closed to others, are in it: they read that it was taken out.</summary>
    Task<IReadOnlyList<Guid>> OwnersAsync(AppDb db, Guid id, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([]);
}
