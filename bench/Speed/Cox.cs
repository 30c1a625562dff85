using System.Diagnostics;
using System.Globalization;
namespace Coxswain.Bench.Speed;

/// <summary>An installation of the product in a process of its own.</summary>
internal sealed class Cox : IAsyncDisposable
{
    private const int Port = 5871;
    private readonly Place _place;
    private Process? _served;

    private Cox(Place place) => _place = place;

    public Uri Url { get; } = new($"http://127.0.0.1:{Port}");

    public static async Task<Cox> NewAsync(Asked asked, string engine, string name) => new(await Place.NewAsync(asked, engine, name));

    /// <summary>Runs a command to its end.</summary>
    public async Task<TimeSpan> DoAsync(params string[] args)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(args);
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? watch.Elapsed : throw new InvalidOperationException($"cox {string.Join(' ', args)}: {await said}");
    }

    /// <summary>Serves it and waits for the first page.</summary>
    public async Task<TimeSpan> ServeAsync()
    {
        var watch = Stopwatch.StartNew();
        _served = Start(["demo", "--listen", Url.ToString().TrimEnd('/')]);
        _served.BeginErrorReadLine();
        _served.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Url, "/sign-in"))).IsSuccessStatusCode) return watch.Elapsed;
            }
            catch (HttpRequestException) when (!_served.HasExited) { await Task.Delay(10); }
        }
    }

    /// <summary>Processor time the served process has used.</summary>
    public TimeSpan Used { get { _served!.Refresh(); return _served.TotalProcessorTime; } }

    /// <summary>Memory that is nobody's file, in MB.</summary>
    public double Memory => double.Parse(File.ReadLines($"/proc/{_served!.Id}/status").First(l => l.StartsWith("RssAnon", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Someone of the demo, signed in, as a browser that takes compressed pages.</summary>
    public async Task<HttpClient> EnterAsync(string role)
    {
        var words = File.ReadLines(Path.Combine(_place.Folder, "how-to-enter.txt")).First(l => l.StartsWith(role, StringComparison.OrdinalIgnoreCase)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None, MaxConnectionsPerServer = 64 }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Email", words[^2]), new("Password", words[^1])]));
        return (int)answer.StatusCode is 302 or 303 ? client : throw new InvalidOperationException($"{role} cannot enter: {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_served is null or { HasExited: true }) return;
        using var end = Process.Start("kill", ["-TERM", $"{_served.Id}"]);
        await _served.WaitForExitAsync();
        _served.Dispose();
        _served = null;
    }

    private Process Start(IEnumerable<string> args) => Process.Start(new ProcessStartInfo(_place.Program, [.. args, .. _place.Arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
}
