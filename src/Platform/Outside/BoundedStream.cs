namespace Coxswain.Platform.Outside;

/// <summary>What another machine sends, up to a bound: more than was allowed ends it, however the sender calls it.</summary>
/// <param name="inner">The connection.</param>
/// <param name="most">Bytes that may come until <see cref="Allow"/> says otherwise.</param>
public sealed class BoundedStream(Stream inner, long most) : Stream
{
    // A server that says nothing holds nobody up for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private long _left = most;
    private long _most = most;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => inner.CanWrite;
    public override bool CanTimeout => inner.CanTimeout;
    public override int ReadTimeout { get => inner.ReadTimeout; set => inner.ReadTimeout = value; }
    public override int WriteTimeout { get => inner.WriteTimeout; set => inner.WriteTimeout = value; }
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>So many bytes may come from now on.</summary>
    public void Allow(long bytes) => _left = _most = bytes;

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try { return Counted(await inner.ReadAsync(buffer, patience.Token)); }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { throw new OutsideException(OutsideFault.TooSlow); }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Counted(int read) => (_left -= read) >= 0 ? read : throw new OutsideException(OutsideFault.TooLarge, (_most >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
