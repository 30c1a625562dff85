namespace Coxswain.Platform.Tabular;

/// <summary>One-to-one assignment with the greatest total score (Hungarian method with potentials, cubic time).</summary>
internal static class Assignment
{
    /// <summary>For each row its column, or -1.</summary>
    public static int[] Best(double[,] scores)
    {
        int rows = scores.GetLength(0), columns = Math.Max(scores.GetLength(1), rows);
        double[] ofRow = new double[rows + 1], ofColumn = new double[columns + 1];
        int[] owner = new int[columns + 1], way = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            owner[0] = row;
            var end = Augment(scores, ofRow, ofColumn, owner, way);
            for (; end != 0; end = way[end]) owner[end] = owner[way[end]];
        }
        var best = new int[rows];
        Array.Fill(best, -1);
        for (var column = 1; column <= scores.GetLength(1); column++)
            if (owner[column] > 0) best[owner[column] - 1] = column - 1;
        return best;
    }

    private static int Augment(double[,] scores, double[] ofRow, double[] ofColumn, int[] owner, int[] way)
    {
        var least = new double[ofColumn.Length];
        Array.Fill(least, double.PositiveInfinity);
        var used = new bool[ofColumn.Length];
        var at = 0;
        do
        {
            used[at] = true;
            int row = owner[at], next = 0;
            var delta = double.PositiveInfinity;
            for (var column = 1; column < least.Length; column++)
            {
                if (used[column]) continue;
                var cost = -Score(scores, row, column) - ofRow[row] - ofColumn[column];
                if (cost < least[column]) (least[column], way[column]) = (cost, at);
                if (least[column] < delta) (delta, next) = (least[column], column);
            }
            for (var column = 0; column < least.Length; column++)
                if (used[column]) { ofRow[owner[column]] += delta; ofColumn[column] -= delta; }
                else least[column] -= delta;
            at = next;
        }
        while (owner[at] != 0);
        return at;
    }

    private static double Score(double[,] scores, int row, int column) => column <= scores.GetLength(1) ? scores[row - 1, column - 1] : 0;
}
