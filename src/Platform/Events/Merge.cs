using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Events;

/// <summary>A field that two people changed at once.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Yours">What was typed.</param>
/// <param name="Theirs">What stands now.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When.</param>
public sealed record Clash(string Field, string Yours, string Theirs, Guid By, DateTime At);

/// <summary>
/// Brings a form drawn from an older version together with what was saved since. A field the form left as it was keeps the newer value;
/// a field both changed is a clash, to be shown with both versions.
/// </summary>
public sealed class Merge
{
    private readonly Dictionary<string, List<(Change Change, Event By)>> _since = [];
    private readonly Dictionary<string, Event> _erased = [];
    private readonly List<Clash> _clashes = [];
    private IReadOnlySet<string> _hidden = new HashSet<string>();

    public IReadOnlyList<Clash> Clashes => _clashes;

    /// <summary>The value to save: what was typed, unless only the others changed this field.</summary>
    public T Take<T>(string field, T current, T typed)
    {
        // Neither what stands there nor whether it was guessed is told of what somebody does not see.
        if (_hidden.Contains(field)) throw new LockedFieldsException(new Problems().Add(field, FieldLocks.Said));
        if (_erased.TryGetValue(field, out var erased) && !Equals(typed, current))
        {
            // What the form was drawn with may be what was erased: it comes back only by somebody's word.
            _clashes.Add(new Clash(field, $"{typed}", $"{current}", erased.ActorId, erased.RecordedAt));
            return current;
        }
        if (!_since.TryGetValue(field, out var changes) || Equals(typed, current)) return typed;
        if (Equals(typed, changes[0].Change.Before.Deserialize<T>())) return current;
        _clashes.Add(new Clash(field, $"{typed}", $"{current}", changes[^1].By.ActorId, changes[^1].By.RecordedAt));
        return current;
    }

    /// <summary>What others did to a field since the form was drawn, the first first.</summary>
    internal IReadOnlyList<(Change Change, Event By)> Since(string field) => _since.GetValueOrDefault(field) ?? [];

    internal void Add(Clash clash) => _clashes.Add(clash);

    internal static async Task<Merge> SinceAsync(AppDb db, Entity row, int version, CancellationToken ct)
    {
        var merge = new Merge { _hidden = db.Reaches.Fields.Hidden(row.GetType().KindOf()) };
        if (version >= row.Version) return merge;
        var events = await db.Rows<Event>().AsNoTracking().OfChanges().Where(e => e.SubjectId == row.Id && e.SubjectVersion > version)
            .OrderBy(e => e.SubjectVersion).ToListAsync(ct);
        foreach (var happened in events) merge.Learn(db, happened);
        return merge;
    }

    private void Learn(AppDb db, Event happened)
    {
        foreach (var (field, pair) in EventData.Fields(db, happened))
        {
            if (pair is not { } known)
            {
                _erased[field] = happened;
                continue;
            }
            if (!_since.TryGetValue(field, out var changes)) _since[field] = changes = [];
            changes.Add((known, happened));
        }
    }
}

/// <summary>Opens the merge of a form with what was saved since it was drawn.</summary>
public static class Merging
{
    /// <param name="db">The database.</param>
    /// <param name="row">The row as loaded now.</param>
    /// <param name="version">The version the form was drawn from.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Merge> MergeAsync(this AppDb db, Entity row, int version, CancellationToken ct) => Merge.SinceAsync(db, row, version, ct);
}
