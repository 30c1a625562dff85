using System.Diagnostics;
namespace Coxswain.Bench.Speed;

/// <summary>An installation of the product in a process of its own.</summary>
internal sealed class Cox : IAsyncDisposable
{
    private Process? _served;

    private Cox(Place place, int port) => (Place, Url) = (place, new Uri($"http://127.0.0.1:{port}"));

    public Uri Url { get; }

    public Place Place { get; }

    /// <summary>As an earlier run left it.</summary>
    public static Cox Again(Asked asked, string engine, string name) => new(Place.Of(asked, engine, name), 5871);

    public static async Task<Cox> NewAsync(Asked asked, string engine, string name) => new(await Place.NewAsync(asked, engine, name), 5871);

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
    public Task<TimeSpan> ServeAsync() => ServeAsync(() => Start(["demo", "--listen", Url.ToString().TrimEnd('/')]));

    /// <summary>The bare limit of the same data, served beside.</summary>
    public async Task<Cox> BareAsync()
    {
        var bare = new Cox(Place, 5872);
        await bare.ServeAsync(() => Start(Environment.ProcessPath!, [Bare.Word, bare.Url.ToString().TrimEnd('/'), Place.Folder, .. Place.Database is { } database ? [database] : Array.Empty<string>()]));
        return bare;
    }

    private async Task<TimeSpan> ServeAsync(Func<Process> start)
    {
        var watch = Stopwatch.StartNew();
        _served = start();
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
    public double Memory => Bench.Memory.Of(_served!);

    /// <summary>How someone of the demo signs in.</summary>
    public (string Email, string Password) Door(string role)
    {
        var words = File.ReadLines(Path.Combine(Place.Folder, "how-to-enter.txt")).First(l => l.StartsWith(role, StringComparison.OrdinalIgnoreCase)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words[^2], words[^1]);
    }

    /// <summary>Someone of the demo, signed in, as a browser that takes compressed pages.</summary>
    public async Task<HttpClient> EnterAsync(string role)
    {
        var (email, password) = Door(role);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None, MaxConnectionsPerServer = 64 }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Email", email), new("Password", password)]));
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

    private Process Start(IEnumerable<string> args) => Start(Place.Program, [.. args, .. Place.Arguments]);

    private static Process Start(string program, IEnumerable<string> args) => Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
}
