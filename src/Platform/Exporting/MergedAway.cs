using Coxswain.Platform.Data;
namespace Coxswain.Platform.Exporting;

/// <summary>Records that were merged away go along as well, in a table of their own: by them the one they went into is known by all its keys, addresses and names.</summary>
public static class MergedAway
{
    /// <param name="live">Those of the kind that stand for themselves, which come first.</param>
    /// <param name="label">What several are called, in the viewer's language.</param>
    public static Exported<T> Of<T>(Exported<T> live, Func<string> label) where T : Entity, IMergeable =>
        new($"merged-{live.Kind}", $"merged-{live.File}", live.Order + 1, label) { Rows = Leading<T>, IsMergedAway = true, Stays = live.Stays, Money = live.Money, Extras = live.Extras };

    // A statement that looks at what was removed does so in all its parts.
    private static IQueryable<T> Leading<T>(AppDb db) where T : Entity, IMergeable
    {
        var there = db.RowsWithRemoved<T>().Where(r => r.RemovedAt == null);
        return db.RowsWithRemoved<T>().Where(r => r.MergedIntoId != null && there.Any(k => k.Id == r.MergedIntoId));
    }
}
