namespace Coxswain.Customers.Records;

/// <summary>Typed text as a link.</summary>
internal static class WebLink
{
    /// <summary>The address, where it surely is one of the web: never another scheme somebody typed.</summary>
    public static string? Of(string? typed)
    {
        if (typed is null || typed.Any(char.IsWhiteSpace)) return null;
        var text = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && text.Contains('.') ? text : null;
    }
}
