using System.Net;
using System.Net.Sockets;
using System.Text;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>A mail server in this process that holds one mail and, where a test says so, answers a command falsely.</summary>
internal sealed class FalseMailServer : IAsyncDisposable
{
    private const string Heads = "From: mia@nordwind.example\r\nTo: ana@halma.example\r\nDate: Wed, 22 Jul 2026 10:15:00 +0200\r\nMessage-ID: <one@test.example>\r\n\r\n";
    private static readonly string Mail = Heads.Replace("\r\n\r\n", "\r\nSubject: Crane\r\n\r\n", StringComparison.Ordinal) + "Two cranes.\r\n";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Func<string, Func<string, Task>, Task<bool>> _lies;
    private readonly Task _serving;

    public FalseMailServer(Func<string, Func<string, Task>, Task<bool>> lies)
    {
        _lies = lies;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await _listener.AcceptTcpClientAsync(_over.Token));
        }
        catch (OperationCanceledException) { }
    }

    private async Task TalkAsync(TcpClient client)
    {
        // Whoever listens may hang up in the middle of a lie.
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                Task SayAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                if (!await _lies("GREETING", SayAsync)) await SayAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n");
                while (await reader.ReadLineAsync() is { } line && line.Split(' ', 2) is [var tag, var command])
                {
                    if (await _lies(command, text => SayAsync(text.Replace("$", tag, StringComparison.Ordinal)))) continue;
                    if (Answer(command) is not { } answer) return;
                    await SayAsync($"{answer}{tag} OK {(command.StartsWith("EXAMINE", StringComparison.Ordinal) ? "[READ-ONLY] " : "")}done\r\n");
                }
            }
        }
        catch (IOException) { }
    }

    private static string? Answer(string command) => command switch
    {
        _ when command.StartsWith("CAPABILITY", StringComparison.Ordinal) => "* CAPABILITY IMAP4rev1\r\n",
        _ when command.StartsWith("LIST", StringComparison.Ordinal) => "* LIST () \"/\" INBOX\r\n",
        _ when command.StartsWith("EXAMINE", StringComparison.Ordinal) => "* 1 EXISTS\r\n* OK [UIDVALIDITY 5] v\r\n* OK [UIDNEXT 2] n\r\n* FLAGS (\\Seen)\r\n",
        _ when command.StartsWith("UID SEARCH", StringComparison.Ordinal) => "* SEARCH 1\r\n",
        _ when command.Contains("BODY.PEEK[]", StringComparison.Ordinal) => $"* 1 FETCH (UID 1 BODY[] {{{Mail.Length}}}\r\n{Mail})\r\n",
        _ when command.StartsWith("UID FETCH", StringComparison.Ordinal) => $"* 1 FETCH (UID 1 RFC822.SIZE {Mail.Length} INTERNALDATE \"22-Jul-2026 10:15:00 +0200\" BODY[HEADER.FIELDS (FROM)] {{{Heads.Length}}}\r\n{Heads})\r\n",
        _ when command.StartsWith("LOGOUT", StringComparison.Ordinal) => null,
        _ => "",
    };

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _serving;
        _over.Dispose();
    }
}
