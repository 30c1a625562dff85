using Coxswain.Platform.Data;
namespace Coxswain.Platform.Access;

/// <summary>What a module hands over when someone leaves: their records and open work. Past work keeps its author.</summary>
public interface ITakeOver
{
    /// <summary>Gives what is open of the one to the other and saves it, inside the caller's transaction.</summary>
    Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct);
}
