namespace Coxswain.Platform.Access;

/// <summary>Who is asking, in which tenant. Fixed for a request, a job or a command; there is no anonymous viewer of tenant data.</summary>
/// <param name="TenantId">The organisation; every query is limited to it.</param>
/// <param name="PersonId">The person; <see cref="Guid.Empty"/> for the system itself (imports by the operator, upkeep jobs).</param>
/// <param name="Role">Decides what the viewer may do.</param>
public sealed record Viewer(int TenantId, Guid PersonId, Role Role)
{
    /// <summary>The display name of the viewer, for the shell.</summary>
    public string Name { get; init; } = "";

    /// <summary>Language and formats the viewer chose; null takes the organisation's.</summary>
    public string? Culture { get; init; }

    /// <summary>The organisation's calendar, as it stood when the viewer was named; null at the command line.</summary>
    public Periods.Periods? Periods { get; init; }

    /// <summary>The organisation as it stood when the viewer was named, for what a request only reads; null where work may last. See <see cref="Tenants.TenantReads.TenantAsync"/>.</summary>
    public Tenants.Tenant? Organisation { get; init; }

    /// <summary>Light or dark where the viewer chose one.</summary>
    public string? Theme { get; init; }

    /// <summary>The session the viewer came with, if it was a browser.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The key a program came with; null for a person.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>What the key is limited to; null where it may do all that its owner may.</summary>
    public Scopes? Scopes { get; init; }

    /// <summary>The machine's operator at the command line, or upkeep: sees all rows of the tenant.</summary>
    public static Viewer System(int tenantId) => new(tenantId, Guid.Empty, Role.Admin) { Name = "Coxswain" };

    /// <summary>What the viewer's unsent acts are locked with on a device; null where there is no browser.</summary>
    public string? DeviceKey { get; init; }

    public bool IsSystem => PersonId == Guid.Empty;

    public bool May(Permission permission) => Role.Allows(permission);
}
