namespace Coxswain.Platform.Access;

/// <summary>A group of what the API offers, which a key may read or also change.</summary>
public enum ScopeGroup { Customers, Funnel, Settings, People }

/// <summary>What a key is limited to: groups to read, groups to change. What everybody signed in may see belongs to no group.</summary>
public sealed record Scopes
{
    private readonly HashSet<string> _names;

    private Scopes(IEnumerable<string> names) => _names = [.. names];

    /// <summary>All names there are: <c>customers:read</c>, <c>customers:write</c> and so on. To write includes to read.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<ScopeGroup>().SelectMany(g => new[] { $"{g.ToLowerInvariant()}:read", $"{g.ToLowerInvariant()}:write" })];

    /// <summary>As they are kept; null for no limit.</summary>
    public static Scopes? Of(string? kept) => kept is null ? null : new Scopes(kept.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Whether an endpoint that asks for this permission is within them.</summary>
    /// <param name="permission">What the endpoint requires.</param>
    /// <param name="changes">It changes something.</param>
    public bool Allow(Permission permission, bool changes)
    {
        if (GroupOf(permission) is not { } group) return !changes || _names.Any(n => n.EndsWith(":write", StringComparison.Ordinal));
        var name = group.ToString().ToLowerInvariant();
        return _names.Contains($"{name}:write") || !changes && _names.Contains($"{name}:read");
    }

    public override string ToString() => string.Join(',', _names.Order(StringComparer.Ordinal));

    public bool Equals(Scopes? other) => other is not null && _names.SetEquals(other._names);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static ScopeGroup? GroupOf(Permission permission) => permission switch
    {
        Permission.SeeCustomers or Permission.EditCustomers or Permission.Erase or Permission.Import or Permission.Export => ScopeGroup.Customers,
        Permission.SeeFunnel or Permission.EditFunnel or Permission.SeeTeamFigures or Permission.SeeAllFigures => ScopeGroup.Funnel,
        Permission.ManagePeople or Permission.ManageTeams => ScopeGroup.People,
        Permission.ManageProcess or Permission.ManageSettings or Permission.SeeJobs or Permission.SeeAudit => ScopeGroup.Settings,
        _ => null,
    };
}
