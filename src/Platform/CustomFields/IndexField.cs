using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>Gives a field an index of its own, so that lists of any length are filtered and sorted by it, or takes the index away.</summary>
public static class IndexField
{
    /// <summary>Each costs room and a little of every save.</summary>
    public const int Most = 10;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Off { get; init; }
    }

    public static async Task<Outcome<ChangeField.Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<CustomField>().SingleOrDefaultAsync(f => f.Id == input.Id, ct) is not { } field) return Outcome.Missing;
        if (field.Type is CustomFieldType.Choices) return Outcome.Refused(T("{0} holds several answers, which no index helps with.", field.Label));
        if (!input.Off && await db.Rows<CustomField>().CountAsync(f => f.Kind == field.Kind && f.IsIndexed && f.Id != field.Id, ct) >= Most) return Outcome.Refused(T("{0} fields have an index already: take one away first.", Most));
        field.IsIndexed = !input.Off;
        var (table, name) = (TableOf(db, field.Kind), NameOf(db, field));
        var isOthers = input.Off && await IsOthersAsync(db, field, name, ct);
        await db.InOneTransactionAsync(async () =>
        {
            if (!isOthers) await db.Database.ExecuteSqlRawAsync(input.Off ? $"DROP INDEX IF EXISTS \"{name}\"" : $"CREATE INDEX IF NOT EXISTS \"{name}\" ON \"{table}\" (\"tenant_id\", {CustomSql.IndexOn(field, db.Engine)}, \"id\")", ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        if (!input.Off) await PlannerStatistics.OfTableAsync(db, table, ct);
        return Outcome.Done(new ChangeField.Changed(field.Id, field.Kind, field.Key, field.Label)).Saying(input.Off ? T("{0} has no index any more.", field.Label) : T("{0} has an index: lists of any length are filtered and sorted by it.", field.Label));
    }

    // Of the same key in the same table: another object's of one's own, or another organisation's.
    private static async Task<bool> IsOthersAsync(AppDb db, CustomField field, string name, CancellationToken ct)
    {
        foreach (var tenant in await db.Rows<Tenant>().Select(t => t.Id).ToListAsync(ct))
            if ((await db.RowsOf<CustomField>(tenant).AsNoTracking().Where(f => f.IsIndexed && f.Key == field.Key && f.Id != field.Id).ToListAsync(ct)).Any(f => NameOf(db, f) == name)) return true;
        return false;
    }

    private static string TableOf(AppDb db, string kind) => CustomField.EntityOf(db, kind).GetTableName()!;

    // Organisations of one database share a table, and so the index of a key that several have: its name says the key, not the organisation.
    private static string NameOf(AppDb db, CustomField field) => $"ix_cf_{TableOf(db, field.Kind)}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CustomSql.IndexOn(field, db.Engine))))[..12]}";
}
