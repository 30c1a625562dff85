using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>That somebody erased looked like somebody else, and what was made one with them, goes with them.</summary>
internal static class DuplicateErasing
{
    /// <param name="db">Inside the transaction that erases; the caller saves.</param>
    /// <param name="records">Every record of theirs.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ForgetAsync(AppDb db, IReadOnlyList<Guid> records, CancellationToken ct)
    {
        db.RemoveRange(await db.Rows<DuplicatePair>().Where(p => records.Contains(p.FirstId) || records.Contains(p.SecondId)).ToListAsync(ct));
        db.RemoveRange(await db.Rows<RecordMerge>().Where(m => records.Contains(m.KeptId) || records.Contains(m.GoneId)).ToListAsync(ct));
    }
}
