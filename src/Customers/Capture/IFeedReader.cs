using Coxswain.Platform.Data;
namespace Coxswain.Customers.Capture;

/// <summary>Fetches from one kind of place.</summary>
internal interface IFeedReader
{
    bool Reads(FeedKind kind);

    /// <summary>Fetches what is new and files it. Saves as it goes, so that what came whole stays when the rest does not.</summary>
    /// <exception cref="Platform.Outside.OutsideException">It cannot be fetched.</exception>
    Task ReadAsync(AppDb db, Fetching fetching, CancellationToken ct);
}

/// <summary>One fetch under way.</summary>
/// <param name="Feed">From where.</param>
/// <param name="Rules">What is allowed.</param>
/// <param name="Secret">Password or secret address.</param>
/// <param name="Tally">Counts what came.</param>
/// <param name="Now">When it began.</param>
internal sealed record Fetching(Feed Feed, CaptureRules Rules, string Secret, Tally Tally, DateTime Now);
