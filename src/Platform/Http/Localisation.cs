using System.Globalization;
using Coxswain.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Http;

/// <summary>Language and formats of a request: the viewer's choice, else the first the browser asks for that the system knows, else English.</summary>
public static class Localisation
{
    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en");

    public static void UseLocalisation(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Speak(http);
        return next(http);
    });

    /// <summary>Chooses the culture of what follows in the caller's own flow: what a middleware chose is gone when its fault comes back up.</summary>
    internal static void Speak(HttpContext http)
    {
        var culture = Of(http);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        http.Response.Headers.ContentLanguage = culture.Name;
    }

    private static CultureInfo Of(HttpContext http)
    {
        var viewer = http.RequestServices.GetRequiredService<CurrentViewer>();
        if (viewer.IsKnown && Known(viewer.Value.Culture) is { } chosen) return chosen;
        var asked = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Take(5);
        return asked.Select(l => Known(l.Value.Value)).FirstOrDefault(c => c is not null) ?? Fallback;
    }

    /// <summary>The culture of a name the system knows; null for any other text, which costs no memory.</summary>
    public static CultureInfo? Known(string? name)
    {
        if (name is not { Length: >= 2 and <= 12 }) return null;
        if (name == "qps-ploc") return CultureInfo.GetCultureInfo(name);
        try { return CultureInfo.GetCultureInfo(name, predefinedOnly: true); }
        catch (CultureNotFoundException) { return null; }
    }
}
