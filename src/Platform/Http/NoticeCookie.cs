using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Http;

/// <summary>Carries a notice to the next page, which shows it without script too.</summary>
internal static class NoticeCookie
{
    private const string Cookie = "coxswain-notice";

    public static void Keep(HttpContext http, Notice notice) =>
        http.Response.Cookies.Append(Cookie, Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(notice)), Settings(http));

    /// <summary>The notice that waits for this page, taken so that it shows once.</summary>
    public static Notice? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        http.Response.Cookies.Delete(Cookie);
        try { return JsonSerializer.Deserialize<Notice>(Encoding.UTF8.GetString(Convert.FromBase64String(kept))) is { } notice ? notice with { UndoUrl = OwnPath(notice.UndoUrl) } : null; }
        catch (Exception e) when (e is FormatException or JsonException) { return null; }
    }

    // A cookie can be planted by a neighbour on the same host: an undo may only post back to this site.
    private static string? OwnPath(string? url) => url is not null && url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) ? url : null;

    private static CookieOptions Settings(HttpContext http) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = SafeCookie.IsSecure(http.Request), MaxAge = TimeSpan.FromMinutes(1) };
}
