namespace Coxswain.Platform.Access;

/// <summary>How far a role with the permission sees: everyone's rows, or its own and those of the people below it.</summary>
public enum Scope { Everyone, Line }

/// <summary>A kind of row that belongs to people, as its module declares it; the access rules are worked out from these.</summary>
/// <param name="Kind">Stable name, as events and search use it.</param>
/// <param name="See">Who may see rows of it at all.</param>
/// <param name="Edit">Who may change its own rows, and those of the people below.</param>
/// <param name="Seen">Whose rows one sees.</param>
public sealed record OwnedKind(string Kind, Permission See, Permission Edit, Scope Seen = Scope.Everyone)
{
    /// <summary>What several are called, through T, where an organisation may say for each role whose rows it sees; null for what is seen with what it stands on.</summary>
    public Func<string>? Label { get; init; }

    /// <summary>Its fields that can be hidden from a role or locked for it, beside the organisation's own.</summary>
    public IReadOnlyList<GuardedField> Fields { get; init; } = [];

    /// <summary>Whose rows a role sees where nobody decided otherwise.</summary>
    public Extent UsuallySeen(Role role) => !role.Allows(See) ? Extent.None : Seen is Scope.Everyone || IsAtTheTop(role) ? Extent.All : Extent.Own;

    /// <summary>Whose rows a role changes where nobody decided otherwise.</summary>
    public Extent UsuallyChanged(Role role) => !role.Allows(See) || !role.Allows(Edit) ? Extent.None : IsAtTheTop(role) ? Extent.All : Extent.Own;

    private static bool IsAtTheTop(Role role) => role is Role.Leader or Role.Admin;
}

/// <summary>A field that can be kept from a role.</summary>
/// <param name="Name">The property.</param>
/// <param name="Label">What it is called, through T.</param>
public sealed record GuardedField(string Name, Func<string> Label)
{
    /// <summary>What would tell it as well and goes with it: other properties, of this kind or of one that stands under it.</summary>
    public IReadOnlyList<(string Kind, string Name)> With { get; init; } = [];
}
