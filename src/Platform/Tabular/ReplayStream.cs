namespace Coxswain.Platform.Tabular;

/// <summary>Reads a stream forwards and can go back to any place not yet let go of, so that reading anew after a fault costs no second pass over the file.</summary>
internal sealed class ReplayStream(Stream source, long origin) : Stream
{
    private byte[] window = new byte[128 * 1024];
    private int filled, helping = 64 * 1024;
    private long start = origin, at = origin;

    /// <summary>Bytes before this place will not be asked for again.</summary>
    public long Keep { get; set; } = origin;

    public override long Position
    {
        get => at;
        set
        {
            if (value < start || value > start + filled) throw new InvalidOperationException("That place has been let go of.");
            (at, helping) = (value, 2048);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (at == start + filled && !More(buffer.Length)) return 0;
        var here = (int)(at - start);
        var count = Math.Min(Math.Min(buffer.Length, helping), filled - here);
        window.AsSpan(here, count).CopyTo(buffer);
        at += count;
        // After going back the next fault is often near: little is handed out at first.
        helping = Math.Min(helping * 2, 64 * 1024);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool More(int wanted)
    {
        var gone = (int)Math.Clamp(Keep - start, 0, filled);
        window.AsSpan(gone, filled - gone).CopyTo(window);
        (start, filled) = (start + gone, filled - gone);
        var room = Math.Clamp(wanted, 4096, 64 * 1024);
        if (window.Length - filled < room) Array.Resize(ref window, Math.Max(window.Length * 2, filled + room));
        var read = source.Read(window, filled, room);
        filled += read;
        return read > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
