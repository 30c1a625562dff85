using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Settings;

public sealed class MailSettingsTests
{
    private const string Program = "/usr/sbin/smtpd", Password = "rowing-7f3a";

    [Theory, OnBoth]
    public async Task A_test_mail_goes_to_the_administrator_and_the_page_says_what_the_server_answered(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Program) && Environment.IsPrivilegedProcess, "no opensmtpd here, or not root, which it starts as: bin/test installs it, or apt-get install opensmtpd");
        var ines = await AdminAsync(engine);
        await using var server = await StartAsync();
        await SetAsync(ines, server.Port);
        Assert.Contains("The server took it for ines@halma.example and answered: 2.0.0", await TestAsync(ines));
    }

    [Theory, OnBoth]
    public async Task A_wrong_password_is_said_at_the_password(Engine engine)
    {
        var ines = await AdminAsync(engine);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talk = TalkAsync(listener);
        await SetAsync(ines, ((IPEndPoint)listener.LocalEndpoint).Port, ("User", "ines"), ("Password", "wrong"));
        Assert.Contains("refused the user or the password", await TestAsync(ines));
        await talk;
    }

    [Theory, OnBoth]
    public async Task An_unreachable_host_and_a_refused_encryption_each_have_their_sentence(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Program) && Environment.IsPrivilegedProcess, "no opensmtpd here, or not root, which it starts as: bin/test installs it, or apt-get install opensmtpd");
        var ines = await AdminAsync(engine);
        await using var server = await StartAsync();
        await SetAsync(ines, RealServer.FreePort());
        Assert.Contains("does not answer", await TestAsync(ines));
        await SetAsync(ines, server.Port, ("Security", "StartTls"));
        Assert.Contains("would not be encrypted", await TestAsync(ines));
        await SetAsync(ines, server.TlsPort, ("Security", "StartTls"));
        Assert.Contains("cannot be trusted", await TestAsync(ines));
    }

    [Theory, OnBoth]
    public async Task The_password_is_written_and_never_shown_and_goes_to_no_other_server(Engine engine)
    {
        var ines = await AdminAsync(engine);
        await SetAsync(ines, 25, ("User", "ines"), ("Password", Password));
        Assert.DoesNotContain(Password, await ines.Browser.PageAsync("/settings/mail"));
        Assert.DoesNotContain(Password, await ines.InDb(async db => (await db.Rows<Outgoing>().SingleAsync()).Closed!));
        var answer = await ines.PlainBrowser.PostFormAsync("/settings/mail", ("Host", "elsewhere.example"), ("Port", "25"), ("Security", "None"), ("User", "ines"), ("Sender", "cox@halma.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Enter the password anew", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        await SetAsync(ines, 26, ("User", "ines"));
        Assert.NotNull(await ines.InDb(db => db.Rows<Outgoing>().Select(o => o.Closed).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ines.Tenant.PersonAsync(Role.Leader, "Lena Vogt")).Browser.GetAsync("/settings/mail")).StatusCode);
    }

    private static async Task<TestViewer> AdminAsync(Engine engine)
    {
        var ines = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        await ines.Tenant.AddressAsync(ines, "ines@halma.example");
        return ines;
    }

    private static async Task SetAsync(TestViewer who, int port, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("Host", "127.0.0.1"), ("Port", $"{port}"), ("Security", "None"), ("Sender", "cox@halma.example")];
        var answer = await who.PlainBrowser.PostFormAsync("/settings/mail", [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    // What was done is said on the page that follows, what was not on the form itself.
    private static async Task<string> TestAsync(TestViewer who)
    {
        var answer = await who.PlainBrowser.PostFormAsync("/settings/mail/tests");
        if (answer.StatusCode is not HttpStatusCode.SeeOther) return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        using var next = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        next.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var page = await who.PlainBrowser.SendAsync(next);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private static async Task TalkAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await stream.WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray());
        while (await reader.ReadLineAsync() is { } line)
            await stream.WriteAsync(line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail.example\r\n250 AUTH PLAIN\r\n"u8.ToArray() : line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 wrong\r\n"u8.ToArray() : "221 bye\r\n"u8.ToArray());
    }

    private sealed record Server(RealServer Real, int TlsPort) : IAsyncDisposable
    {
        public int Port => Real.Port;

        public ValueTask DisposeAsync() => Real.DisposeAsync();
    }

    private static async Task<Server> StartAsync()
    {
        var (folder, port, tls) = (RealServer.NewFolder("smtpd"), RealServer.FreePort(), RealServer.FreePort());
        var file = Path.Combine(folder, "smtpd.conf");
        using (var key = RSA.Create(2048))
        {
            using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
            await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(folder, "key.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, $$"""
            pki own cert "{{folder}}/cert.pem"
            pki own key "{{folder}}/key.pem"
            listen on 127.0.0.1 port {{port}}
            listen on 127.0.0.1 port {{tls}} tls pki own
            action take maildir "{{folder}}/box" virtual { "@" = nobody }
            match from any for any action take

            """, Encoding.ASCII);
        return new Server(await RealServer.StartAsync(folder, port, asNobody: false, Program, "-d", "-f", file), tls);
    }
}
