using Coxswain.Platform.Data;
namespace Coxswain.People.Teams;

/// <summary>The record that a team was told what is computed about its people and who sees it. Until then they appear to others without names.</summary>
[Tracked("telling")]
internal sealed class Telling : Entity
{
    /// <summary>The team that was told; null for the whole organisation.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>Who told them.</summary>
    public required Guid ById { get; init; }
    public required DateTime At { get; init; }
}
