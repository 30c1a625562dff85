using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>
/// What a module does when something has happened in a module below it. Registered as a singleton. Each event it wants is delivered at
/// least once, to one after the other of the same record in their order, after the save that tells of it: so it is idempotent and short.
/// </summary>
public interface IReaction
{
    /// <summary>Stable name, kept in the rows: <c>module.what-it-does</c>.</summary>
    string Name { get; }

    /// <summary>
    /// The kinds of events it wants, such as <c>opportunity.moved</c>; for any other kind nothing is written. A change that goes by a name of its
    /// own does not go by <c>.changed</c> as well.
    /// </summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Reacts, as the system, and saves.</summary>
    /// <exception cref="Exception">It is delivered again after a pause, and what follows on the same record waits; after some tries it waits for a person.</exception>
    Task ReactAsync(AppDb db, Event happened, CancellationToken ct);
}
