namespace Coxswain.Platform.Data;

/// <summary>A record with a place among its like, which people arrange.</summary>
public interface IPlaced
{
    Guid Id { get; }

    /// <summary>Its place; of two, the lower stands earlier.</summary>
    int Position { get; set; }
}

/// <summary>Arranges records among their like.</summary>
public static class Placing
{
    /// <summary>Puts one a place earlier or later; its neighbour takes its place.</summary>
    /// <param name="row">All it stands among, in their order, tracked; the caller saves.</param>
    /// <param name="one">Which of them.</param>
    /// <param name="later">Later instead of earlier.</param>
    /// <returns>False where it is at that end already.</returns>
    public static bool Move<T>(this IReadOnlyList<T> row, T one, bool later) where T : class, IPlaced
    {
        var other = row.TakeWhile(r => r != one).Count() + (later ? 1 : -1);
        if (other < 0 || other >= row.Count) return false;
        (one.Position, row[other].Position) = (row[other].Position, one.Position);
        return true;
    }
}
