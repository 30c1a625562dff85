using Coxswain.Platform.Events;
namespace Coxswain.Platform.Api;

/// <summary>A No of the API, as its description tells it.</summary>
public sealed record ApiProblem
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public required int Status { get; init; }

    /// <summary>Why, in the words a page would say it in.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What two people changed at once, with both values.</summary>
    public IReadOnlyList<Clash>? Clashes { get; init; }

    /// <summary>What the server's log knows the request by.</summary>
    public string? TraceId { get; init; }
}
