using System.Globalization;
namespace Coxswain.Bench.Speed;

/// <summary>What to measure.</summary>
internal sealed record Asked(string Program, string Folder, IReadOnlyList<int> Sizes, string? Postgres, int Requests)
{
    public IEnumerable<string> Engines => Postgres is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    public static Asked? Of(string[] args)
    {
        if (args.Length < 2 || !File.Exists(args[0])) return null;
        string? Option(string name) => Array.IndexOf(args, name) is var at && at > 0 && at + 1 < args.Length ? args[at + 1] : null;
        return new(Path.GetFullPath(args[0]), Directory.CreateDirectory(args[1]).FullName, [.. (Option("--sizes") ?? "20000,1000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))], Option("--postgres"), int.Parse(Option("--requests") ?? "200", CultureInfo.InvariantCulture));
    }
}
