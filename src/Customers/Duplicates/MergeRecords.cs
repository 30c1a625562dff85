using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>
/// Makes one record of two: the one that stays takes what was chosen of the other's facts, everything that names the other names it, and the
/// other leads to it. All of it or nothing.
/// </summary>
internal static class MergeRecords
{
    /// <summary>A position that was added for where the other one worked, among what came over.</summary>
    internal const string Added = "new:positions";

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The one that stays; the older one where nobody says.</summary>
        public Guid? Keep { get; init; }

        /// <summary>The versions the comparison was drawn from; without them what stands is merged.</summary>
        public int KeepVersion { get; init; }
        public int OtherVersion { get; init; }

        /// <summary>Facts taken from the other; where nobody says, those the one that stays knows nothing of.</summary>
        public IReadOnlyList<string>? Take { get; init; }
    }

    public static Task<Outcome<MergedView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => db.InOneTransactionAsync(() => MergeAsync(input, db, clock.GetUtcNow().UtcDateTime, ct), ct);

    private static async Task<Outcome<MergedView>> MergeAsync(Input input, AppDb db, DateTime now, CancellationToken ct)
    {
        if (await db.Rows<DuplicatePair>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } pair || MergeKind.Of(pair.Kind) is not { } kind) return Outcome.Missing;
        var keepId = input.Keep ?? pair.FirstId;
        if (keepId != pair.FirstId && keepId != pair.SecondId) return Outcome.Invalid("Keep", T("Keep one of the two."));
        var otherId = keepId == pair.FirstId ? pair.SecondId : pair.FirstId;
        var (keep, no) = await kind.OpenAsync(db, keepId, ct);
        if (no is not null) return no;
        (var other, no) = await kind.OpenAsync(db, otherId, ct);
        if (no is not null) return no;
        // What they cannot see they cannot choose between, and it would be lost.
        if (db.Reaches.Fields.Hidden(kind.Kind).Count > 0) return Outcome.Refused(T("Your role does not see every field of these two. Ask somebody who does to merge them."));
        if (input.KeepVersion > 0 && input.KeepVersion != keep!.Version) return await StaleAsync(db, keep, input.KeepVersion, ct);
        if (input.OtherVersion > 0 && input.OtherVersion != other!.Version) return await StaleAsync(db, other, input.OtherVersion, ct);

        if (await kind.FactsAsync(db, keepId, ct) is not { } stays || await kind.FactsAsync(db, otherId, ct) is not { } goes) return Outcome.Missing;
        var lines = await ComparePair.LinesAsync(db, kind, keepId, stays, otherId, goes, ct);
        var unknown = (input.Take ?? []).Where(f => lines.All(l => l.Field != f)).ToList();
        if (unknown.Count > 0) return Outcome.Invalid("Take", T("There is no field {0} here.", unknown[0]));
        var take = lines.Where(l => l.Differs && (l.Lock is not null || input.Take is null ? l.TakesOther : input.Take.Contains(l.Field))).Select(l => l.Field).ToHashSet();
        var moves = await Pointers.CountAsync(db, kind.Type, otherId, keepId, ct);
        var rows = moves.Sum(m => m.Rows - m.Left);

        // Of which system's word counts the comparison has said already.
        db.PassesLocks = true;
        var position = AlsoAt(keep!, other!, take.Contains("Account"));
        await TakeAsync(db, kind, keep!, other!, take, ct);
        if (keep is Account owned) await Service.TipRouting.FollowAsync(db, [owned], ct);
        if (position is not null && !await db.RowsWithRemoved<Position>().AnyAsync(p => (p.ContactId == keepId || p.ContactId == otherId) && p.AccountId == position.AccountId, ct)) db.Add(position);
        else position = null;
        var (one, gone) = ((IMergeable)keep!, (IMergeable)other!);
        one.Tell(new Merged(kind.Kind, rows));
        (gone.RemovedAt, gone.MergedIntoId) = (now, keepId);
        gone.Tell(new MergedAway(kind.Kind));
        // Counted as a change even where every fact stays, so that whoever has it open is told.
        db.Entry(keep!).Property(nameof(IOwned.OwnerId)).IsModified = true;
        await db.SaveChangesAsync(ct);

        // What both have is joined while it still stands where it was.
        var joined = keep is Account kept ? await Joining.JoinAsync(db, kept, (Account)other!, now, ct) : [];
        var moved = new List<PointedRows>(await Pointers.MoveAsync(db, kind.Type, otherId, keepId, ct));
        moved.AddRange(await OwnLinks.MoveAsync(db, kind.Kind, otherId, keepId, null, ct));
        moved.AddRange(joined);
        if (position is not null) moved.Add(new PointedRows(Added, [position.Id], []));
        var merge = new RecordMerge { Kind = kind.Kind, KeptId = keepId, GoneId = otherId, ById = db.Viewer.PersonId, At = now, KeptVersion = keep!.Version, Moves = JsonSerializer.Serialize(moved) };
        db.Add(merge);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new MergedView(merge.Id, kind.Kind, keepId, otherId, moved.Sum(m => m.Ids.Count), kind.Href(keepId))).Saying(T("{0} and {1} are one.", stays.Head.Title, goes.Head.Title), $"/merges/{merge.Id}/undos");
    }

    private static async Task TakeAsync(AppDb db, MergeKind kind, Entity keep, Entity other, IReadOnlySet<string> take, CancellationToken ct)
    {
        var (to, from) = (db.Entry(keep), db.Entry(other));
        foreach (var column in take.Where(kind.Columns.ContainsKey).SelectMany(f => kind.Columns[f]).Where(c => c != nameof(Account.ParentId))) to.Property(column).CurrentValue = from.Property(column).CurrentValue;
        var key = nameof(Account.SourceId);
        to.Property(key).CurrentValue ??= from.Property(key).CurrentValue;
        if (keep is Account account) account.ParentId = await ParentAsync(db, account, (Account)other, take.Contains("Parent"), ct);
        if (keep is not IHasCustomFields own) return;
        var (mine, theirs) = (CustomValues.Read(own.CustomFields), CustomValues.Read(((IHasCustomFields)other).CustomFields));
        foreach (var field in take.Where(f => f.StartsWith(CustomField.Prefix, StringComparison.Ordinal)).Select(f => f[CustomField.Prefix.Length..]))
            foreach (var name in theirs.Select(v => v.Key).Concat(mine.Select(v => v.Key)).Where(k => k.TrimStart('~', '$', '!') == field).ToList()) mine[name] = theirs[name]?.DeepClone();
        foreach (var empty in mine.Where(v => v.Value is null).Select(v => v.Key).ToList()) mine.Remove(empty);
        CustomValues.Keep(own, mine);
        // What is computed is computed anew.
        await CustomTaking.TakeAsync(db, kind.Kind, own, null, new Problems(), ct);
    }

    // A parent that would end below it is none: the other's is looked at then, and where that is no better, it stands for itself.
    internal static async Task<Guid?> ParentAsync(AppDb db, Account keep, Account other, bool takesOther, CancellationToken ct)
    {
        Guid?[] wanted = takesOther ? [other.ParentId, keep.ParentId] : [keep.ParentId, other.ParentId];
        // Asked to stand for itself, it does.
        if (wanted[0] is null) return null;
        foreach (var parent in wanted.Select(p => p == other.Id ? other.ParentId : p).OfType<Guid>().Where(p => p != keep.Id))
        {
            var tree = await AccountTree.AboveAsync(db, [parent], ct);
            // What belongs to the other will belong to it.
            if (tree.Join(other.Id, parent) && tree.Join(keep.Id, parent)) return parent;
        }
        return null;
    }

    // Where the other one works, as it is said of two who are one: they work there as well.
    private static Position? AlsoAt(Entity keep, Entity other, bool takesOther)
    {
        if (keep is not Contact { AccountId: { } mine } one || other is not Contact { AccountId: { } theirs } two || mine == theirs) return null;
        return new Position { ContactId = keep.Id, AccountId = takesOther ? mine : theirs, Title = takesOther ? one.Title : two.Title };
    }

    // What was changed since, so that whoever merges sees it before they decide again.
    private static async Task<Refusal> StaleAsync(AppDb db, Entity row, int version, CancellationToken ct)
    {
        var since = await db.Rows<Event>().AsNoTracking().OfChanges().Where(e => e.SubjectId == row.Id && e.SubjectVersion > version).OrderBy(e => e.SubjectVersion).ToListAsync(ct);
        await EventData.ReadKeysAsync(db, since, ct);
        return Outcome.Stale([.. since.SelectMany(e => EventData.Seen(db, e).Where(f => f.Change is not null).Select(f => new Clash(f.Field, $"{f.Change!.Value.Before}", $"{f.Change.Value.After}", e.ActorId, e.RecordedAt)))]);
    }
}

/// <summary>Two records that are one now.</summary>
/// <param name="Id">The merge, for taking it back.</param>
/// <param name="Kind">account, contact or lead.</param>
/// <param name="Kept">The record that stays.</param>
/// <param name="Gone">The one that leads to it.</param>
/// <param name="Rows">How many rows came over.</param>
/// <param name="Url">The page of the record that stays.</param>
public sealed record MergedView(Guid Id, string Kind, Guid Kept, Guid Gone, int Rows, string Url);
