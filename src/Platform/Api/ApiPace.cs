using System.Collections.Concurrent;
using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Api;

/// <summary>How often a key may ask in a minute. Counted in this process: two processes together let twice as much through.</summary>
internal sealed class ApiPace(TimeProvider clock)
{
    private const int MostKeys = 10_000;
    private readonly ConcurrentDictionary<Guid, (long Minute, int Asked)> _asked = new();

    /// <summary>Counts requests of a key where all of them fit; what is refused is not counted, so that what fits goes on.</summary>
    /// <returns>Whether they fit, how many are left in this minute, and the seconds until the next.</returns>
    public (bool Fits, int Left, int Seconds) Ask(Guid keyId, int most, int requests = 1)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (_asked.Count > MostKeys) _asked.Clear();
        var fits = false;
        // Tried again where two ask at once: the last try is the one that counts.
        var (_, asked) = _asked.AddOrUpdate(keyId, _ => Counted(0), (_, was) => Counted(was.Minute == now / 60 ? was.Asked : 0));
        return (fits, Math.Max(0, most - asked), 60 - (int)(now % 60));

        (long, int) Counted(int before)
        {
            fits = before + requests <= most;
            return (now / 60, fits ? before + requests : before);
        }
    }
}

/// <summary>Holds programs to their pace.</summary>
public static class ApiPacing
{
    /// <summary>Stands after identification. A person in a browser is not counted.</summary>
    public static void UseApiPace(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!ApiAddress.IsForPrograms(http.Request.Path) || Refuses(http, 1) is not { } refusal) await next(http);
        else await refusal.ExecuteAsync(http);
    });

    /// <summary>Counts requests and tells how many are left; the refusal where there were too many.</summary>
    internal static IResult? Refuses(HttpContext http, int requests)
    {
        var viewer = http.RequestServices.GetRequiredService<CurrentViewer>();
        if (!viewer.IsKnown || viewer.Value is not { KeyId: { } key, Organisation: { } organisation }) return null;
        var (fits, left, seconds) = http.RequestServices.GetRequiredService<ApiPace>().Ask(key, organisation.ApiPerMinute, requests);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = organisation.ApiPerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = seconds.ToString(CultureInfo.InvariantCulture);
        if (fits) return null;
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new Refused(StatusCodes.Status429TooManyRequests, T("This key has asked {0} times in a minute, which is as often as it may. Go on in {1} seconds.", organisation.ApiPerMinute, seconds));
    }
}
