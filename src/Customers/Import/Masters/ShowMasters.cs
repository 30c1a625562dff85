using Coxswain.Customers.Import.Watching;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Masters;

/// <summary>Shows whose word counts for each kind of record, what is locked for it, what has gone there, and where both changed the same.</summary>
internal static class ShowMasters
{
    private const int Most = 100;

    public sealed record Input
    {
        /// <summary>A kind to open for change.</summary>
        public string? Edit { get; init; }
    }

    public static async Task<Outcome<MastersView>> Do(Input input, AppDb db, IEnumerable<IImportTarget> targets, IEnumerable<IEventWords> words, DataFolder data, IPeopleNow people, CancellationToken ct)
    {
        // With the organisation's own fields, which are locked like any other.
        var watched = (await CustomTarget.WithAsync(db, [.. targets.Where(t => t.Keyed(db) is not null)], ct)).Where(t => targets.Any(w => w.Kind == t.Kind)).OrderBy(t => t.Order).ToList();
        var own = new List<CustomField>();
        var masters = await db.Rows<SourceMaster>().AsNoTracking().ToDictionaryAsync(m => m.Kind, ct);
        var gone = await db.Rows<VanishedRow>().GroupBy(v => v.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var conflicts = await db.Rows<SourceConflict>().AsNoTracking().OrderByDescending(c => c.At).Take(Most).ToListAsync(ct);
        var vanished = await db.Rows<VanishedRow>().AsNoTracking().OrderByDescending(v => v.At).Take(Most).ToListAsync(ct);
        var names = await NamesAsync(db, watched, [.. conflicts.Select(c => (c.Kind, c.SubjectId)), .. vanished.Select(v => (v.Kind, v.SubjectId))], ct);
        var labels = new Dictionary<string, Func<string, string?>>();
        foreach (var kind in conflicts.Select(c => c.Kind).Distinct()) own.AddRange(await db.AllCustomFieldsAsync(kind, ct));
        foreach (var kind in conflicts.Select(c => c.Kind).Distinct()) labels[kind] = words.FirstOrDefault(w => w.Kinds.Contains(kind)) is { } said ? (await said.ReadAsync(db, [], ct)).Label : _ => null;
        return new MastersView(
            [.. watched.Select(t => Of(t, masters.GetValueOrDefault(t.Kind), gone.GetValueOrDefault(t.Kind)))],
            [.. vanished.Where(v => names.ContainsKey(v.SubjectId)).Select(v => new VanishedView(v.Kind, v.SubjectId, names[v.SubjectId], DateOnly.FromDateTime(v.At)))],
            [.. conflicts.Where(c => names.ContainsKey(c.SubjectId)).Select(c => new ConflictView(c.Id, c.Kind, c.SubjectId, names[c.SubjectId], own.FirstOrDefault(f => f.Kind == c.Kind && f.Name == c.Field)?.Label ?? labels[c.Kind](c.Field) ?? watched.FirstOrDefault(t => t.Kind == c.Kind)?.FieldLabel(c.Field) ?? c.Field, c.KeptOurs, DateOnly.FromDateTime(c.At)))],
            input.Edit, await WatchedView.OfAsync(db, data, people, ct));
    }

    /// <summary>The same with the kind of a posted form open.</summary>
    public static Task<Outcome<MastersView>> Again(SetMaster.Input input, AppDb db, IEnumerable<IImportTarget> targets, IEnumerable<IEventWords> words, DataFolder data, IPeopleNow people, CancellationToken ct) => Do(new() { Edit = input.Kind }, db, targets, words, data, people, ct);

    /// <summary>The masters as data.</summary>
    public static async Task<Outcome<IReadOnlyList<MasterView>>> Read(AppDb db, IEnumerable<IImportTarget> targets, IEnumerable<IEventWords> words, DataFolder data, IPeopleNow people, CancellationToken ct) =>
        Outcome.Done((await Do(new(), db, targets, words, data, people, ct)).View!.Kinds);

    private static MasterView Of(IImportTarget target, SourceMaster? master, int gone) => new()
    {
        Kind = target.Kind, Label = target.Label, Version = master?.Version ?? 0, IsSet = master is not null, System = master?.System, IsComplete = master?.IsComplete ?? false, TakenAt = master?.TakenAt, Vanished = gone,
        Locked = master?.System is null ? [] : [.. target.Fields.Where(f => f.Sets.Count > 0 && f.Sets.All(s => master.Fields.Split(' ').Contains(s))).Select(f => f.Label()).Distinct()],
    };

    private static async Task<Dictionary<Guid, string>> NamesAsync(AppDb db, IReadOnlyList<IImportTarget> targets, IReadOnlyList<(string Kind, Guid Id)> records, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var target in targets)
        {
            var ids = records.Where(r => r.Kind == target.Kind).Select(r => r.Id).Distinct().ToList();
            if (ids.Count > 0) foreach (var name in await target.Keyed(db)!.Where(k => ids.Contains(k.Id)).ToListAsync(ct)) names[name.Id] = name.Name;
        }
        return names;
    }
}

/// <summary>Says whose word counts for a kind of record.</summary>
internal static class SetMaster
{
    public sealed record Input
    {
        public string? Kind { get; init; }

        /// <summary><c>source</c>, <c>ours</c>, or empty: whoever imports last.</summary>
        public string? Master { get; init; }

        /// <summary>The system that is the master, as people call it.</summary>
        public string? System { get; init; }

        /// <summary>Its exports hold every record.</summary>
        public bool IsComplete { get; init; }
    }

    public sealed record Done(string Kind);

    public static async Task<Outcome<Done>> Do(Input input, AppDb db, IEnumerable<IImportTarget> targets, CancellationToken ct)
    {
        if (targets.FirstOrDefault(t => t.Kind == input.Kind && t.Keyed(db) is not null) is not { } target) return Outcome.Missing;
        var system = input.System?.Trim();
        if (input.Master is "source" && system is not { Length: > 0 and <= 60 }) return Outcome.Invalid("System", T("Which system is it? In at most 60 characters."));
        if (input.Master is not ("source" or "ours" or null or "")) return Outcome.Invalid("Master", T("Choose who is the master."));
        var known = await db.Rows<SourceMaster>().SingleOrDefaultAsync(m => m.Kind == target.Kind, ct);
        if (input.Master is "source" or "ours")
        {
            if (known is null) db.Add(known = new SourceMaster { Kind = target.Kind });
            // What the exports of another brought is neither locked for this one nor missing from it.
            if (known.System != (input.Master is "source" ? system : null)) await LetGoAsync(db, known, ct);
            (known.System, known.IsComplete) = (input.Master is "source" ? system : null, input.IsComplete);
        }
        else if (known is not null)
        {
            await LetGoAsync(db, known, ct);
            db.Remove(known);
        }
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Done(target.Kind)).Saying(input.Master switch
        {
            "source" => T("{0} is the master of {1}. What its next export brings is locked here.", system, target.Label),
            "ours" => T("Coxswain is the master of {0}: what is changed here stays.", target.Label),
            _ => T("Whoever imports {0} last is right.", target.Label),
        });
    }

    private static async Task LetGoAsync(AppDb db, SourceMaster master, CancellationToken ct)
    {
        (master.Fields, master.TakenAt) = ("", null);
        await db.ClearAsync(db.Rows<VanishedRow>().Where(v => v.Kind == master.Kind), ct);
    }
}

/// <summary>Puts a conflict away that a person has read.</summary>
internal static class SettleConflict
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SetMaster.Done>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<SourceConflict>().SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } conflict) return Outcome.Missing;
        db.Remove(conflict);
        await db.SaveChangesAsync(ct);
        return new SetMaster.Done(conflict.Kind);
    }
}

/// <summary>Whose word counts, and what came of it.</summary>
public sealed record MastersView(IReadOnlyList<MasterView> Kinds, IReadOnlyList<VanishedView> Vanished, IReadOnlyList<ConflictView> Conflicts, string? Editing, WatchedView Watched);

/// <summary>Whose word counts for a kind of record.</summary>
public sealed record MasterView
{
    public required string Kind { get; init; }
    public required string Label { get; init; }
    public required int Version { get; init; }

    /// <summary>Somebody said who is the master; else whoever imports last is right.</summary>
    public required bool IsSet { get; init; }

    /// <summary>The other system, where that is the master.</summary>
    public required string? System { get; init; }
    public required bool IsComplete { get; init; }
    public required DateTime? TakenAt { get; init; }

    /// <summary>The fields that are locked, in words.</summary>
    public required IReadOnlyList<string> Locked { get; init; }

    /// <summary>Records that its system no longer has.</summary>
    public required int Vanished { get; init; }
}

/// <summary>A record that its system no longer has.</summary>
public sealed record VanishedView(string Kind, Guid Id, string Name, DateOnly On);

/// <summary>A field that was changed on both sides.</summary>
public sealed record ConflictView(Guid Id, string Kind, Guid SubjectId, string Name, string Field, bool KeptOurs, DateOnly On);
