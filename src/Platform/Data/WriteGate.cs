namespace Coxswain.Platform.Data;

/// <summary>
/// SQLite has one writer. Writes queue here, in order of arrival, instead of racing for its lock, so that a save during an import waits
/// for one short batch and no more. On PostgreSQL the gate is always open.
/// </summary>
public sealed class WriteGate(Database database) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (database.Engine is not Engine.Sqlite) return Turn.Free;
        await _one.WaitAsync(ct);
        return new Turn(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static Turn Free { get; } = new(null);
        private SemaphoreSlim? _gate = gate;
        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
