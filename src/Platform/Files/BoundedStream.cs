namespace Coxswain.Platform.Files;

/// <summary>What is read of a stream that nobody vouches for: ends in an <see cref="InvalidDataException"/> where more comes than there may be.</summary>
public sealed class BoundedStream(Stream from, long most) : Stream
{
    /// <summary>How much may still come.</summary>
    public long Left { get; private set; } = most;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(from.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await from.ReadAsync(buffer, cancellationToken));

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) from.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read) => (Left -= read) >= 0 ? read : throw new InvalidDataException();
}
