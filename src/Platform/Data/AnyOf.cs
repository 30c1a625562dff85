using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// Rows that meet one of several conditions, each of which an index of its own answers. Asked for in one statement, with an OR, SQLite goes
/// through all rows of the organisation: for every batch of an import that was all there is.
/// </summary>
public static class AnyOf
{
    /// <param name="rows">The rows.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="conditions">One statement is asked for each.</param>
    /// <returns>Each row once, by the first condition that it meets.</returns>
    public static async Task<List<T>> AnyOfAsync<T>(this IQueryable<T> rows, CancellationToken ct, params Expression<Func<T, bool>>[] conditions) where T : Entity
    {
        var found = new List<T>();
        foreach (var condition in conditions) found.AddRange(await rows.Where(condition).ToListAsync(ct));
        return [.. found.DistinctBy(r => r.Id)];
    }
}
