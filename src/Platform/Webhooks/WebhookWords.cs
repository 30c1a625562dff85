using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Webhooks;

/// <summary>What became of webhooks, in words.</summary>
internal static class WebhookWords
{
    public static string Of(StopCause cause) => cause switch
    {
        StopCause.ByHand => T("stopped by hand"),
        StopCause.Failing => T("stopped: every try of three days failed"),
        StopCause.Gone => T("stopped: the other machine says the address is gone"),
        _ => T("stopped: whose eyes it saw with is no longer here"),
    };

    public static string Of(SendingState state) => state switch
    {
        SendingState.Waiting => T("waiting"),
        SendingState.Done => T("taken"),
        SendingState.Failed => T("given up"),
        _ => T("left out"),
    };

    public static Tone ToneOf(SendingState state) => state switch { SendingState.Done => Tone.Good, SendingState.Failed => Tone.Bad, SendingState.Waiting => Tone.Warn, _ => Tone.Plain };

    /// <summary>Why a try failed, or how long it took.</summary>
    public static string Said(SendingLine line) => line.Fault is { } fault ? OutsideWords.Of(fault, line.Detail) : line.Milliseconds is { } took && line.State is SendingState.Done ? T("answered {0} in {1} ms", line.Status, took) : "";

    /// <summary>A kind of event: its record in words, and what happened by its stable name.</summary>
    public static string Kind(string kind, IReadOnlyList<KindName> names)
    {
        var parts = kind.Split('.', 2);
        var what = parts[1] switch { "*" => T("everything"), "created" => T("added"), "changed" => T("changed"), "deleted" => T("deleted"), "moved" => T("moved to a stage"), "rule-fired" => T("a rule acted"), _ => parts[1] };
        return $"{names.FirstOrDefault(n => n.Kind == parts[0])?.Name ?? parts[0]}: {what}";
    }
}
