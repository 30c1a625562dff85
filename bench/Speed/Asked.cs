using System.Globalization;
namespace Coxswain.Bench.Speed;

/// <summary>What to measure.</summary>
internal sealed class Asked(string[] args) : Arguments(args)
{
    public IReadOnlyList<int> Sizes => [.. (Text("--sizes") ?? "20000,1000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
    public int Requests => Number("--requests", 200);
}
