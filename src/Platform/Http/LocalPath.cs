namespace Coxswain.Platform.Http;

/// <summary>Where to go back to, as an address carries it.</summary>
public static class LocalPath
{
    /// <summary>The path, if it is one of this site; a link must not lead people elsewhere.</summary>
    public static string Or(string? path, string otherwise) =>
        path is not null && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && path.Length <= 500 && !path.Any(char.IsControl) ? path : otherwise;

    /// <summary>The path with one more parameter.</summary>
    public static string With(this string path, string name, string? value) => value is null ? path : $"{path}{(path.Contains('?') ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
