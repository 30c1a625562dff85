namespace Coxswain.Platform.Data;

/// <summary>A record that can be merged into another of its kind. Merged away it counts as removed, but never goes for good: its address, its key in another system and its history lead to the one it went into.</summary>
public interface IMergeable : IRemovable
{
    /// <summary>The record it was merged into; null while it stands for itself.</summary>
    Guid? MergedIntoId { get; set; }

    /// <summary>Says on its own history what was done with it.</summary>
    void Tell(Events.News told);
}
