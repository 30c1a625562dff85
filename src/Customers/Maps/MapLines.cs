using System.Globalization;
namespace Coxswain.Customers.Maps;

/// <summary>The lines of a map as paths.</summary>
internal static class MapLines
{
    private const double Aside = 26, Dip = 46, Tip = 7, Words = 14;

    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>From the one above to the one below: down, across, down; or down and to the side of a card that stands in a column.</summary>
    public static string Report(Spot above, Spot below)
    {
        var (x, y) = (above.X + MapLayout.Width / 2, above.Y + MapLayout.Height);
        if (below.Beside) return $"M{N(x)} {N(y)}V{N(below.Y + MapLayout.Height / 2)}H{N(below.X > x ? below.X : below.X + MapLayout.Width)}";
        return $"M{N(x)} {N(y)}V{N((y + below.Y) / 2)}H{N(below.X + MapLayout.Width / 2)}V{N(below.Y)}";
    }

    /// <summary>A bow between two, clear of the straight lines of reporting; where its words stand, and which way it ends.</summary>
    public static Bow Tie(Spot from, Spot to)
    {
        var level = Math.Abs(from.Y - to.Y) < MapLayout.Height;
        var (right, w, h) = (to.X >= from.X, MapLayout.Width, MapLayout.Height);
        if (level)
        {
            // Under the cards of a row, from the near half of one to the near half of the other.
            var (x1, x2, y) = (from.X + w / 2 + (right ? Aside : -Aside), to.X + w / 2 + (right ? -Aside : Aside), Math.Max(from.Y, to.Y) + h);
            return new($"M{N(x1)} {N(from.Y + h)}C{N(x1)} {N(y + Dip)} {N(x2)} {N(y + Dip)} {N(x2)} {N(to.Y + h)}", (x1 + x2) / 2, y + Dip * 0.75 + 4, $"{N(x2)},{N(to.Y + h)} {N(x2 - Tip / 2)},{N(to.Y + h + Tip)} {N(x2 + Tip / 2)},{N(to.Y + h + Tip)}", 0, y + Dip * 0.75 + Words);
        }
        // Between rows, out of one side and into the facing one, a little above the middle so that it does not run in a line of reporting.
        var (a, b, c, d) = (right ? from.X + w : from.X, from.Y + h / 3, right ? to.X : to.X + w, to.Y + h / 3);
        var over = Math.Abs(to.X - from.X) < w;
        if (over) (a, c) = (from.X + w, to.X + w);
        var (outwards, inwards) = (a == from.X + w ? 1 : -1, c == to.X + w ? 1 : -1);
        // One above the other: no farther out than the gap beside them.
        var bow = over ? MapLayout.Between + Math.Abs(c - a) : Math.Max(40, Math.Abs(c - a) / 2);
        return new($"M{N(a)} {N(b)}C{N(a + outwards * bow)} {N(b)} {N(c + inwards * bow)} {N(d)} {N(c)} {N(d)}", (a + c) / 2 + 3 * (outwards + inwards) * bow / 8, (b + d) / 2, $"{N(c)},{N(d)} {N(c + inwards * Tip)},{N(d - Tip / 2)} {N(c + inwards * Tip)},{N(d + Tip / 2)}", over ? Math.Max(a, c) + bow * 0.75 + 3 * Words : 0, 0);
    }
}

/// <summary>A line between two people.</summary>
/// <param name="Path">The line.</param>
/// <param name="X">Where its words stand.</param>
/// <param name="Y">Where its words stand.</param>
/// <param name="Tip">The points of an arrow at its end.</param>
/// <param name="Right">How far to the right it reaches beyond the cards, with its words; 0 where it stays between them.</param>
/// <param name="Bottom">How far down.</param>
internal sealed record Bow(string Path, double X, double Y, string Tip, double Right, double Bottom);
