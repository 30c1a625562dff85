using Coxswain.Platform.Data;
namespace Coxswain.Customers.Capture;

/// <summary>Moments as the clock of the organisation shows them.</summary>
internal static class LocalTime
{
    public static DateTime Local(this AppDb db, DateTime utc) => db.Viewer.Periods?.LocalOf(utc) ?? utc;

    public static FeedLine Local(this AppDb db, FeedLine feed) => feed with { LastAt = db.Of(feed.LastAt), GoodAt = db.Of(feed.GoodAt), NextAt = db.Of(feed.NextAt) };

    private static DateTime? Of(this AppDb db, DateTime? utc) => utc is { } at ? db.Local(at) : null;
}
