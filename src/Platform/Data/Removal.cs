namespace Coxswain.Platform.Data;

/// <summary>A row that can be removed and brought back for 30 days; after that upkeep deletes it.</summary>
public interface IRemovable
{
    /// <summary>When it was removed; null while it stands.</summary>
    DateTime? RemovedAt { get; set; }
}
