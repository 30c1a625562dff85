using Coxswain.Platform.Data;
namespace Coxswain.Platform.Mirroring;

/// <summary>A record that may have come from another system, by whose key it is known there.</summary>
public interface IMirrored
{
    /// <summary>Its key in the system it came from; null for one that was made here.</summary>
    string? SourceId { get; }
}

/// <summary>
/// Whose word counts for a kind of record that two systems hold. Without one of these the last who says something is right: whoever imports
/// changes what a file says. With one, either the other system is the master, and what it brings is locked here; or Coxswain is, and what was
/// changed here stays.
/// </summary>
[Tracked("source-master")]
public sealed class SourceMaster : Entity
{
    /// <summary>The kind of record.</summary>
    public required string Kind { get; init; }

    /// <summary>The system that is the master; null where Coxswain is.</summary>
    public string? System { get; set; }

    /// <summary>Its exports hold every record: what is missing from one has gone there.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The properties that its last export brought, separated by spaces: they are locked.</summary>
    [Derived]
    public string Fields { get; set; } = "";

    /// <summary>When its last export was taken in.</summary>
    [Derived]
    public DateTime? TakenAt { get; set; }
}
