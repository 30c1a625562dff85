namespace Coxswain.Bench.Speed;

/// <summary>Figures by place, printed as one table with a column for each place.</summary>
internal sealed class Table
{
    private readonly List<string> _places = [], _rows = [];
    private readonly Dictionary<(string Row, string Place), string> _cells = [];

    public void Add(string place, string row, double figure) => Put(place, row, figure >= 100 ? $"{figure:n0}" : $"{figure:0.00}");

    public void Add(string place, string row, Timing timing) =>
        Put(place, row, $"{timing.Median:0.0} / {timing.P95:0.0} ms, cpu {timing.Cpu:0.0} ms{(timing.Kilobytes > 0 ? $", {timing.Kilobytes:0.0} KB" : "")}");

    public void Print(TextWriter to)
    {
        to.WriteLine($"| | {string.Join(" | ", _places)} |");
        to.WriteLine($"|---|{string.Concat(_places.Select(_ => "---|"))}");
        foreach (var row in _rows) to.WriteLine($"| {row} | {string.Join(" | ", _places.Select(p => _cells.GetValueOrDefault((row, p), "–")))} |");
    }

    private void Put(string place, string row, string cell)
    {
        if (!_places.Contains(place)) _places.Add(place);
        if (!_rows.Contains(row)) _rows.Add(row);
        _cells[(row, place)] = cell;
        Console.Error.WriteLine($"{place}: {row}: {cell}");
    }
}
