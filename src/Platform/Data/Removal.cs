namespace Coxswain.Platform.Data;

/// <summary>A row that can be removed and brought back for 30 days; after that upkeep deletes it.</summary>
public interface IRemovable
{
    /// <summary>When it was removed; null while it stands.</summary>
    DateTime? RemovedAt { get; set; }
}

/// <summary>A row that stays after it was taken off, for as long as what it is of: days before that are read as they were. Erasing takes it all the same.</summary>
public interface IStaysForPast : IRemovable;
