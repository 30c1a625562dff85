using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Roles;

/// <summary>Whose records a role sees and changes, and which fields are kept from it.</summary>
internal static class ShowRole
{
    public sealed record Input { public Role Role { get; init; } }

    public static Task<Outcome<RoleView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct) => OfAsync(input.Role, db, modules, ct);

    internal static async Task<Outcome<RoleView>> OfAsync(Role role, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        // Administrators put things right again, so nothing is kept from them.
        if (role is Role.Admin || !Enum.IsDefined(role)) return Outcome.Missing;
        var rules = await db.Rows<RoleRule>().AsNoTracking().Where(r => r.Role == role).ToListAsync(ct);
        var limits = await db.Rows<FieldRule>().AsNoTracking().Where(l => l.Role == role).ToListAsync(ct);
        var fields = await GuardedFields.AllAsync(db, modules, ct);
        var people = await db.People.CountAsync(p => p.Role == role && p.LeftAt == null, ct);
        return new RoleView
        {
            Role = role,
            People = people,
            Kinds = [.. RuledKinds.Of(modules).Select(k => RuledKinds.Reach(k, role, rules)).Where(k => k.MostSeen is not Extent.None)],
            Limits = [.. fields.Join(limits, f => (f.Kind, f.Name), l => (l.Kind, l.Field), (f, l) => new RoleLimit(l.Id, f.Kind, f.Name, f.Said, l.Limit))],
            Fields = [.. fields.Where(f => limits.All(l => (l.Kind, l.Field) != (f.Kind, f.Name))).Select(f => new Choice(f.Id, f.Said))],
        };
    }
}

public sealed record RoleView
{
    public required Role Role { get; init; }

    /// <summary>How many have it now.</summary>
    public required int People { get; init; }
    public required IReadOnlyList<RoleReach> Kinds { get; init; }

    /// <summary>The fields that are kept from it.</summary>
    public required IReadOnlyList<RoleLimit> Limits { get; init; }

    /// <summary>The fields that can be kept from it too.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Choice> Fields { get; init; } = [];
}

/// <summary>A field that a role only reads, or does not see.</summary>
public sealed record RoleLimit(Guid Id, string Kind, string Field, string Label, FieldLimit Limit);

/// <summary>A field that can be kept from a role: one of ours, or one of the organisation's own.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Name">The property, or how an own field is posted.</param>
/// <param name="Said">What it is called, with the kind before it.</param>
internal sealed record GuardedName(string Kind, string Name, string Said)
{
    public IReadOnlyList<(string Kind, string Name)> With { get; init; } = [];

    /// <summary>As a form names it.</summary>
    public string Id => $"{Kind}/{Name}";
}

internal static class GuardedFields
{
    public static async Task<IReadOnlyList<GuardedName>> AllAsync(AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        var all = new List<GuardedName>();
        foreach (var kind in RuledKinds.Of(modules))
        {
            all.AddRange(kind.Fields.Select(f => new GuardedName(kind.Kind, f.Name, $"{kind.Label!()}: {f.Label()}") { With = f.With }));
            all.AddRange(await OwnAsync(db, kind.Kind, kind.Label!(), ct));
        }
        foreach (var own in await db.CustomObjectsAsync(ct)) all.AddRange(await OwnAsync(db, own.Kind, own.Plural, ct));
        return all;
    }

    private static async Task<IEnumerable<GuardedName>> OwnAsync(AppDb db, string kind, string label, CancellationToken ct) =>
        (await db.AllCustomFieldsAsync(kind, ct)).Select(f => new GuardedName(kind, f.Name, $"{label}: {f.Label}"));
}
