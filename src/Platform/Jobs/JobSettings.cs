namespace Coxswain.Platform.Jobs;

/// <summary>How jobs are served in this process.</summary>
public sealed record JobSettings
{
    /// <summary>Whether due work is taken up by itself; otherwise only when told to, as tests do.</summary>
    public bool ByItself { get; init; } = true;

    /// <summary>Whether this process asks for what recurs every day.</summary>
    public bool KeepsTime { get; init; }

    /// <summary>Jobs worked on at once. On SQLite more would only queue for the one writer.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>How long a silent process keeps its jobs.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a working job gives a sign of life.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked for work that another process asked for, or whose time has come.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Tries before a job, or the delivery of an event, is given up and waits for a person.</summary>
    public int MostTries { get; init; } = 5;

    /// <summary>No try waits longer for the next.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long to wait after a failed try: 10 seconds, then four times as long each time, an hour at most.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 10 * Math.Pow(4, Math.Max(0, attempts - 1))));
}
