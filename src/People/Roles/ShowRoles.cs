using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Roles;

/// <summary>What each role may do, and whose records it sees and changes.</summary>
internal static class ShowRoles
{
    public static async Task<Outcome<RolesView>> Do(AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        var rules = await db.Rows<RoleRule>().AsNoTracking().ToListAsync(ct);
        var limits = await db.Rows<FieldRule>().AsNoTracking().ToListAsync(ct);
        IReadOnlyList<Role> roles = [.. Permissions.All.OrderBy(r => r.Role).Select(r => r.Role)];
        return new RolesView
        {
            Roles = roles,
            Permissions = [.. Enum.GetValues<Permission>()],
            Kinds = [.. RuledKinds.Of(modules).Select(k => new RuledKind(k.Kind, k.Label!(), [.. roles.Select(r => RuledKinds.Reach(k, r, rules))]))],
            Limits = [.. roles.Select(r => RuledKinds.Named(modules, limits.Where(l => l.Role == r)).Count())],
        };
    }
}

public sealed record RolesView
{
    public required IReadOnlyList<Role> Roles { get; init; }
    public required IReadOnlyList<Permission> Permissions { get; init; }

    /// <summary>The kinds of records, each with what every role reaches of it, in the order of the roles.</summary>
    public required IReadOnlyList<RuledKind> Kinds { get; init; }

    /// <summary>How many fields are kept from each role, in the order of the roles.</summary>
    public required IReadOnlyList<int> Limits { get; init; }
}

/// <summary>A kind of record and what each role reaches of it.</summary>
public sealed record RuledKind(string Kind, string Label, IReadOnlyList<RoleReach> Reaches);

/// <summary>Whose records of a kind a role sees and changes.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">What several of it are called.</param>
/// <param name="See">Whose it sees.</param>
/// <param name="Change">Whose it changes.</param>
public sealed record RoleReach(string Kind, string Label, Extent See, Extent Change)
{
    /// <summary>The organisation decided it, otherwise than usual.</summary>
    public required bool IsDecided { get; init; }

    /// <summary>The furthest that the role's permissions allow.</summary>
    public required Extent MostSeen { get; init; }
    public required Extent MostChanged { get; init; }
}

/// <summary>The kinds of records that rules can be made for.</summary>
internal static class RuledKinds
{
    public static IEnumerable<OwnedKind> Of(IReadOnlyList<IModule> modules) => modules.SelectMany(m => m.OwnedKinds).Where(k => k.Label is not null);

    public static RoleReach Reach(OwnedKind kind, Role role, IEnumerable<RoleRule> rules)
    {
        var rule = rules.FirstOrDefault(r => r.Role == role && r.Kind == kind.Kind);
        return new RoleReach(kind.Kind, kind.Label!(), rule?.See ?? kind.UsuallySeen(role), rule?.Change ?? kind.UsuallyChanged(role))
        {
            IsDecided = rule is not null, MostSeen = role.Allows(kind.See) ? Extent.All : Extent.None, MostChanged = role.Allows(kind.See) && role.Allows(kind.Edit) ? Extent.All : Extent.None,
        };
    }

    // What only goes with a field is not told beside it.
    public static IEnumerable<FieldRule> Named(IReadOnlyList<IModule> modules, IEnumerable<FieldRule> limits)
    {
        var with = Of(modules).SelectMany(k => k.Fields).SelectMany(f => f.With).ToHashSet();
        return limits.Where(l => !with.Contains((l.Kind, l.Field)));
    }
}
