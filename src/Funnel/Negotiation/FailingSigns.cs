using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Early signs that a negotiation may fail.</summary>
internal static class FailingSigns
{
    /// <summary>One the organisation named itself.</summary>
    public const string Own = "own";

    private static readonly IReadOnlyList<(string Key, Func<string> Said)> All =
    [
        ("cannot-decide", () => T("Whoever negotiates cannot decide")),
        ("price-only", () => T("They speak of the price and of nothing else")),
        ("takes-only", () => T("They take what we grant and give nothing back")),
        ("next-demand", () => T("Each thing granted brings a new demand")),
        ("no-why", () => T("They do not say what their figure rests on")),
        ("days-pass", () => T("They set days and let them pass")),
        ("slower", () => T("Each answer takes longer than the last")),
        ("new-faces", () => T("New people join late and begin anew")),
    ];

    public static IReadOnlyList<Choice> Choices => [.. All.Select(s => new Choice(s.Key, s.Said()))];

    public static bool IsGiven(string? key) => All.Any(s => s.Key == key);

    /// <summary>What a sign is.</summary>
    public static string Of(string key, string? text) => key == Own ? text ?? T("A sign of our own") : All.FirstOrDefault(s => s.Key == key).Said?.Invoke() ?? key;
}
