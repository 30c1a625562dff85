using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Coxswain.Platform.Outside;
namespace Coxswain.Platform.Webhooks;

/// <summary>What became of one try.</summary>
internal sealed record WebhookAnswer(int? Status, OutsideFault? Fault, string? Detail, int Milliseconds)
{
    public bool IsDone => Status is >= 200 and < 300;
}

/// <summary>Posts to another machine: bounded in time, never led on elsewhere, never to the internal network unless an administrator said so, and of the answer only its status is looked at.</summary>
internal sealed class WebhookLine(TimeProvider clock)
{
    /// <summary>Whoever takes longer has not taken it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public async Task<WebhookAnswer> PostAsync(Uri address, bool isInner, string secret, string id, byte[] body, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            if (address.Scheme is not "https" && !isInner) throw new OutsideException(OutsideFault.NotEncrypted);
            using var client = Client(ListedHosts.Of(isInner ? address.Host : null));
            using var request = Request(address, secret, id, body);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var status = (int)answer.StatusCode;
            return new WebhookAnswer(status, status switch { >= 200 and < 300 => null, >= 300 and < 400 => OutsideFault.Moved, 410 => OutsideFault.Gone, _ => OutsideFault.ServerSaid }, $"{status}", Took());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { return new WebhookAnswer(null, OutsideFault.TooSlow, null, Took()); }
        catch (OutsideException fault) { return new WebhookAnswer(null, fault.Fault, fault.Detail, Took()); }
        catch (HttpRequestException failure) { return Of(failure, address, Took()); }
        catch (IOException) { return new WebhookAnswer(null, OutsideFault.BrokenOff, null, Took()); }

        int Took() => (int)since.ElapsedMilliseconds;
    }

    private HttpRequestMessage Request(Uri address, string secret, string id, byte[] body)
    {
        var at = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{at}");
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, at, body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Coxswain", "1"));
        request.Headers.ConnectionClose = true;
        return request;
    }

    private static WebhookAnswer Of(HttpRequestException failure, Uri address, int took) => failure.InnerException switch
    {
        OutsideException own => new(null, own.Fault, own.Detail, took),
        AuthenticationException => new(null, OutsideFault.Certificate, address.Host, took),
        _ => failure.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => new(null, OutsideFault.Certificate, address.Host, took),
            HttpRequestError.ResponseEnded => new(null, OutsideFault.BrokenOff, null, took),
            HttpRequestError.InvalidResponse => new(null, OutsideFault.Lied, "HTTP", took),
            _ => new(null, OutsideFault.Unreachable, address.Host, took),
        },
    };

    private static HttpClient Client(ListedHosts listed) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, MaxResponseHeadersLength = 64, ActivityHeadersPropagator = null,
        ConnectCallback = async (context, ct) => await OutsideLine.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, listed, ct),
    }) { Timeout = Timeout.InfiniteTimeSpan };
}
