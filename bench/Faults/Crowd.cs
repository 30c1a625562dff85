using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
namespace Coxswain.Bench.Faults;

/// <summary>Five hundred people of a demo company at once, each reading a while before the next page, and saving something now and then.</summary>
internal sealed partial class Crowd(Asked asked, Place place, Cox cox) : IDisposable
{
    private const int People = 500, Deals = 20_000;

    // Between a page and the next, on average; one act in ten is a save.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(10);
    private const double Saves = 0.1;

    private static readonly string[] Places = ["/today", "/opportunities", "/opportunities/board", "/team", "/accounts", "/contacts", "/tasks", "/search?q=aster", "/search?q=site"];
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = People, AutomaticDecompression = DecompressionMethods.None });
    private readonly ConcurrentBag<double> _taken = [];
    private readonly ConcurrentBag<string> _saved = [];
    private readonly ConcurrentQueue<string> _errors = new();

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        var place = await Place.NewAsync(asked, engine, "crowd");
        await Cox.DoAsync(place, "demo", "--no-serve", "--opportunities", $"{Deals}");
        await using var cox = await Cox.ServeAsync(place, "demo");
        using var crowd = new Crowd(asked, place, cox);
        return await crowd.AllAsync();
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> AllAsync()
    {
        var ids = (await place.AskAsync($"SELECT {(place.Database is null ? "lower(hex(id))" : "id::text")} FROM people WHERE left_at IS NULL")).Select(Guid.Parse).ToList();
        var cookies = new List<string>();
        for (var i = 0; i < People; i++) cookies.Add(await EnterAsync(ids[i % ids.Count]));
        var visitors = new List<Visitor>();
        foreach (var (i, cookie) in cookies.Index()) visitors.Add(new Visitor(i, cookie, await MineAsync(cookie), await SeesAsync(cookie, "/tasks/new")));
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(asked.Minutes));
        await Task.WhenAll(visitors.Select(v => Task.Run(() => WorkAsync(v, end.Token))));
        if (!_errors.IsEmpty) throw new FaultException($"{_errors.Count} of {_taken.Count} requests failed: {string.Join("; ", _errors.Take(5))}");
        var there = await place.AskAsync("SELECT title FROM tasks WHERE title LIKE 'Crowd %'");
        if (there.Count != there.Distinct().Count()) throw new FaultException("Saves were done twice");
        if (_saved.Except(there).Count() is var lost and > 0) throw new FaultException($"{lost} acknowledged saves are lost");
        var memory = cox.Memory;
        await cox.KillAsync();
        await place.SoundAsync();
        var taken = _taken.Order().ToArray();
        double At(double share) => taken[(int)(taken.Length * share)];
        return string.Create(CultureInfo.InvariantCulture, $"{People} people ({ids.Count} different ones) for {asked.Minutes} minutes: {taken.Length:n0} requests without an error, {_saved.Count:n0} saves among them, each there once; median {At(.5):0} ms, 95 of 100 within {At(.95):0} ms, slowest {taken[^1]:0} ms; {memory:0} MB of memory at the end");
    }

    private async Task<string> EnterAsync(Guid person)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(cox.Url, $"/explore/{person}")), "");
        var set = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.Select(v => v.Split(';')[0]).ToList() : throw new FaultException($"Nobody could enter: {answer.StatusCode}");
        return string.Join("; ", set);
    }

    private async Task WorkAsync(Visitor visitor, CancellationToken until)
    {
        var (chance, saves) = (new Random(asked.Seed * People + visitor.Number), 0);
        try
        {
            await Task.Delay(Reading * chance.NextDouble(), until);
            while (true)
            {
                if (visitor.MaySave && chance.NextDouble() < Saves) await SaveAsync(visitor.Cookie, $"Crowd {visitor.Number}-{saves++}");
                else await ReadAsync(visitor.Cookie, visitor.Pages[chance.Next(visitor.Pages.Count)]);
                await Task.Delay(-Math.Log(1 - chance.NextDouble()) * Reading, until);
            }
        }
        catch (OperationCanceledException) { }
    }

    /// <summary>The pages of the rail and some deals of the list, as far as this person's role sees them.</summary>
    private async Task<List<string>> MineAsync(string cookie)
    {
        var mine = new List<string>();
        foreach (var page in Places)
            if (await SeesAsync(cookie, page)) mine.Add(page);
        if (!mine.Contains("/opportunities")) return mine;
        using var list = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(cox.Url, "/opportunities")), cookie);
        return [.. mine, .. Records().Matches(await list.Content.ReadAsStringAsync(CancellationToken.None)).Select(m => m.Value).Distinct().Take(10)];
    }

    private async Task<bool> SeesAsync(string cookie, string page)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(cox.Url, page)), cookie);
        return answer.StatusCode is not HttpStatusCode.Forbidden;
    }

    private Task ReadAsync(string cookie, string page) => TimeAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(cox.Url, page)), cookie, HttpStatusCode.OK);

    private async Task SaveAsync(string cookie, string title)
    {
        var form = new FormUrlEncodedContent([new("_once", $"{Guid.CreateVersion7()}"), new("Title", title)]);
        if (await TimeAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(cox.Url, "/tasks")) { Content = form }, cookie, HttpStatusCode.SeeOther)) _saved.Add(title);
    }

    // What was begun is waited for, also when the time is over.
    private async Task<bool> TimeAsync(HttpRequestMessage request, string cookie, HttpStatusCode wanted)
    {
        var watch = Stopwatch.StartNew();
        var what = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        try
        {
            using var answer = await SendAsync(request, cookie);
            await answer.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            if (answer.StatusCode != wanted) _errors.Enqueue($"{what}: {answer.StatusCode}");
            return answer.StatusCode == wanted;
        }
        catch (HttpRequestException e)
        {
            _errors.Enqueue($"{what}: {e.Message}");
            return false;
        }
        finally { _taken.Add(watch.Elapsed.TotalMilliseconds); }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string cookie)
    {
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        return _client.SendAsync(request, CancellationToken.None);
    }

    private sealed record Visitor(int Number, string Cookie, List<string> Pages, bool MaySave);

    [GeneratedRegex("/opportunities/[0-9a-f]{8}-[0-9a-f-]{27}(?=\")")]
    private static partial Regex Records();
}
