using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Events;

/// <summary>Closes personal values under the key of the person they are about. Erasing the key erases the values, wherever history or a backup holds them.</summary>
public sealed class Seal(IDataProtectionProvider protection)
{
    private const int NonceSize = 12, TagSize = 16, MostKept = 10_000;
    private readonly Lazy<IDataProtector> _wrap = new(() => protection.CreateProtector("Coxswain.SubjectKey"));
    private readonly Dictionary<Guid, byte[]> _keys = [];
    // As they are stored: opening one costs, and few that were read are needed.
    private readonly Dictionary<Guid, byte[]> _wrapped = [];
    private readonly List<SubjectKey> _new = [];
    private readonly HashSet<Guid> _gone = [];

    /// <summary>The text, closed under the subject's key, which is made at first use.</summary>
    /// <param name="db">Where the keys are.</param>
    /// <param name="subjectId">Whom the text is about.</param>
    /// <param name="text">What to close.</param>
    /// <param name="isNew">The subject is being made in this save, so that no key of it can be stored yet.</param>
    public string Close(AppDb db, Guid subjectId, string text, bool isNew = false)
    {
        var key = (isNew ? Read(subjectId) : KeyOf(db, subjectId)) ?? Make(subjectId);
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(closed.AsSpan(0, NonceSize), plain, closed.AsSpan(NonceSize, plain.Length), closed.AsSpan(NonceSize + plain.Length));
        return Convert.ToBase64String(closed);
    }

    /// <summary>The text again, or null where the key was erased.</summary>
    public string? Open(AppDb db, Guid subjectId, string closed)
    {
        if (KeyOf(db, subjectId) is not { } key) return null;
        var bytes = Convert.FromBase64String(closed);
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Reads the keys of many subjects at once, so that a page of history costs one statement.</summary>
    internal async Task LoadAsync(AppDb db, IEnumerable<Guid> subjects, CancellationToken ct)
    {
        var wanted = subjects.Where(id => !_keys.ContainsKey(id) && !_wrapped.ContainsKey(id)).ToHashSet();
        if (wanted.Count == 0) return;
        var found = await db.Rows<SubjectKey>().AsNoTracking().Where(k => wanted.Contains(k.Id)).Select(k => new { k.Id, k.Wrapped }).ToListAsync(ct);
        foreach (var key in found) Tell(key.Id, key.Wrapped);
        foreach (var id in wanted.Except(found.Select(k => k.Id))) Tell(id, null);
    }

    /// <summary>Takes a key as it is stored, which somebody read together with what it closes; null where there is none.</summary>
    internal void Tell(Guid subjectId, byte[]? wrapped)
    {
        if (_keys.ContainsKey(subjectId)) return;
        if (wrapped is null) _gone.Add(subjectId);
        else _wrapped[subjectId] = wrapped;
    }

    /// <summary>Forgets the subject's key for good.</summary>
    public async Task EraseAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        _keys.Remove(subjectId);
        _wrapped.Remove(subjectId);
        await db.Rows<SubjectKey>().Where(k => k.Id == subjectId).ExecuteDeleteAsync(ct);
    }

    internal IReadOnlyList<SubjectKey> TakeNewKeys()
    {
        if (_new.Count == 0) return [];
        SubjectKey[] keys = [.. _new];
        _new.Clear();
        // A bulk write never comes back to a row: kept, the keys of a million of them would fill the memory.
        if (_keys.Count > MostKept) _keys.Clear();
        return keys;
    }

    private byte[]? KeyOf(AppDb db, Guid subjectId)
    {
        if (Read(subjectId) is { } known) return known;
        if (_gone.Contains(subjectId)) return null;
        var wrapped = db.Rows<SubjectKey>().AsNoTracking().Where(k => k.Id == subjectId).Select(k => k.Wrapped).FirstOrDefault();
        return wrapped is null ? null : _keys[subjectId] = _wrap.Value.Unprotect(wrapped);
    }

    // Among those that were read or made here.
    private byte[]? Read(Guid subjectId) => _keys.TryGetValue(subjectId, out var known) ? known : _wrapped.Remove(subjectId, out var read) ? _keys[subjectId] = _wrap.Value.Unprotect(read) : null;

    private byte[] Make(Guid subjectId)
    {
        _gone.Remove(subjectId);
        var key = RandomNumberGenerator.GetBytes(32);
        _new.Add(new SubjectKey { Id = subjectId, Wrapped = _wrap.Value.Protect(key) });
        return _keys[subjectId] = key;
    }
}
