using System.Runtime.CompilerServices;
using System.Threading.Channels;
namespace Coxswain.Platform.Data;

/// <summary>Works the next things out on another thread while one is dealt with.</summary>
public static class Ahead
{
    /// <param name="things">Taken on another thread, in their order.</param>
    /// <param name="most">How many may be waiting.</param>
    /// <param name="ct">Cancels; what was worked out and not taken is lost.</param>
    /// <returns>The same things. What is thrown in working one out is thrown where it would have come.</returns>
    public static IAsyncEnumerable<T> Of<T>(IEnumerable<T> things, int most, CancellationToken ct) => Of(things.ToAsyncEnumerable(), most, ct);

    /// <inheritdoc cref="Of{T}(IEnumerable{T}, int, CancellationToken)"/>
    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> things, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        var ready = Channel.CreateBounded<T>(most);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = Task.Run(() => WorkAsync(things, ready.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var thing in ready.Reader.ReadAllAsync(ct)) yield return thing;
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }
    }

    private static async Task WorkAsync<T>(IAsyncEnumerable<T> things, ChannelWriter<T> ready, CancellationToken ct)
    {
        try
        {
            await foreach (var thing in things.WithCancellation(ct)) await ready.WriteAsync(thing, ct);
            ready.Complete();
        }
        catch (Exception fault)
        {
            // Thrown where the things are read, which waits for them.
            ready.Complete(fault);
        }
    }
}
