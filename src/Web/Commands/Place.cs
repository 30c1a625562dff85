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

    public static Place Of(string? folder, string? database)
    {
        var home = Path.GetFullPath(folder ?? DefaultFolder);
        return new Place(home, database is null ? Database.InFolder(home) : Database.OnPostgres(database));
    }
}
