namespace Coxswain.Platform.Data;

/// <summary>New rows with all that goes beside them, ready to be written.</summary>
/// <param name="Followed">The rows, and what follows from them.</param>
/// <param name="Told">What is told of them.</param>
public sealed record PreparedRows(IReadOnlyList<Entity> Followed, IReadOnlyList<Entity> Told);

/// <summary>Writes many new rows, with all that a save would write beside them, at bulk speed. See <see cref="BulkWriter"/>.</summary>
public static class ManyRows
{
    extension(AppDb db)
    {
        /// <param name="rows">New rows, each with a key of its own.</param>
        /// <param name="ct">Cancels; nothing is written then.</param>
        /// <param name="asItHappened">Their history is written as if each owner had done it on its day (a row was made when its key says), and not the viewer now.</param>
        public async Task InsertManyAsync(IReadOnlyList<Entity> rows, CancellationToken ct, bool asItHappened = false)
        {
            await db.KnowWantsAsync(ct, isMany: true);
            var saving = db.Saves(asItHappened);
            var followed = saving.Followed(rows);
            // The context makes itself ready at its first use, which must not be two threads' at once.
            _ = db.Model;
            var told = Task.Run(() => saving.Told(rows), CancellationToken.None);
            try
            {
                await db.InOneTransactionAsync(async () =>
                {
                    await db.WidenAsync(ct);
                    await db.InsertPreparedAsync(followed, ct);
                    await db.InsertPreparedAsync(await told, ct);
                }, ct);
            }
            finally
            {
                // Nothing goes on behind whoever is told of a failure.
                await ((Task)told).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        /// <summary>Works out what a save would write beside many new rows, while others are still being written.</summary>
        /// <param name="rows">New rows, each with a key of its own. Nothing of them changes any more.</param>
        /// <param name="ct">Cancels.</param>
        public async Task<PreparedRows> PrepareManyAsync(IReadOnlyList<Entity> rows, CancellationToken ct)
        {
            await db.KnowWantsAsync(ct, isMany: true);
            var saving = db.Saves();
            var followed = saving.Followed(rows);
            return new(followed, saving.Told(rows));
        }

        /// <summary>Writes what was worked out.</summary>
        public Task InsertManyAsync(PreparedRows rows, CancellationToken ct) => db.InOneTransactionAsync(async () =>
        {
            await db.WidenAsync(ct);
            await db.InsertPreparedAsync(rows.Followed, ct);
            await db.InsertPreparedAsync(rows.Told, ct);
        }, ct);

        /// <summary>New rows with all that a save would write beside them. Asks nothing of the database.</summary>
        internal IReadOnlyList<Entity> Companions(IReadOnlyList<Entity> rows, bool asItHappened) => db.Saves(asItHappened).Companions(rows);
    }
}
