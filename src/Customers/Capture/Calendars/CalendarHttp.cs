using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>What a calendar server answered.</summary>
/// <param name="Body">The text; null where nothing changed.</param>
/// <param name="Mark">What the server calls this state; null where it does not.</param>
/// <param name="At">The address it came from, after being led on.</param>
internal sealed record Answered(string? Body, string? Mark, Uri At);

/// <summary>Asks a calendar server: bounded in size and time, led on a few times at most, and only to where it may go. Addresses are secrets, so no fault repeats one.</summary>
/// <param name="listed">Hosts of the internal network that an administrator lists; only they may be asked without encryption.</param>
/// <param name="user">Who asks; null for an address that is a secret itself.</param>
/// <param name="password">Sent to the first host and those beside it only.</param>
internal sealed class CalendarHttp(ListedHosts listed, string? user, string? password) : IDisposable
{
    private const long MostBytes = 10 << 20;
    private const int MostLeads = 5;
    private const int MostTries = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client = Client(listed);
    private Uri? _first;

    /// <summary>Reads a calendar, unless it is still what the mark says.</summary>
    public Task<Answered> GetAsync(Uri address, string? mark, CancellationToken ct) => AskAsync(HttpMethod.Get, address, null, null, mark, ct);

    /// <summary>Asks in the manner of CalDAV.</summary>
    public Task<Answered> AskAsync(string verb, Uri address, string body, string depth, CancellationToken ct) => AskAsync(new HttpMethod(verb), address, body, depth, null, ct);

    /// <summary>The address as it was typed; <c>webcal</c> means https.</summary>
    /// <exception cref="OutsideException">It is none.</exception>
    public static Uri AddressOf(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase)) text = "https" + text["webcal".Length..];
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0 && address.UserInfo.Length == 0 ? address : throw new OutsideException(OutsideFault.NotAnAddress);
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answered> AskAsync(HttpMethod verb, Uri address, string? body, string? depth, string? mark, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        _first ??= address;
        try
        {
            for (var leads = 0; leads <= MostLeads; leads++)
            {
                if (address.Scheme is not "https" && !listed.Has(address.Host)) throw new OutsideException(OutsideFault.NotEncrypted);
                using var answer = await SendAsync(() => Request(verb, address, body, depth, mark), patience.Token);
                if (answer.StatusCode is HttpStatusCode.NotModified && mark is not null) return new Answered(null, mark, address);
                if (Lead(answer, address) is { } next) { address = next; continue; }
                if (Fault(answer) is { } fault) throw fault;
                return new Answered(await TextAsync(answer, patience.Token), answer.Headers.ETag?.ToString(), address);
            }
            throw new OutsideException(OutsideFault.Moved);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new OutsideException(OutsideFault.TooSlow); }
        catch (HttpRequestException failure) { throw Said(failure, address); }
        catch (IOException failure) { throw failure.InnerException as OutsideException ?? new OutsideException(OutsideFault.BrokenOff, null, failure); }
    }

    // Some servers hang up on a connection before a word was said; what is only read may be asked for again.
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> ask, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = ask();
            try { return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct); }
            catch (HttpRequestException nothing) when (nothing.HttpRequestError is HttpRequestError.ResponseEnded && tries < MostTries) { }
        }
    }

    private HttpRequestMessage Request(HttpMethod verb, Uri address, string? body, string? depth, string? mark)
    {
        var request = new HttpRequestMessage(verb, address);
        // A server of HTTP/1.0 hangs up after each answer without saying so: a connection it may be about to close is not used again.
        request.Headers.ConnectionClose = true;
        if (mark is not null && EntityTagHeaderValue.TryParse(mark, out var tag)) request.Headers.IfNoneMatch.Add(tag);
        if (depth is not null) request.Headers.Add("Depth", depth);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/xml");
        if (user is not null && IsTheirs(_first!, address)) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return request;
    }

    // A provider's servers stand beside each other under its domain; nobody else is told a password.
    private static bool IsTheirs(Uri first, Uri address) =>
        (first.Host == address.Host && first.Port == address.Port || first.IsDefaultPort && address.IsDefaultPort && first.HostNameType is UriHostNameType.Dns && Above(first.Host) is var above && above.Contains('.', StringComparison.Ordinal) && above == Above(address.Host))
        && (first.Scheme == address.Scheme || address.Scheme is "https");

    private static string Above(string host) => host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static Uri? Lead(HttpResponseMessage answer, Uri address)
    {
        if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308)) return null;
        var next = answer.Headers.Location is { } to ? new Uri(address, to) : null;
        return next is { Scheme: "https" or "http" } && !(address.Scheme is "https" && next.Scheme is "http") ? next : throw new OutsideException(OutsideFault.Moved);
    }

    private static OutsideException? Fault(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => answer.Content.Headers.ContentLength > MostBytes ? TooLarge() : null,
        401 or 403 => new OutsideException(OutsideFault.Refused),
        404 or 410 => new OutsideException(OutsideFault.Gone),
        var other => new OutsideException(OutsideFault.ServerSaid, other.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static OutsideException TooLarge() => new(OutsideFault.TooLarge, $"{MostBytes >> 20}");

    private static async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = new BoundedStream(await answer.Content.ReadAsStreamAsync(ct), MostBytes);
        using var kept = new MemoryStream();
        await body.CopyToAsync(kept, ct);
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static OutsideException Said(HttpRequestException failure, Uri address) => failure.InnerException switch
    {
        OutsideException own => own,
        AuthenticationException => new OutsideException(OutsideFault.Certificate, address.Host),
        _ => failure.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => new OutsideException(OutsideFault.Certificate, address.Host),
            HttpRequestError.ConfigurationLimitExceeded => TooLarge(),
            HttpRequestError.ResponseEnded => new OutsideException(OutsideFault.BrokenOff),
            HttpRequestError.InvalidResponse => new OutsideException(OutsideFault.Lied, "HTTP"),
            _ => new OutsideException(OutsideFault.Unreachable, address.Host),
        },
    };

    private static HttpClient Client(ListedHosts listed) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, MaxResponseHeadersLength = 64, ConnectTimeout = Patience,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, ct) => await OutsideLine.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, listed, ct),
    }) { Timeout = Timeout.InfiniteTimeSpan };
}
