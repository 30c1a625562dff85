using System.Net;
using System.Net.Sockets;
using Coxswain.Platform.Data;
using Npgsql;
namespace Coxswain.Web.Tests.Faults;

/// <summary>A wire between the application and PostgreSQL that a test cuts and mends.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly List<TcpClient> _ends = [];
    private IPEndPoint _at = new(IPAddress.Loopback, 0);
    private TcpListener _listener = null!;
    private Task _accepting = Task.CompletedTask;

    private Wire(NpgsqlConnectionStringBuilder server) => (_host, _port) = (server.Host!, server.Port);

    /// <summary>A database reached through the wire.</summary>
    public Database Database { get; private set; } = null!;

    public static Wire To(Database postgres)
    {
        var at = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        var wire = new Wire(at);
        wire.Mend();
        (at.Host, at.Port, at.Timeout) = ("127.0.0.1", wire._at.Port, 5);
        wire.Database = Database.OnPostgres(at.ToString());
        return wire;
    }

    /// <summary>Everything open breaks, and nobody answers any more.</summary>
    public void Cut()
    {
        _listener.Stop();
        lock (_ends)
        {
            foreach (var end in _ends) end.Dispose();
            _ends.Clear();
        }
    }

    /// <summary>It answers again at the same address.</summary>
    public void Mend()
    {
        _listener = new TcpListener(_at);
        _listener.Start();
        _at = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { }
    }

    private async Task CarryAsync(TcpClient near)
    {
        var far = new TcpClient();
        lock (_ends) _ends.AddRange([near, far]);
        try
        {
            await far.ConnectAsync(_host, _port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException) { }
        near.Dispose();
        far.Dispose();
    }
}
