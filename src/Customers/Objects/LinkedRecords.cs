using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Objects;

/// <summary>Records of an own object that lead to another record by one of their fields.</summary>
/// <param name="Title">What they are called.</param>
/// <param name="Note">The field, where the object has several that lead there.</param>
/// <param name="Records">The first of them, by name.</param>
/// <param name="AllHref">All of them; null where these are all.</param>
/// <param name="AddHref">Adds one that leads here; null where the viewer may not.</param>
public sealed record LinkedGroup(string Title, string? Note, IReadOnlyList<(Guid Id, string Name)> Records, string? AllHref, string? AddHref);

/// <summary>Reads what leads to a record: nothing where no own object has a field that could, else one statement.</summary>
internal static class LinkedRecords
{
    private const int Most = 6;

    public static async Task<IReadOnlyList<LinkedGroup>> OfAsync(AppDb db, string kind, Guid id, CancellationToken ct)
    {
        var leading = await LeadingAsync(db, kind, ct);
        return leading.Count == 0 ? [] : Groups(db, leading, id, await Reading(db, leading, id).Aggregate((all, part) => all.Concat(part)).ToListAsync(ct));
    }

    /// <summary>The fields of own objects that lead to records of a kind. Kept for a moment: asks the database nothing where it was just asked.</summary>
    public static async Task<IReadOnlyList<LeadingField>> LeadingAsync(AppDb db, string kind, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeCustomers)) return [];
        var leading = new List<LeadingField>();
        foreach (var own in await db.CustomObjectsAsync(ct)) leading.AddRange((await db.CustomFieldsAsync(own.Kind, ct)).Where(f => f.Type is CustomFieldType.Link && f.LinkKind == kind).Select(f => new LeadingField(own, f)));
        return leading;
    }

    /// <summary>The first records of each field, for one statement together with others.</summary>
    public static IEnumerable<IQueryable<LinkedFound>> Reading(AppDb db, IReadOnlyList<LeadingField> leading, Guid id) => leading.Select((l, i) =>
        db.ObjectRecords.Where(r => r.ObjectKey == l.Object.Key).Where(CustomSql.LeadsTo<ObjectRecord>(l.Field, id)).OrderBy(r => r.FoldedName).ThenBy(r => r.Id).Take(Most + 1).Select(r => new LinkedFound { Place = i, Id = r.Id, Name = r.Name }));

    /// <summary>What was found, put together by its field.</summary>
    public static IReadOnlyList<LinkedGroup> Groups(AppDb db, IReadOnlyList<LeadingField> leading, Guid id, IReadOnlyList<LinkedFound> found) =>
        [.. leading.Select((l, i) => GroupOf(db, l.Object, l.Field, leading.Count(o => o.Object == l.Object) > 1, id, [.. found.Where(f => f.Place == i).OrderBy(f => f.Name, StringComparer.CurrentCulture)]))];

    private static LinkedGroup GroupOf(AppDb db, CustomObject own, CustomField field, bool isOneOfSeveral, Guid id, IReadOnlyList<LinkedFound> found)
    {
        var link = Uri.EscapeDataString(field.Name);
        return new(own.Plural, isOneOfSeveral ? field.Label : null, [.. found.Take(Most).Select(f => (f.Id, f.Name))], found.Count > Most ? $"/objects/{own.Key}?{link}={id}" : null, db.Viewer.May(Permission.EditCustomers) ? $"/objects/{own.Key}/new?{link}={id}" : null);
    }
}

/// <summary>A field of an own object that leads to records of a kind.</summary>
internal sealed record LeadingField(CustomObject Object, CustomField Field);

/// <summary>A record that leads to another by one of them.</summary>
internal sealed class LinkedFound
{
    /// <summary>Which of the fields.</summary>
    public int Place { get; init; }
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>What own records lead to a record of ours, on its page.</summary>
internal sealed class LinkedPanel(string slot) : IPanel
{
    public string Slot => slot;

    public int Order => 60;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (await LinkedRecords.OfAsync(db, slot, subjectId, ct) is not { Count: > 0 } groups) return null;
        return page =>
        {
            page.OpenComponent<LinkedSheet>(0);
            page.AddComponentParameter(1, nameof(LinkedSheet.Groups), groups);
            page.CloseComponent();
        };
    }
}

/// <summary>Fields can lead to records of own objects.</summary>
internal sealed class ObjectLinks : ILinkFamily
{
    public string Kind => CustomObject.Prefix;

    public string Label => "";

    public string HrefOf(Guid id) => $"/records/{id}";

    public IQueryable<LinkName> Named(AppDb db) => db.ObjectRecords.Select(r => new LinkName { Id = r.Id, Name = r.Name, FoldedName = r.FoldedName });

    public ILinkKind Of(string key) => new One(this, key);

    private sealed class One(ObjectLinks all, string key) : ILinkKind
    {
        public string Kind => CustomObject.Prefix + key;

        public string Label => "";

        public string HrefOf(Guid id) => all.HrefOf(id);

        public IQueryable<LinkName> Named(AppDb db) => db.ObjectRecords.Where(r => r.ObjectKey == key).Select(r => new LinkName { Id = r.Id, Name = r.Name, FoldedName = r.FoldedName });
    }
}
