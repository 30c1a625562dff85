namespace Coxswain.Platform.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Rows">At most <see cref="ListRequest.PageSize"/>.</param>
/// <param name="Next">What the next page begins after; null at the end.</param>
/// <param name="Count">All matching rows, counted no further than <see cref="Cap"/>.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, string? Next, int Count)
{
    /// <summary>Counting stops here: a list says "1,000+".</summary>
    public const int Cap = 1000;
}
