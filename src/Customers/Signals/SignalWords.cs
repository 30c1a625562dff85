using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>Signals in words.</summary>
internal static class SignalWords
{
    public static string Of(SignalKind kind) => kind switch
    {
        SignalKind.Hiring => T("They are hiring"),
        SignalKind.Growing => T("They are growing"),
        SignalKind.Funding => T("They have new money"),
        SignalKind.NewLeader => T("Somebody new decides"),
        SignalKind.Merger => T("They merge, buy or are bought"),
        SignalKind.Move => T("They move or open a place"),
        SignalKind.Launch => T("They bring out something new"),
        SignalKind.Rules => T("New rules bind them"),
        SignalKind.Trouble => T("They are in trouble"),
        _ => T("Something else"),
    };

    public static IReadOnlyList<Choice> Choices => [.. Enum.GetValues<SignalKind>().Select(k => new Choice(k.ToString(), Of(k)))];
}
