namespace Coxswain.Platform.Sending;

/// <summary>When the act of this request happened: earlier than it is done, where it waited on a device to be sent.</summary>
public sealed class ActTime
{
    private DateTime? _occurredAt;

    /// <param name="now">The moment it is done.</param>
    public DateTime Or(DateTime now) => _occurredAt ?? now;

    internal void Is(DateTime occurredAt) => _occurredAt = occurredAt;
}
