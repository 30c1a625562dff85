using System.Collections;
namespace Coxswain.Platform.Data;

/// <summary>A list of keys that holds one, for what reads rows of many and of one alike. A prepared statement asks for the key itself: to look into a list costs each part of the statement more than to find the row.</summary>
/// <param name="id">The key.</param>
public sealed class SingleKeyCollection(Guid id) : IReadOnlyCollection<Guid>
{
    /// <summary>The key.</summary>
    public Guid Id => id;

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public IEnumerator<Guid> GetEnumerator() => Enumerable.Repeat(id, 1).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
