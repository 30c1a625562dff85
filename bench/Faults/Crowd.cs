using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
namespace Coxswain.Bench.Faults;

/// <summary>Five hundred people of a demo company at once, each reading a while before the next page, and saving something now and then.</summary>
internal sealed partial class Crowd(Asked asked, Place place, Cox cox) : IDisposable
{
    private const int People = 500, Deals = 20_000, Records = 10;

    // One act in ten is a save; between two acts somebody reads, ten seconds on average, and nobody longer than a minute.
    private const double Saves = 0.1;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromMinutes(1);

    private static readonly string[] Pages = ["/today", "/opportunities", "/opportunities/board", "/team", "/accounts", "/contacts", "/tasks"];
    private static readonly string[] Words = ["aster", "site", "yard", "harbour", "north", "renewal"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = People }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentBag<double> _taken = [];
    private readonly ConcurrentDictionary<string, bool> _saved = new();
    private readonly ConcurrentQueue<string> _errors = new();

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        var place = await Place.NewAsync(asked, engine, "crowd");
        await Cox.DoAsync(place, "demo", "--no-serve", "--opportunities", $"{Deals}");
        // So that anyone of the company is entered without a password, which most of them have none of.
        await using var cox = await Cox.ServeAsync(place, "demo");
        using var crowd = new Crowd(asked, place, cox);
        return await crowd.AllAsync();
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> AllAsync()
    {
        var who = (await place.AskAsync($"SELECT {(place.Database is null ? "lower(hex(id))" : "id::text")} FROM people WHERE left_at IS NULL ORDER BY id")).Select(Guid.Parse).Take(People).ToList();
        var seats = new List<Seat>();
        for (var i = 0; i < People; i++)
        {
            var cookie = await EnterAsync(who[i % who.Count]);
            // What a person sees is looked up once, not at each of their sessions.
            var (pages, maySave) = i < who.Count ? (await MineAsync(cookie), await SeesAsync(cookie, "/tasks/new")) : (seats[i % who.Count].Pages, seats[i % who.Count].MaySave);
            seats.Add(new Seat(cookie, pages, maySave, new Random(asked.Seed * People + i)));
        }
        var (used, watch) = (cox.Used, Stopwatch.StartNew());
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(asked.Minutes));
        await Task.WhenAll(seats.Select((seat, i) => WorkAsync(seat, i, end.Token)));
        var (share, memory) = ((cox.Used - used) / watch.Elapsed, cox.Memory);
        await CheckAsync();
        await cox.KillAsync();
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
        var taken = _taken.Order().ToArray();
        double At(double part) => taken[(int)(taken.Length * part)];
        return string.Create(CultureInfo.InvariantCulture, $"{People} people ({who.Count} different ones) for {asked.Minutes} minutes: {taken.Length:n0} requests without an error, {_saved.Count:n0} saves each there once; median {At(.5):0} ms, p95 {At(.95):0} ms, slowest {taken[^1] / 1_000:0.0} s; {memory:0} MB, {share * 100:0} % of one core");
    }

    private async Task CheckAsync()
    {
        if (!_errors.IsEmpty) throw new FaultException($"{_errors.Count} of {_taken.Count} requests went wrong: {string.Join("; ", _errors.Take(5))}");
        var there = await place.AskAsync("SELECT title FROM tasks WHERE title LIKE 'Crowd %'");
        if (there.Count - there.Distinct().Count() is var twice and > 0) throw new FaultException($"{twice} saves were done twice");
        if (_saved.Keys.Except(there).Count() is var lost and > 0) throw new FaultException($"{lost} acknowledged saves are lost");
    }

    private async Task WorkAsync(Seat seat, int number, CancellationToken until)
    {
        var chance = seat.Chance;
        try
        {
            await Task.Delay(Reading * chance.NextDouble(), until);
            for (var i = 0; ; i++)
            {
                if (seat.MaySave && chance.NextDouble() < Saves) await SaveAsync(seat, $"Crowd {number}-{i}");
                else await TimeAsync(Get(Next(seat)), seat.Cookie, HttpStatusCode.OK);
                var reads = -Math.Log(1 - chance.NextDouble()) * Reading;
                await Task.Delay(reads < Longest ? reads : Longest, until);
            }
        }
        // The time is over: whoever reads is sent home, and what was begun has been waited for.
        catch (OperationCanceledException) when (until.IsCancellationRequested) { }
    }

    // A search as often as any one page.
    private static string Next(Seat seat)
    {
        var at = seat.Chance.Next(seat.Pages.Count + 1);
        return at < seat.Pages.Count ? seat.Pages[at] : $"/search?q={Words[seat.Chance.Next(Words.Length)]}";
    }

    private async Task SaveAsync(Seat seat, string title)
    {
        var key = new byte[16];
        seat.Chance.NextBytes(key);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(cox.Url, "/tasks")) { Content = new FormUrlEncodedContent([new("_once", $"{new Guid(key)}"), new("Title", title)]) };
        if (await TimeAsync(request, seat.Cookie, HttpStatusCode.SeeOther)) _saved[title] = true;
    }

    // What was begun is waited for, also when the time is over.
    private async Task<bool> TimeAsync(HttpRequestMessage request, string cookie, HttpStatusCode wanted)
    {
        var (watch, what) = (Stopwatch.StartNew(), $"{request.Method} {request.RequestUri!.PathAndQuery}");
        // As browsers do: what it costs to compress a page belongs to the page.
        request.Headers.Add("Accept-Encoding", "br, gzip");
        try
        {
            using var answer = await SendAsync(request, cookie);
            await answer.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            if (answer.StatusCode == wanted) return true;
            _errors.Enqueue($"{what}: {answer.StatusCode} {answer.Headers.Location}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException) { _errors.Enqueue($"{what}: {e.Message}"); }
        finally { _taken.Add(watch.Elapsed.TotalMilliseconds); }
        return false;
    }

    private async Task<string> EnterAsync(Guid person)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(cox.Url, $"/explore/{person}")), "");
        return answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : throw new FaultException($"Nobody could enter: {answer.StatusCode}");
    }

    /// <summary>The pages of the rail, and some deals of the list, as far as this person sees them.</summary>
    private async Task<List<string>> MineAsync(string cookie)
    {
        var mine = new List<string>();
        foreach (var page in Pages)
            if (await SeesAsync(cookie, page)) mine.Add(page);
        if (!mine.Contains("/opportunities")) return mine;
        using var list = await SendAsync(Get("/opportunities"), cookie);
        return [.. mine, .. Links().Matches(await list.Content.ReadAsStringAsync()).Select(m => m.Value).Distinct().Take(Records)];
    }

    private async Task<bool> SeesAsync(string cookie, string page)
    {
        using var answer = await SendAsync(Get(page), cookie);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => false,
            var code => throw new FaultException($"{page}, with nobody else there, was answered with {code}"),
        };
    }

    private HttpRequestMessage Get(string page) => new(HttpMethod.Get, new Uri(cox.Url, page));

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string cookie)
    {
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        return _client.SendAsync(request);
    }

    /// <summary>Somebody at a browser.</summary>
    private sealed record Seat(string Cookie, IReadOnlyList<string> Pages, bool MaySave, Random Chance);

    [GeneratedRegex("/opportunities/[0-9a-f]{8}-[0-9a-f-]{27}(?=\")")]
    private static partial Regex Links();
}
