namespace Coxswain.Testing;

/// <summary>Third-party files beside the repository; where they are absent a test says so and is skipped.</summary>
public static class RealFiles
{
    /// <summary>The folder or file under shared/data, or null where it is not there.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Coxswain.slnx"))) continue;
            return new[] { folder.Parent, folder.Parent?.Parent }.Where(f => f is not null).Select(f => Path.Combine(f!.FullName, "shared", "data", path)).FirstOrDefault(p => File.Exists(p) || Directory.Exists(p));
        }
        return null;
    }
}
