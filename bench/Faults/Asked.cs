using System.Globalization;
namespace Coxswain.Bench.Faults;

/// <summary>What to break, and how often.</summary>
internal sealed record Asked(string Program, string Folder, int Kills, int Seed, string? Only, string? Postgres)
{
    public IEnumerable<string> Engines => Postgres is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    public static Asked? Of(string[] args)
    {
        if (args.Length < 2 || !File.Exists(args[0])) return null;
        string? Option(string name) => Array.IndexOf(args, name) is var at && at > 0 && at + 1 < args.Length ? args[at + 1] : null;
        int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new(Path.GetFullPath(args[0]), Directory.CreateDirectory(args[1]).FullName, Number("--kills", 200), Number("--seed", 1), Option("--only"), Option("--postgres"));
    }
}
