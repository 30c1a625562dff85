using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Masters;

/// <summary>
/// Sees to it that an import changes what its master says and no more. Changed here since it was taken in last, and changed there: that is a
/// conflict, which the master wins and a person reads of. Kinds without a master cost nothing.
/// </summary>
internal sealed class MasterWatch
{
    private readonly Dictionary<string, SourceMaster> _masters;
    private readonly Guid _run;
    private readonly bool _tries;
    // One batch is weighed while another is saved.
    private readonly Lock _one = new();
    private readonly List<SourceConflict> _found = [];

    private readonly DateTime _now;

    private MasterWatch(Dictionary<string, SourceMaster> masters, Guid run, bool tries, DateTime now) => (_masters, _run, _tries, _now) = (masters, run, tries, now);

    public static async Task<MasterWatch> OfAsync(AppDb db, ImportPlan plan, Guid run, bool tries, DateTime now, CancellationToken ct)
    {
        var kinds = plan.Files.Select(f => f.Kind).OfType<string>().Distinct().ToList();
        return new MasterWatch(await db.Rows<SourceMaster>().AsNoTracking().Where(m => kinds.Contains(m.Kind)).ToDictionaryAsync(m => m.Kind, ct), run, tries, now);
    }

    /// <summary>The results of a batch, with what is ours put back where Coxswain is the master, and what is the master's where the file is somebody else's.</summary>
    public async Task<IReadOnlyList<RowResult>> WeighAsync(AppDb db, IImportTarget target, PlanFile file, IReadOnlyList<RowResult> results, CancellationToken ct)
    {
        if (!_masters.TryGetValue(target.Kind, out var master)) return results;
        var changed = results.Where(IsChanged).ToList();
        if (changed.Count == 0) return results;
        var own = await db.AllCustomFieldsAsync(target.Kind, ct);
        if (master.System is { } system && !SourceSystem.IsOf(file.System, system))
        {
            var locked = master.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            return [.. results.Select(r => IsChanged(r) && !IsTypedHere(db, r.Subject!) ? Weighed(db, target, master, r, locked, own, stays: true) : r)];
        }
        var ours = await ChangedHereAsync(db, [.. changed.Select(r => r.Subject!.Id)], ct);
        if (master.System is null) foreach (var row in changed.Select(r => r.Subject!).Where(r => !ours.ContainsKey(r.Id) && IsTypedHere(db, r))) ours[row.Id] = SaidHere(db, row);
        return [.. results.Select(r => r.Subject is { } row && ours.TryGetValue(row.Id, out var fields) && r.Action is RowAction.Changed ? Weighed(db, target, master, r, fields, own, stays: master.System is null) : r)];
    }

    /// <summary>The conflicts of a batch that is being saved.</summary>
    public IReadOnlyList<SourceConflict> Take(IReadOnlyList<(string Kind, RowResult Result)> taken)
    {
        var subjects = taken.Select(t => t.Result.Subject?.Id).ToHashSet();
        lock (_one)
        {
            var own = _found.Where(c => subjects.Contains(c.SubjectId)).ToList();
            _found.RemoveAll(own.Contains);
            return own;
        }
    }

    private static bool IsChanged(RowResult result) => result is { Action: RowAction.Changed, Subject: not null, IsUnseen: false };

    // No system has ever named it: somebody typed it, and all that it says is ours.
    private static bool IsTypedHere(AppDb db, Entity row) => row is IMirrored && db.Entry(row).Property(nameof(IMirrored.SourceId)).OriginalValue is null;

    private static HashSet<string> SaidHere(AppDb db, Entity row)
    {
        var said = db.Entry(row).Properties.Where(p => p.OriginalValue is not (null or "") && p.Metadata.Name != nameof(IMirrored.SourceId)).Select(p => p.Metadata.Name).ToHashSet();
        if (row is IHasCustomFields) said.UnionWith(CustomValues.Read((string?)db.Entry(row).Property(nameof(IHasCustomFields.CustomFields)).OriginalValue).Select(v => CustomField.Prefix + v.Key));
        return said;
    }

    /// <summary>The fields of these records that somebody changed here since an import last took them in.</summary>
    private static async Task<Dictionary<Guid, HashSet<string>>> ChangedHereAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var taken = await db.Rows<ImportedRow>().Where(r => ids.Contains(r.SubjectId)).GroupBy(r => r.SubjectId).Select(g => new { g.Key, Version = g.Max(r => r.SubjectVersion) }).ToDictionaryAsync(g => g.Key, g => g.Version, ct);
        var changes = await db.Rows<Event>().AsNoTracking().OfChanges().Where(e => ids.Contains(e.SubjectId)).ToListAsync(ct);
        await EventData.ReadKeysAsync(db, changes, ct);
        return changes.Where(e => taken.TryGetValue(e.SubjectId, out var last) && e.SubjectVersion > last).GroupBy(e => e.SubjectId)
            .ToDictionary(g => g.Key, g => g.SelectMany(e => EventData.Fields(db, e)).SelectMany(Names).ToHashSet());
    }

    // Own fields stand together in one property and are weighed one by one.
    private static IEnumerable<string> Names((string Field, Change? Change) changed) =>
        changed is { Field: nameof(IHasCustomFields.CustomFields), Change: { } change } ? CustomHistory.Names(change) : [changed.Field];

    private RowResult Weighed(AppDb db, IImportTarget target, SourceMaster master, RowResult result, HashSet<string> ours, IReadOnlyList<CustomField> fields, bool stays)
    {
        var row = result.Subject!;
        var both = db.Entry(row).Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(IHasCustomFields.CustomFields) && ours.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue)).ToList();
        var own = OwnOfBoth(db, row, ours, fields);
        if (both.Count == 0 && own.Count == 0) return result;
        foreach (var field in both.Select(p => p.Metadata.Name).Concat(own.Select(f => f.Name)))
            if (!_tries) Found(new SourceConflict { Kind = master.Kind, SubjectId = row.Id, Field = field, RunId = _run, At = _now, KeptOurs = stays });
        if (stays)
        {
            foreach (var property in both) (property.CurrentValue, property.IsModified) = (property.OriginalValue, false);
            if (own.Count > 0) PutBack(db, (IHasCustomFields)row, own, fields);
        }
        var which = string.Join(", ", both.Select(p => target.FieldLabel(p.Metadata.Name)).Concat(own.Select(f => f.Label)));
        var told = stays && master.System is { } system ? T("{0} is the master: what this file says of {1} is not taken.", system, which) : T("Changed here and there: {0}.", which) + " " + (stays ? T("Ours stays.") : T("Theirs is taken."));
        return result with { Action = db.Entry(row).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, Remark = result.Remark is null ? told : $"{result.Remark} {told}" };
    }

    // What is computed follows from the others.
    private static IReadOnlyList<CustomField> OwnOfBoth(AppDb db, Entity row, HashSet<string> ours, IReadOnlyList<CustomField> fields)
    {
        if (row is not IHasCustomFields || db.Entry(row).Property(nameof(IHasCustomFields.CustomFields)) is not { IsModified: true } kept) return [];
        var theirs = CustomValues.Differing(CustomValues.Read((string?)kept.OriginalValue), CustomValues.Read((string?)kept.CurrentValue)).ToHashSet();
        return [.. fields.Where(f => f.Type is not CustomFieldType.Formula && ours.Contains(f.Name) && theirs.Contains(f.Name))];
    }

    private static void PutBack(AppDb db, IHasCustomFields row, IReadOnlyList<CustomField> own, IReadOnlyList<CustomField> fields)
    {
        var kept = db.Entry((Entity)row).Property(nameof(IHasCustomFields.CustomFields));
        var (before, values) = (CustomValues.Read((string?)kept.OriginalValue), CustomValues.Read(row.CustomFields));
        foreach (var field in own) CustomValues.Copy(before, field, values, field);
        CustomFormula.Fill(CustomFormula.Ordered(fields), fields, values, row);
        CustomValues.Keep(row, values);
        // An engine may keep the keys in an order of its own, which is no change.
        if (!CustomValues.Differing(before, CustomValues.Read(row.CustomFields)).Any()) (kept.CurrentValue, kept.IsModified) = (kept.OriginalValue, false);
    }

    private void Found(SourceConflict conflict)
    {
        lock (_one) _found.Add(conflict);
    }
}
