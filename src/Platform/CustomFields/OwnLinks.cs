using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.CustomFields;

/// <summary>Fields of the organisation's own that lead to a record: when that is merged into another they lead to the other.</summary>
public static class OwnLinks
{
    private const string Mark = "own:";
    private static readonly MethodInfo Set = typeof(OwnLinks).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(m => m is { Name: nameof(SetAsync), IsGenericMethodDefinition: true });

    /// <summary>Makes those that lead to the one record lead to the other, and saves it as a change of the record they stand on.</summary>
    /// <param name="db">Inside the caller's transaction.</param>
    /// <param name="kind">The kind of both records.</param>
    /// <param name="from">The record that is led to.</param>
    /// <param name="to">The other.</param>
    /// <param name="only">Rows known from a time before, by field; null for all there are.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The rows, by the field they hold it in.</returns>
    public static async Task<IReadOnlyList<PointedRows>> MoveAsync(AppDb db, string kind, Guid from, Guid to, IReadOnlyList<PointedRows>? only, CancellationToken ct)
    {
        var moved = new List<PointedRows>();
        foreach (var field in await db.Rows<CustomField>().AsNoTracking().Where(f => f.Type == CustomFieldType.Link && f.LinkKind == kind).OrderBy(f => f.Id).ToListAsync(ct))
        {
            var name = $"{Mark}{field.Kind}.{field.Key}";
            if (only is not null && only.All(o => o.Name != name)) continue;
            var ids = await (Task<IReadOnlyList<Guid>>)Set.MakeGenericMethod(CustomField.EntityOf(db, field.Kind).ClrType).Invoke(null, [db, field.Key, from, to, only?.First(o => o.Name == name).Ids, ct])!;
            if (ids.Count > 0) moved.Add(new PointedRows(name, ids, []));
        }
        return moved;
    }

    /// <summary>Whether these rows hold it in a field of the organisation's own.</summary>
    public static bool Are(PointedRows rows) => rows.Name.StartsWith(Mark, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Guid>> SetAsync<T>(AppDb db, string key, Guid from, Guid to, IReadOnlyList<Guid>? only, CancellationToken ct) where T : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(T));
        var value = Expression.Call(typeof(CustomSql).GetMethod(nameof(CustomSql.Text))!, Expression.Property(row, nameof(IHasCustomFields.CustomFields)), Expression.Constant(key));
        var leads = Expression.Lambda<Func<T, bool>>(Expression.Equal(value, Expression.Constant(from.ToString())), row);
        var rows = await db.RowsWhole<T>().Where(leads).Where(r => only == null || only.Contains(r.Id)).ToListAsync(ct);
        foreach (var found in rows)
        {
            var values = CustomValues.Read(found.CustomFields);
            values[key] = to.ToString();
            CustomValues.Keep(found, values);
        }
        if (rows.Count > 0) await db.SaveChangesAsync(ct);
        return [.. rows.Select(r => r.Id)];
    }
}
