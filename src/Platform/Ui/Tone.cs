namespace Coxswain.Platform.Ui;

/// <summary>What a mark says about its matter. Never shown by colour alone: words or shapes say it too.</summary>
public enum Tone { Plain, Good, Warn, Bad }

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        _ => "plain",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Warn => "triangle-alert",
        Tone.Bad => "circle-alert",
        _ => "info",
    };
}
