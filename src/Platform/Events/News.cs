using System.Text.Json.Serialization;
namespace Coxswain.Platform.Events;

/// <summary>
/// Something that happened, as a module tells it. Its kind and schema are stable names, never the class's. Told by a row of its own change, it
/// names that change: the one event holds what is told and the fields, so no name of it may be a field's.
/// </summary>
/// <param name="Kind">For instance <c>opportunity.moved</c>.</param>
/// <param name="Schema">Raised when the shape of the record changes.</param>
public abstract record News([property: JsonIgnore] string Kind, [property: JsonIgnore] int Schema = 1)
{
    /// <summary>When it was true in the world; null means when it was recorded.</summary>
    [JsonIgnore]
    public DateTime? OccurredAt { get; init; }
}
