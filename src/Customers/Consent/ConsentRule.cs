using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Consent;

/// <summary>
/// How it stands, worked out from all entries: the day they said it counts, not the day we wrote it down, and of one day what was written down
/// last. What was refused for all newsletters is refused for each; who refused one is sent none that does not say which it is.
/// </summary>
internal static class ConsentRule
{
    /// <summary>The entry that counts for each way, purpose and newsletter, in their order.</summary>
    public static IReadOnlyList<ConsentStand> Stands(IEnumerable<ConsentLine> entries) =>
        [.. entries.GroupBy(e => (e.Channel, e.Purpose, Topic: Folding.Fold(e.Topic))).Select(g => new ConsentStand(g.MaxBy(Order)!)).OrderBy(s => s.Latest.Channel).ThenBy(s => s.Latest.Purpose).ThenBy(s => s.Latest.Topic, StringComparer.Ordinal)];

    /// <summary>The entry that allows or refuses a message; null where nothing is recorded for it.</summary>
    public static ConsentLine? Deciding(IReadOnlyList<ConsentLine> entries, Channel channel, Purpose purpose, string? topic)
    {
        var asked = Folding.Fold(topic);
        var about = entries.Where(e => e.Channel == channel && e.Purpose == purpose).ToList();
        if (topic is not null) return about.Where(e => e.Topic is null || Folding.Fold(e.Topic) == asked).MaxBy(Order);
        var whole = about.Where(e => e.Topic is null).MaxBy(Order);
        return about.Select(e => e.Topic).OfType<string>().Distinct().Select(t => Deciding(about, channel, purpose, t)).FirstOrDefault(d => d is { IsGiven: false }) ?? whole;
    }

    private static (DateOnly, DateTime, Guid) Order(ConsentLine entry) => (entry.On, entry.RecordedAt, entry.Id);
}
