namespace Coxswain.Testing;

/// <summary>The sources that the running tests were built from.</summary>
public static class Checkout
{
    /// <exception cref="DirectoryNotFoundException">The tests run apart from their sources.</exception>
    public static string Root => Find() ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is in no checkout.");

    /// <summary>Its folder, or null where the tests run apart from it.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Coxswain.slnx"))) return folder.FullName;
        return null;
    }
}
