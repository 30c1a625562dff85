using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
namespace Coxswain.Testing;

/// <summary>A server of another machine, in this process: answers each connection as a test tells it to, true or not.</summary>
public sealed class Stand : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;

    public Stand(Func<Stream, string, Task> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/secret-7f3a/basic.ics";

    /// <summary>What was asked: first line and headers.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>A stand that serves a calendar, and says with a mark when it has not changed.</summary>
    public static Stand OfCalendar(Func<string> calendar) => new(async (stream, asked) =>
    {
        var text = calendar();
        var mark = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}\"";
        await (asked.Contains($"If-None-Match: {mark}", StringComparison.OrdinalIgnoreCase) ? SayAsync(stream, "304 Not Modified", "", $"ETag: {mark}") : SayAsync(stream, "200 OK", text, $"ETag: {mark}"));
    });

    public static async Task SayAsync(Stream stream, string status, string body, params string[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n"));
        await stream.WriteAsync(bytes);
    }

    private async Task ServeAsync(Func<Stream, string, Task> answer)
    {
        try
        {
            while (true) _ = OneAsync(await _listener.AcceptTcpClientAsync(_over.Token), answer);
        }
        catch (OperationCanceledException) { }
    }

    private async Task OneAsync(TcpClient client, Func<Stream, string, Task> answer)
    {
        using (client)
        {
            var stream = client.GetStream();
            var (asked, buffer) = (new StringBuilder(), new byte[4096]);
            while (!asked.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var read) asked.Append(Encoding.UTF8.GetString(buffer, 0, read));
            Asked.Enqueue(asked.ToString());
            // Whoever asked may hang up in the middle of a lie.
            try { await answer(stream, asked.ToString()); }
            catch (IOException) { }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _serving;
        _over.Dispose();
    }
}
