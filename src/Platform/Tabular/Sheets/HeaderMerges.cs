namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>Puts the names of a header of several rows into its last row.</summary>
internal static class HeaderMerges
{
    /// <summary>Names that reach down over several rows stand in the first; then that row looks like a header and is none. A title over everything stays where it is.</summary>
    public static void Settle(IReadOnlyList<SheetRow> first, IReadOnlyList<Merge> merges)
    {
        if (first.FirstOrDefault(r => r.Cells.Count > 1) is not { } top) return;
        var byNumber = first.ToDictionary(r => r.Number);
        foreach (var merge in merges)
            if (merge.Row == top.Number && merge.LastRow > merge.Row && byNumber.TryGetValue(merge.LastRow, out var last) && top.Cells.Remove(merge.Column, out var name)) last.Cells[merge.Column] = name;
    }
}
