using System.Collections.Concurrent;
using System.Net;
namespace Coxswain.Bench.Faults;

/// <summary>People who save contacts, and what they were answered, to be held against the database afterwards.</summary>
internal sealed class Hands : IDisposable
{
    private const string Email = "rana@halma.example", Password = "harbour lights at dawn";
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<string, Guid> _asked = new();
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> _refused = new();
    private int _next, _signedIn;

    public Hands() => _client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

    public int Acknowledged => _acknowledged.Count;

    public int Refused => _refused.Values.Sum();
    public IEnumerable<HttpStatusCode> Refusals => _refused.Keys;

    /// <summary>How often a session was over and somebody signed in again.</summary>
    public int SignedIn => _signedIn;

    /// <summary>Whose saves have been acknowledged by now.</summary>
    public IReadOnlyList<string> Names => [.. _acknowledged.Keys];

    /// <summary>Makes the organisation.</summary>
    public async Task BeginAsync(Cox cox)
    {
        var token = cox.Said.Split([' ', '\n']).First(w => w.Contains("token=", StringComparison.Ordinal)).Split("token=")[1];
        var begun = await PostAsync(cox, "/first-run", ("Token", token), ("Organisation", "Halma Werke"), ("Currency", "EUR"), ("TimeZone", "UTC"), ("Name", "Rana Kaur"), ("Email", Email), ("Password", Password));
        if (begun.StatusCode is not HttpStatusCode.SeeOther) throw new FaultException($"The organisation was not made: {begun.StatusCode}");
    }

    /// <summary>Saves one after the other until told to stop or cut off.</summary>
    /// <returns>The answer that was none, where there was one.</returns>
    public async Task<HttpStatusCode?> WorkAsync(Cox cox, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var name = $"Known {Interlocked.Increment(ref _next)}";
            _asked[name] = Guid.CreateVersion7();
            try { if (await SaveAsync(cox, name) is var code and not HttpStatusCode.SeeOther) return code; }
            catch (HttpRequestException) { return null; }
        }
        return null;
    }

    /// <summary>Saves one after the other; whatever is refused or has no answer is pressed again until it is done.</summary>
    public async Task InsistAsync(Cox cox, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var name = $"Known {Interlocked.Increment(ref _next)}";
            _asked[name] = Guid.CreateVersion7();
            for (; await SaveAsync(cox, name) is var code and not HttpStatusCode.SeeOther; await Task.Delay(100, CancellationToken.None))
            {
                if (code is not HttpStatusCode.ServiceUnavailable) throw new FaultException($"{name} was answered with {code}: {cox.Said}");
                _refused.AddOrUpdate(code, 1, (_, before) => before + 1);
            }
        }
    }

    /// <summary>Some that were done already are pressed again, as by somebody who did not see the answer.</summary>
    public async Task RepeatAsync(Cox cox, int some)
    {
        foreach (var name in Names.Take(some))
            if (await SaveAsync(cox, name) is var code and not HttpStatusCode.SeeOther) throw new FaultException($"{name}, pressed again, was answered with {code}");
    }

    /// <summary>Each that had no answer presses the same form again.</summary>
    public async Task AgainAsync(Cox cox)
    {
        foreach (var name in _asked.Keys.Where(n => !_acknowledged.ContainsKey(n)))
            if (await SaveAsync(cox, name) is var code and not HttpStatusCode.SeeOther) throw new FaultException($"{name}, sent again, was answered with {code}");
    }

    /// <summary>All that was acknowledged is there, and nothing twice.</summary>
    public async Task CheckAsync(Place place)
    {
        var names = await place.AskAsync("SELECT name FROM contacts WHERE name LIKE 'Known %'");
        var known = names.ToHashSet();
        if (known.Count != names.Count) throw new FaultException($"{names.Count - known.Count} saves were done twice");
        if (_acknowledged.Keys.Count(n => !known.Contains(n)) is var lost and > 0) throw new FaultException($"{lost} acknowledged saves are lost");
    }

    /// <summary>Each of these is there, with what is written beside it.</summary>
    public static async Task AreThereAsync(Place place, IReadOnlyList<string> names)
    {
        foreach (var sql in (string[])["SELECT name FROM contacts", "SELECT title FROM search_documents WHERE kind = 'contact'", "SELECT c.name FROM contacts c JOIN event e ON e.tenant_id = c.tenant_id AND e.subject_id = c.id"])
        {
            var there = (await place.AskAsync(sql)).ToHashSet();
            if (names.Where(n => !there.Contains(n)).ToList() is { Count: > 0 } lost) throw new FaultException($"{lost.Count} saves acknowledged before are not in: {sql}");
        }
    }

    /// <summary>Sends a form. Whose session is over signs in, as the answer says, and sends it again.</summary>
    public async Task<HttpResponseMessage> PostAsync(Cox cox, string path, params (string Name, string Value)[] fields)
    {
        var answer = await SendAsync(cox, path, fields);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized) return answer;
        answer.Dispose();
        using var entered = await SendAsync(cox, "/sign-in", [("Email", Email), ("Password", Password)]);
        if (entered.StatusCode is not HttpStatusCode.SeeOther) throw new FaultException($"A session was over, and signing in was answered with {entered.StatusCode}");
        Interlocked.Increment(ref _signedIn);
        return await SendAsync(cox, path, fields);
    }

    private Task<HttpResponseMessage> SendAsync(Cox cox, string path, IEnumerable<(string Name, string Value)> fields) =>
        _client.PostAsync(new Uri(cox.Url, path), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends a form, once.</summary>
    /// <returns>Where its answer leads.</returns>
    public async Task<string> GoesToAsync(Cox cox, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(cox, path, [("_once", $"{Guid.CreateVersion7()}"), .. fields]);
        return answer.Headers.Location?.ToString() ?? throw new FaultException($"{path} was answered with {answer.StatusCode}");
    }

    public async Task<string> UploadAsync(Cox cox, string file)
    {
        var answer = await _client.PostAsync(new Uri(cox.Url, "/import"), new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "Files", "deals.csv" } });
        return answer.Headers.Location?.ToString() ?? throw new FaultException($"An upload was answered with {answer.StatusCode}");
    }

    public Task<string> PageAsync(Cox cox, string path) => _client.GetStringAsync(new Uri(cox.Url, path));

    private async Task<HttpStatusCode> SaveAsync(Cox cox, string name)
    {
        using var answer = await PostAsync(cox, "/contacts", ("_once", $"{_asked[name]}"), ("Name", name));
        if (answer.StatusCode is HttpStatusCode.SeeOther) _acknowledged[name] = true;
        return answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
