using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>The key under which history keeps personal values of one subject; its <see cref="Entity.Id"/> is the subject's. Deleting the row erases the values everywhere.</summary>
public sealed class SubjectKey : Entity
{
    /// <summary>The key itself, wrapped by the installation's data-protection keys.</summary>
    public required byte[] Wrapped { get; init; }
}
