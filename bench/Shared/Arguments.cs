using System.Globalization;
namespace Coxswain.Bench;

/// <summary>What a bench is told: the program, a folder to work in, and options by name.</summary>
internal class Arguments(string[] args)
{
    public string Program { get; } = Path.GetFullPath(args[0]);
    public string Folder { get; } = Directory.CreateDirectory(args[1]).FullName;
    public string? Postgres => Text("--postgres");
    /// <summary>SQLite, and PostgreSQL where a server is named; with <c>--engine</c> that one alone.</summary>
    public IEnumerable<string> Engines => Text("--engine") is { } one ? [one] : Postgres is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    /// <summary>What an earlier run made is looked at again instead of being made anew.</summary>
    public bool Again => args.Contains("--again");

    public static bool AreGiven(string[] args) => args.Length >= 2 && File.Exists(args[0]);

    public string? Text(string name) => Array.IndexOf(args, name) is var at && at > 0 && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
