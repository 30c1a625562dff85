namespace Coxswain.Testing;

/// <summary>Third-party files beside the repository; where they are absent a test says so and is skipped.</summary>
public static class RealFiles
{
    /// <summary>The folder or file under shared/data, or null where it is not there.</summary>
    public static string? Find(string path)
    {
        if (Checkout.Find() is not { } root) return null;
        return new[] { Path.Combine(root, ".."), Path.Combine(root, "..", "..") }.Select(f => Path.GetFullPath(Path.Combine(f, "shared", "data", path))).FirstOrDefault(p => File.Exists(p) || Directory.Exists(p));
    }
}
