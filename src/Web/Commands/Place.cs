using Coxswain.Platform.Data;
namespace Coxswain.Web.Commands;

/// <summary>Where an installation keeps its rows and files.</summary>
/// <param name="Folder">For files, and for the database on SQLite.</param>
/// <param name="Database">The rows.</param>
internal sealed record Place(string Folder, Database Database)
{
    /// <summary>The folder used where none is named.</summary>
    public const string DefaultFolder = "coxswain-data";

    public string Files => Path.Combine(Folder, "files");

    /// <exception cref="Failure">There can be no such place.</exception>
    public static Place Of(string? folder, string? database)
    {
        var home = Path.GetFullPath(folder ?? DefaultFolder);
        if (File.Exists(home)) throw new Failure($"{home} is a file, and --data names a folder.");
        return new Place(home, database is null ? InFolder(home) : OnPostgres(database));
    }

    private static Database InFolder(string home)
    {
        try { return Database.InFolder(home); }
        catch (IOException e) when (Outage.Of(e) is OutageKind.None) { throw new Failure($"the folder {home} cannot be made: {e.Message}"); }
    }

    // What was typed is not repeated: a password may stand in it.
    private static Database OnPostgres(string database)
    {
        try { return Database.OnPostgres(database); }
        catch (Exception e) when (e is ArgumentException or FormatException) { throw new Failure("--database is not understood: write it like 'Host=localhost;Database=coxswain;Username=coxswain'."); }
    }
}
