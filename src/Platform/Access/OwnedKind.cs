namespace Coxswain.Platform.Access;

/// <summary>How far a role with the permission sees: everyone's rows, or its own and those of the people below it.</summary>
public enum Scope { Everyone, Line }

/// <summary>A kind of row that belongs to people, as its module declares it; the access rules are worked out from these.</summary>
/// <param name="Kind">Stable name, as events and search use it.</param>
/// <param name="See">Who may see rows of it at all.</param>
/// <param name="Edit">Who may change its own rows, and those of the people below.</param>
/// <param name="Seen">Whose rows one sees.</param>
public sealed record OwnedKind(string Kind, Permission See, Permission Edit, Scope Seen = Scope.Everyone);
