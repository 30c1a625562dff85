using Coxswain.Platform.Events;
namespace Coxswain.Platform.Http;

/// <summary>A posted form as it came: what was typed, what is wrong with it, and what others changed meanwhile. Drawn again, it loses nothing.</summary>
public sealed record FormState
{
    public static FormState Untouched { get; } = new();

    /// <summary>The text of each field as typed; empty before anything was posted.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public Problems Problems { get; init; } = Problems.None;

    /// <summary>Readings to choose from where a typed number or date can be read in two ways, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    /// <summary>What was just done, told beside a fragment.</summary>
    public Notice? Notice { get; init; }

    public bool WasPosted => Typed.Count > 0;

    /// <summary>What the field shows: what was typed, else what is stored.</summary>
    public string? Text(string field, string? stored) => Typed.TryGetValue(field, out var typed) ? typed : WasPosted ? null : stored;

    /// <summary>What is wrong with the field, or null.</summary>
    public string? Problem(string field) => Problems.Messages.GetValueOrDefault(field);
}
