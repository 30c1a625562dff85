using Coxswain.Platform.Data;
namespace Coxswain.Platform.Access;

/// <summary>Whose rows of a kind a role sees and changes, where the organisation decided it otherwise than <see cref="OwnedKind"/> does.</summary>
[Tracked("role-rule")]
public sealed class RoleRule : Entity
{
    public required Role Role { get; init; }
    public required string Kind { get; init; }
    public required Extent See { get; set; }

    /// <summary>Never further than what is seen.</summary>
    public required Extent Change { get; set; }
}

/// <summary>What a role may do with a field that it may not simply change.</summary>
public enum FieldLimit { ReadOnly, Hidden }

/// <summary>A field that a role only reads, or does not see.</summary>
[Tracked("field-rule")]
public sealed class FieldRule : Entity
{
    public required Role Role { get; init; }
    public required string Kind { get; init; }

    /// <summary>The property, or <c>cf.</c> and the key of an own field.</summary>
    public required string Field { get; init; }

    /// <summary>What is left of the right to it: reading, or nothing.</summary>
    public required AccessLevel? Left { get; set; }

    public FieldLimit Limit => Left is null ? FieldLimit.Hidden : FieldLimit.ReadOnly;

    /// <summary>What a limit leaves.</summary>
    public static AccessLevel? LeftBy(FieldLimit limit) => limit is FieldLimit.Hidden ? null : AccessLevel.Read;
}
