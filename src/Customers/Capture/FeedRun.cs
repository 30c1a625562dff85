using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Why something was not filed.</summary>
public enum SkipReason
{
    Colleagues, NobodyElse, Declined, Ignored, Automatic, Malformed, TooOften, UnknownZone, TooLarge, TooOld, NotFromUs, NoOriginal, Known, Erased, FolderAnew, BlindCopies, DatedAsForwarded, NoSentFolder, Removed,
}

/// <summary>One fetch: how much came, what became of it, what was skipped and why. Holds no subject, no text and no address.</summary>
internal sealed class FeedRun : Entity
{
    public required Guid FeedId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What the server had that we did not know.</summary>
    public int Fetched { get; set; }
    public int Filed { get; set; }
    public int Waiting { get; set; }
    public int Skipped { get; set; }

    /// <summary>The server said that nothing changed.</summary>
    public bool Unchanged { get; set; }

    /// <summary>Reasons with their counts and which ones, as JSON.</summary>
    public string Reasons { get; set; } = "[]";
    public OutsideFault? Fault { get; set; }
    public string? FaultDetail { get; set; }
}

/// <summary>Of one reason: how many, and the last of them.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Which">Where they are found: a folder and a number, a day.</param>
public sealed record Skips(SkipReason Reason, int Count, IReadOnlyList<string> Which);

/// <summary>Counts while a fetch goes on.</summary>
internal sealed class Tally
{
    private const int MostNamed = 5;
    private readonly Dictionary<SkipReason, (int Count, List<string> Which)> _skips = [];

    public int Fetched { get; set; }
    public int Filed { get; set; }
    public int Waiting { get; set; }
    public bool Unchanged { get; set; }

    public void Skip(SkipReason reason, string which)
    {
        var (count, named) = _skips.GetValueOrDefault(reason, (0, []));
        if (named.Count < MostNamed) named.Add(which);
        _skips[reason] = (count + 1, named);
    }

    /// <summary>One that came was settled.</summary>
    public void Settle(Settled settled, string which)
    {
        if (settled is Settled.Filed) Filed++;
        else if (settled is Settled.Waits) Waiting++;
        else Skip(SkipReason.Removed, which);
    }

    public FeedRun Of(Guid feedId, DateTime at, OutsideException? fault) => new()
    {
        FeedId = feedId, At = at, Fetched = Fetched, Filed = Filed, Waiting = Waiting, Unchanged = Unchanged, Skipped = _skips.Where(s => !SkipWords.IsNote(s.Key)).Sum(s => s.Value.Count), Fault = fault?.Fault, FaultDetail = fault?.Detail,
        Reasons = JsonSerializer.Serialize(_skips.Select(s => new Skips(s.Key, s.Value.Count, s.Value.Which))),
    };
}

/// <summary>Reasons in words.</summary>
internal static class SkipWords
{
    /// <summary>Worth knowing, though nothing was left out for it.</summary>
    public static bool IsNote(SkipReason reason) => reason is SkipReason.FolderAnew or SkipReason.DatedAsForwarded or SkipReason.NoSentFolder;

    public static string Of(SkipReason reason) => reason switch
    {
        SkipReason.Colleagues => T("only colleagues in it"),
        SkipReason.NobodyElse => T("nobody else in it"),
        SkipReason.Declined => T("you declined it"),
        SkipReason.Ignored => T("from whom you ignore"),
        SkipReason.Automatic => T("sent by a machine or to a list"),
        SkipReason.Malformed => T("written wrongly, so it cannot be read"),
        SkipReason.TooOften => T("repeated more often than daily"),
        SkipReason.UnknownZone => T("in a time zone nobody knows"),
        SkipReason.TooLarge => T("larger than is fetched"),
        SkipReason.TooOld => T("older than is fetched"),
        SkipReason.NotFromUs => T("not sent by anyone who works here"),
        SkipReason.NoOriginal => T("forwarded without saying from whom"),
        SkipReason.Known => T("known already"),
        SkipReason.Removed => T("removed here before, for everybody"),
        SkipReason.Erased => T("of somebody who was erased"),
        SkipReason.BlindCopies => T("to nobody it names: who had a blind copy is not told in it"),
        SkipReason.DatedAsForwarded => T("filed by the date of forwarding, as that of the original could not be read"),
        SkipReason.NoSentFolder => T("no folder of sent mail was found, so only the inbox is read: connect it anew and name the folder"),
        _ => T("the server counts this folder anew, so it was read again"),
    };
}
