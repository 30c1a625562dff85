using MathNet.Numerics.LinearAlgebra;
namespace Coxswain.Funnel.Odds;

/// <summary>
/// Logistic regression by Newton's method (McCullagh and Nelder 1989, 4.4), with a ridge on all weights but the intercept (le Cessie and van
/// Houwelingen 1992), which keeps them finite where a score parts wins from losses without an exception.
/// </summary>
internal static class Logistic
{
    private const int MostSteps = 100, MostHalvings = 30;
    private const double Close = 1e-10;

    public static double Share(double logit) => 1 / (1 + Math.Exp(-logit));

    public static double Logit(double share) => Math.Log(share / (1 - share));

    /// <param name="rows">What is known of each case, of the same length each.</param>
    /// <param name="hits">What became of it.</param>
    /// <param name="ridge">Half of it times the squared weights is taken off the log likelihood; none is the ordinary fit.</param>
    public static LogisticFit Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> hits, double ridge)
    {
        var size = rows[0].Length + 1;
        var x = Matrix<double>.Build.Dense(rows.Count, size, (i, j) => j == 0 ? 1 : rows[i][j - 1]);
        var y = Vector<double>.Build.Dense(rows.Count, i => hits[i] ? 1 : 0);
        var penalty = Vector<double>.Build.Dense(size, j => j == 0 ? 0 : ridge);
        var weights = Vector<double>.Build.Dense(size);
        var cost = Cost(x, y, weights, penalty);
        for (var step = 0; step < MostSteps; step++)
        {
            var change = Curvature(x, weights, penalty).Cholesky().Solve(x.TransposeThisAndMultiply(y - (x * weights).Map(Share)) - penalty.PointwiseMultiply(weights));
            // A whole step may go too far: half of it does not for long.
            var (next, share) = (weights + change, 1.0);
            for (var i = 0; i < MostHalvings && !(Cost(x, y, next, penalty) <= cost); i++) next = weights + change * (share /= 2);
            (weights, cost) = (next, Cost(x, y, next, penalty));
            if (change.AbsoluteMaximum() < Close) break;
        }
        return new([.. weights], [.. Curvature(x, weights, penalty).Inverse().EnumerateRows().Select(r => r.ToArray())]);
    }

    private static Matrix<double> Curvature(Matrix<double> x, Vector<double> weights, Vector<double> penalty)
    {
        var shares = (x * weights).Map(Share);
        var weighted = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => x[i, j] * shares[i] * (1 - shares[i]));
        return x.TransposeThisAndMultiply(weighted) + Matrix<double>.Build.DenseOfDiagonalVector(penalty);
    }

    // What is made small: minus the log likelihood, and the ridge.
    private static double Cost(Matrix<double> x, Vector<double> y, Vector<double> weights, Vector<double> penalty)
    {
        var logits = x * weights;
        return logits.Select((l, i) => Math.Max(l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l))) - y[i] * l).Sum() + penalty.PointwiseMultiply(weights).DotProduct(weights) / 2;
    }
}

/// <summary>A fitted regression: the intercept first, then a weight for each score; beside them how they vary together.</summary>
internal sealed record LogisticFit(double[] Weights, double[][] Covariance)
{
    public double LogitOf(IReadOnlyList<double> row) => Weights[0] + row.Select((value, i) => value * Weights[i + 1]).Sum();

    /// <summary>The standard error of a logit: what the weights vary by, for these values.</summary>
    public double ErrorOf(IReadOnlyList<double> row)
    {
        double[] with = [1, .. row];
        return Math.Sqrt(Math.Max(0, with.Select((a, i) => with.Select((b, j) => a * b * Covariance[i][j]).Sum()).Sum()));
    }
}
