namespace Coxswain.Customers.Capture.Calendars;

/// <summary>Somebody in a mail or a meeting, as it says.</summary>
internal sealed record Someone(string Address, string? Name, Part Part);

/// <summary>One meeting on one day, as a calendar says it.</summary>
internal sealed record Meeting
{
    /// <summary>The same in every calendar it stands in.</summary>
    public required string Key { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null for whole days.</summary>
    public int? Minutes { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }

    /// <summary>Private or confidential: nothing but the time may be kept.</summary>
    public bool IsPrivate { get; init; }
    public bool IsCancelled { get; init; }

    /// <summary>Addresses of those who said no.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];
    public IReadOnlyList<Someone> People { get; init; } = [];
}
