namespace Coxswain.Platform.Events;

/// <summary>A new row that brings its past with it, so that history begins with what it was at first and not with what it has become.</summary>
public interface IHasPast
{
    /// <summary>What changed since it was made, oldest first; empty where nothing of it is known.</summary>
    IReadOnlyList<PastChange> Past { get; }
}

/// <summary>Fields of a row that changed at once.</summary>
/// <param name="At">When.</param>
/// <param name="Fields">Each with what it was and what it became.</param>
/// <param name="Told">What the row tells of it by a name of its own; null for a change like any other.</param>
public sealed record PastChange(DateTime At, IReadOnlyList<FieldChange> Fields, News? Told = null);

/// <summary>One field of a row that changed.</summary>
public readonly record struct FieldChange(string Field, object? Before, object? After);
