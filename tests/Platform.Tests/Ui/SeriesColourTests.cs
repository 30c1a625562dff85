using System.Globalization;
using System.Text.RegularExpressions;
namespace Coxswain.Platform.Tests.Ui;

/// <summary>The colours of series as the style sheet has them, seen by eyes of every kind: Machado, Oliveira and Fernandes (2009) at full severity.</summary>
public sealed class SeriesColourTests
{
    private static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    private static readonly double[][] Protanopia = [[.152286, 1.052583, -.204868], [.114503, .786281, .099216], [-.003882, -.048116, 1.051998]];
    private static readonly double[][] Deuteranopia = [[.367322, .860646, -.227968], [.280085, .672501, .047413], [-.011820, .042940, .968881]];
    private static readonly double[][] Tritanopia = [[1.255528, -.076749, -.178779], [-.078411, .930809, .147602], [.004733, .691367, .303900]];

    [Theory, InlineData(false), InlineData(true)]
    public void Each_stands_out_from_the_page_three_to_one(bool dark)
    {
        var grounds = new[] { "paper", "sheet", "sunk" }.Select(name => Colour(name, dark));
        var faint = Series(dark).SelectMany((c, i) => grounds.Select(g => (i, Contrast: Contrast(c, g)))).Where(x => x.Contrast < 3).ToList();
        Assert.True(faint.Count == 0, string.Join(", ", faint));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void No_two_are_alike_to_any_eye(bool dark)
    {
        foreach (var eye in new[] { Normal, Protanopia, Deuteranopia, Tritanopia })
        {
            var seen = Series(dark).Select(c => Lab(Seen(eye, c))).ToList();
            var nearest = seen.SelectMany((a, i) => seen.Take(i).Select(b => Apart(a, b))).Min();
            // Two to three is just noticeable side by side; twenty is another colour at a glance.
            Assert.True(nearest >= 20, $"{nearest:0.0}");
        }
    }

    private static IEnumerable<double[]> Series(bool dark) => Enumerable.Range(1, 6).Select(i => Colour($"c-{i}", dark));

    private static double[] Colour(string token, bool dark)
    {
        var pair = Regex.Match(Sheet, $@"--{token}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\)");
        Assert.True(pair.Success, $"--{token} is not in look.css.");
        var hex = pair.Groups[dark ? 2 : 1].Value;
        return [.. new[] { 1, 3, 5 }.Select(at => Linear(int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d))];
    }

    private static string Sheet => File.ReadAllText(Path.Combine(Testing.Checkout.Root, "src", "Web", "wwwroot", "css", "look.css"));

    private static double Linear(double c) => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);

    private static double[] Seen(double[][] eye, double[] c) => [.. eye.Select(row => Math.Clamp(row[0] * c[0] + row[1] * c[1] + row[2] * c[2], 0, 1))];

    private static double Contrast(double[] a, double[] b)
    {
        double Light(double[] c) => .2126 * c[0] + .7152 * c[1] + .0722 * c[2];
        return (Math.Max(Light(a), Light(b)) + .05) / (Math.Min(Light(a), Light(b)) + .05);
    }

    private static double[] Lab(double[] c)
    {
        var x = F((.4124564 * c[0] + .3575761 * c[1] + .1804375 * c[2]) / .95047);
        var y = F(.2126729 * c[0] + .7151522 * c[1] + .0721750 * c[2]);
        var z = F((.0193339 * c[0] + .1191920 * c[1] + .9503041 * c[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double F(double t) => t > .008856 ? Math.Cbrt(t) : 7.787 * t + 16 / 116d;

    private static double Apart(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
