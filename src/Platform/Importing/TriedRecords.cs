using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>A record that a dry run would have made or changed.</summary>
/// <param name="Id">Its key.</param>
/// <param name="AccountId">The account it belongs to; its own key where it is one.</param>
/// <param name="OwnerId">Whose it would be.</param>
/// <param name="Name">As it is shown.</param>
public sealed record TriedRecord(Guid Id, Guid? AccountId, Guid OwnerId, string Name);

/// <summary>
/// What a dry run has taken in so far: later files look for it as they would find it saved, so that they are told the same. Rows are taken
/// while others are still being noted.
/// </summary>
public sealed class TriedRecords
{
    private readonly Lock _one = new();
    private readonly Dictionary<(By By, string Kind, string Said), TriedRecord[]> _known = [];

    private readonly Dictionary<Guid, string> _names = [];

    private enum By { Key, Name, Mail }

    /// <summary>Notes a record by what others may look for it by.</summary>
    public void Note(string kind, TriedRecord record, string? key, string? mail)
    {
        lock (_one)
        {
            _names[record.Id] = record.Name;
            if (key is not null) Put(By.Key, kind, key, record);
            Put(By.Name, kind, Folding.Fold(record.Name), record);
            if (mail is not null) Put(By.Mail, kind, Folding.Fold(mail), record);
        }
    }

    /// <summary>The record with this key of the system it came from; null where none was taken in.</summary>
    public TriedRecord? Keyed(string kind, string key) => Find(By.Key, kind, key).FirstOrDefault();

    /// <summary>The records of this folded name.</summary>
    public IReadOnlyList<TriedRecord> Named(string kind, string name) => Find(By.Name, kind, name);

    /// <summary>The records of this folded address.</summary>
    public IReadOnlyList<TriedRecord> Mailed(string kind, string mail) => Find(By.Mail, kind, mail);

    /// <summary>What a record is called; null for one that was not taken in.</summary>
    public string? NameOf(Guid id)
    {
        lock (_one) return _names.GetValueOrDefault(id);
    }

    private TriedRecord[] Find(By by, string kind, string said)
    {
        lock (_one) return _known.GetValueOrDefault((by, kind, said), []);
    }

    private void Put(By by, string kind, string said, TriedRecord record) =>
        _known[(by, kind, said)] = [.. _known.GetValueOrDefault((by, kind, said), []).Where(r => r.Id != record.Id), record];
}
