using Coxswain.Platform.Api;
namespace Coxswain.Platform.Webhooks;

/// <summary>Which kinds of events webhooks can want, and whether one is wanted.</summary>
public static class WebhookKinds
{
    /// <summary>What is told of every kind of record.</summary>
    public static readonly string[] Usual = ["created", "changed", "deleted"];

    /// <summary>Whether a list of kinds, comma separated, has this one.</summary>
    public static bool Want(string? kinds, string kind) =>
        kinds is not null && kinds.Split(',').Any(k => k == kind || k.EndsWith(".*", StringComparison.Ordinal) && kind.AsSpan().StartsWith(k.AsSpan(0, k.Length - 1), StringComparison.Ordinal));

    /// <summary>Everything there is to choose.</summary>
    public static IReadOnlyList<string> All(IEnumerable<ApiRecord> records) => [.. records.SelectMany(r => Usual.Concat(r.Told).Prepend("*").Select(t => $"{r.Kind}.{t}"))];
}
