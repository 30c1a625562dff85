using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// The turn to upgrade an embedded database, of one program at a time. The framework takes turns by a row in the file, which a program that
/// is killed leaves there, and every later one waits for it for ever (dotnet/efcore 38958): here the system takes the turn back from
/// whoever is gone, and whose turn it is takes such a row away.
/// </summary>
internal sealed class UpgradeTurn : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _held;

    private UpgradeTurn(FileStream held) => _held = held;

    /// <param name="db">A context of the embedded database.</param>
    /// <param name="file">The database's own file; the turn is an empty one beside it.</param>
    /// <param name="clock">Waits between two tries.</param>
    /// <param name="ct">Gives up waiting.</param>
    public static async Task<UpgradeTurn> TakeAsync(AppDb db, string file, TimeProvider clock, CancellationToken ct)
    {
        var turn = new UpgradeTurn(await OpenAsync(file + "-upgrade", clock, ct));
        try { await ForgetAsync(db, ct); }
        catch
        {
            turn.Dispose();
            throw;
        }
        return turn;
    }

    // It stays where it is: taken away, the next two could each hold one of their own.
    public void Dispose() => _held.Dispose();

    private static async Task<FileStream> OpenAsync(string beside, TimeProvider clock, CancellationToken ct)
    {
        while (true)
        {
            try { return new FileStream(beside, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException e) when (IsHeld(e)) { await Task.Delay(Between, clock, ct); }
        }
    }

    // EAGAIN as Linux and as macOS count it, ERROR_SHARING_VIOLATION of Windows: anything else (no room, no such folder) is told at once.
    private static bool IsHeld(IOException e) => e.GetType() == typeof(IOException) && (e.HResult & 0xFFFF) is 11 or 35 or 32;

    private static async Task ForgetAsync(AppDb db, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct)) return;
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_schema WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(ct) > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}
