using Coxswain.Customers.Accounts;
using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Takes in accounts. One is known by its key in the system it came from, else by its name. Parents are set in a second pass, since they may stand further down.</summary>
internal sealed class AccountImport : IImportTarget
{
    public string Kind => Kinds.Account;
    public string Label => T("Accounts");
    public int Order => 30;
    public int Passes => 2;
    public bool MakesFromNames => true;
    public IReadOnlyList<string> FileNames => ["account", "compan", "customer", "client", "organi", "kunde", "firm"];
    public IReadOnlyList<ImportField> Fields => AccountFields.All;

    public IReadOnlyList<string> Calls => ["sourceId", "name", "parent"];

    public IQueryable<string>? Many(AppDb db) => db.Accounts.Select(a => a.Name);

    // The names and keys of accounts that were merged away mean what those went into, unless somebody else is called so.
    public async Task<IReadOnlyList<KnownName>> CalledAsync(AppDb db, IReadOnlyCollection<string> texts, CancellationToken ct)
    {
        var names = texts.Select(Folding.Fold).Where(n => n.Length > 0).Distinct().ToList();
        // A statement that looks at what was removed does so in all its parts.
        var there = db.Accounts.Where(a => a.RemovedAt == null);
        var gone = db.GoneAccounts().Where(g => there.Any(a => a.Id == g.MergedIntoId));
        // By one after the other: asked for both at once, and in an order, SQLite goes through all accounts.
        var known = await NamedAsync(db.Accounts.Where(a => names.Contains(a.FoldedName)), ct);
        known.AddRange(await NamedAsync(db.Accounts.Where(a => texts.Contains(a.SourceId!)), ct));
        var away = await GoneAsync(gone.Where(g => names.Contains(g.FoldedName)), there, ct);
        away.AddRange(await GoneAsync(gone.Where(g => texts.Contains(g.SourceId!)), there, ct));
        return [.. known.OrderBy(n => n.Id), .. away];
    }

    private static Task<List<KnownName>> NamedAsync(IQueryable<Account> accounts, CancellationToken ct) => accounts.Select(a => new KnownName(a.Id, a.Name, a.SourceId)).ToListAsync(ct);

    private static async Task<List<KnownName>> GoneAsync(IQueryable<Account> gone, IQueryable<Account> there, CancellationToken ct)
    {
        var known = await gone.Select(g => new { Into = g.MergedIntoId!.Value, g.Name, g.SourceId, IsTaken = there.Any(a => a.FoldedName == g.FoldedName && a.Id != g.MergedIntoId) }).ToListAsync(ct);
        return [.. known.Where(g => !g.IsTaken || g.SourceId is not null).Select(g => new KnownName(g.Into, g.IsTaken ? g.SourceId! : g.Name, g.SourceId))];
    }


    public async Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Accounts.Where(a => keys.Contains(a.SourceId!)).Select(a => new { a.SourceId, a.Id })
            .ToListAsync(ct)).Concat(await db.GoneAccounts().Where(g => keys.Contains(g.SourceId!)).Join(db.Accounts.Where(a => a.RemovedAt == null), g => g.MergedIntoId, a => a.Id, (g, a) => new { g.SourceId, a.Id }).ToListAsync(ct)).DistinctBy(a => a.SourceId).ToDictionary(a => a.SourceId!, a => new KeyedRecord(a.Id, a.Id));

    public async Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) =>
        [.. (await CalledAsync(db, names, ct)).Select(n => (Folding.Fold(n.Name), new KeyedRecord(n.Id, n.Id))).Where(n => names.Contains(n.Item1))];

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Accounts.Where(a => a.SourceId != null).Select(a => new MirroredRecord { Id = a.Id, Name = a.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var ids = batch.Rows.Select(r => Known(batch, r)).Concat(batch.Rows.Select(r => Parent(batch, r))).OfType<Guid>().Distinct().ToList();
        var present = await batch.Db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        if (batch.Pass == 1)
        {
            var tree = await AccountTree.AboveAsync(batch.Db, present.Keys, ct);
            return [.. batch.Rows.Where(r => r.Text("parent") is not null).Select(r => Join(batch, r, present, tree)).OfType<RowResult>()];
        }
        var (keys, names) = (batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList(), batch.Rows.Select(r => Folding.Fold(r.Text("name"))).ToList());
        var gone = await batch.Db.GoneAccounts().Where(a => ids.Contains(a.MergedIntoId!.Value) && (keys.Contains(a.SourceId!) || names.Contains(a.FoldedName))).ToListAsync(ct);
        var taken = batch.Rows.Select(r => Take(batch, r, present, gone)).ToList();
        await Service.TipRouting.FollowAsync(batch.Db, present.Values, ct);
        return [.. taken, .. MergedRecords.Filled(batch.Db, gone, Kind)];
    }

    public Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct)
    {
        var made = names.Select(n => new Account { Name = n.Name, OwnerId = batch.Db.Viewer.PersonId }).ToList();
        foreach (var account in made) batch.Add(account);
        return Task.FromResult<IReadOnlyList<(KnownName, Entity)>>([.. made.Select(a => (new KnownName(a.Id, a.Name), (Entity)a))]);
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => [.. await db.Accounts.Where(a => ids.Contains(a.Id)).ToListAsync(ct), .. await db.GoneAccounts().Where(a => ids.Contains(a.Id)).ToListAsync(ct)];

    public string NameOf(Entity row) => ((Account)row).Name;

    public void Remove(AppDb db, Entity row, DateTime now) => ((Account)row).RemovedAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, Dictionary<Guid, Account> present, List<Account> gone)
    {
        if (batch.Names.IsTwice(Kind, row.Text("name")!) && row.Text("sourceId") is null) return RowResult.Refused(row.Number, T("Two accounts are called “{0}”: say by its key which is meant.", row.Text("name")));
        if (Known(batch, row) is { } id)
        {
            if (!present.TryGetValue(id, out var account)) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", row.Text("name")));
            if (!batch.Db.MayEdit(Kind, account)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", account.Name));
            var away = Away(row, account, gone);
            AccountFields.Fill(away ?? account, row, batch.Currency);
            if (away is not null) MergedRecords.Pass(batch.Db, away, account);
            return new RowResult(row.Number, batch.Db.Entry(account).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, account);
        }
        var made = new Account { Name = row.Text("name")!, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId };
        AccountFields.Fill(made, row, batch.Currency);
        batch.Add(made);
        batch.Names.Learn(Kind, [new KnownName(made.Id, made.Name, made.SourceId)]);
        return new RowResult(row.Number, RowAction.Created, made);
    }

    private static Account? Away(ImportRow row, Account account, List<Account> gone)
    {
        if (row.Text("sourceId") is { } key) return account.SourceId == key ? null : gone.FirstOrDefault(g => g.MergedIntoId == account.Id && g.SourceId == key);
        var name = Folding.Fold(row.Text("name"));
        return account.FoldedName == name ? null : gone.FirstOrDefault(g => g.MergedIntoId == account.Id && g.FoldedName == name);
    }

    private RowResult? Join(ImportBatch batch, ImportRow row, Dictionary<Guid, Account> present, AccountTree tree)
    {
        if (Known(batch, row) is not { } id || !present.TryGetValue(id, out var account)) return null;
        if (Parent(batch, row) is not { } parent) return new RowResult(row.Number, RowAction.Same, account, T("Kept without its parent: no account is called “{0}”.", row.Text("parent")));
        if (parent == id) return null;
        if (!tree.Join(id, parent)) return new RowResult(row.Number, RowAction.Same, account, T("Kept without its parent: “{0}” would belong to itself.", account.Name));
        account.ParentId = parent;
        return batch.Db.Entry(account).State is EntityState.Modified ? new RowResult(row.Number, RowAction.Changed, account) : null;
    }

    private Guid? Known(ImportBatch batch, ImportRow row) =>
        row.Text("sourceId") is { } key && batch.Names.FindKey(Kind, key) is { } byKey ? byKey : batch.HasSourceIds && row.Text("sourceId") is not null ? OnlyUnkeyed(batch, row) : batch.Names.Find(Kind, row.Text("name")!);

    // A row with a key of its own is another record than a namesake with another key; a namesake without one is taken for it.
    private Guid? OnlyUnkeyed(ImportBatch batch, ImportRow row) => batch.Names.Find(Kind, row.Text("name")!) is { } id && !batch.Names.HasKey(Kind, id) ? id : null;

    private Guid? Parent(ImportBatch batch, ImportRow row) => row.Text("parent") is { } parent ? batch.Names.Find(Kind, parent) : null;
}
