using System.Text.Json;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>How a module's events read, for whoever shows the events of all modules.</summary>
public interface IEventWords
{
    /// <summary>The kinds of subjects it knows.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Reads what it takes to put these into words, in as many statements for one as for many.</summary>
    /// <param name="db">The database.</param>
    /// <param name="events">Of its kinds.</param>
    /// <param name="ct">Cancels.</param>
    Task<FieldWords> ReadAsync(AppDb db, IReadOnlyCollection<Event> events, CancellationToken ct);
}

/// <summary>Words for events of a module.</summary>
/// <param name="Label">A field by name, as people say it; null for one it does not know.</param>
/// <param name="Value">What an event keeps of a field, as people read it; null where the plain value says it.</param>
public sealed record FieldWords(Func<string, string?> Label, Func<Event, string, JsonElement, string?> Value);
