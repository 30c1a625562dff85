using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
namespace Coxswain.Testing;

/// <summary>dovecot, a real mail server, with the mailboxes of Ana, Ben and the shared one.</summary>
public sealed class MailServer(RealServer server, int tlsPort) : IAsyncDisposable
{
    public const string Password = "rowing-7f3a";
    private const string Program = "/usr/sbin/dovecot";
    private int _delivered;

    public static string? Missing => File.Exists(Program) ? null : "no dovecot here: bin/test installs it, or apt-get install dovecot-imapd";

    public int Port => server.Port;
    public int TlsPort => tlsPort;

    public static async Task<MailServer> StartAsync()
    {
        var (folder, port, tls) = (RealServer.NewFolder("dovecot"), RealServer.FreePort(), RealServer.FreePort());
        Certify(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, "users"), ((string[])["ana", "ben", "log"]).Select(u => $"{u}:{{PLAIN}}{Password}"));
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        foreach (var user in (string[])["ana", "ben", "log"]) foreach (var box in (string[])["", ".Sent"]) foreach (var part in (string[])["new", "cur", "tmp"]) Directory.CreateDirectory(Path.Combine(folder, "home", user, box, part));
        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = /dev/stderr
            protocols = imap
            listen = 127.0.0.1
            default_internal_user = nobody
            default_internal_group = nogroup
            default_login_user = nobody
            disable_plaintext_auth = no
            auth_failure_delay = 0
            ssl = yes
            ssl_cert = <{{folder}}/cert.pem
            ssl_key = <{{folder}}/key.pem
            mail_location = maildir:{{folder}}/home/%u
            first_valid_uid = 1
            namespace inbox {
              inbox = yes
              mailbox Sent {
                special_use = \Sent
              }
            }
            service anvil {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{port}}
              }
              inet_listener imaps {
                port = {{tls}}
                ssl = yes
              }
            }
            passdb {
              driver = passwd-file
              args = scheme=PLAIN {{folder}}/users
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{folder}}/home/%u
            }

            """);
        Open(folder);
        return new MailServer(await RealServer.StartAsync(folder, port, asNobody: true, Program, "-F", "-c", Path.Combine(folder, "dovecot.conf")), tls);
    }

    /// <summary>Puts a mail into a mailbox.</summary>
    public async Task DeliverAsync(string user, string mail, string box = "")
    {
        var file = Path.Combine(server.Folder, "home", user, box, "new", $"{1_784_000_000 + Interlocked.Increment(ref _delivered)}.M{_delivered:D6}.test");
        await File.WriteAllTextAsync(file, mail.ReplaceLineEndings("\r\n"));
        Open(Path.GetDirectoryName(file)!);
    }

    /// <summary>How the mails of a mailbox are marked: seen ones say S.</summary>
    public IEnumerable<string> Files(string user) => Directory.EnumerateFiles(Path.Combine(server.Folder, "home", user), "*.test*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(server.Folder, "home", user), f));


    private static void Certify(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    // Made by root, used by nobody.
    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode all = (UnixFileMode)511;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder)) File.SetUnixFileMode(path, all);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>Writes mails.</summary>
public static class Mails
{
    public static string Of(string id, string from, string to, string subject, string text = "They want two cranes.", params string[] more) =>
        Of(new DateTimeOffset(2026, 7, 22, 10, 15, 0, TimeSpan.FromHours(2)), id, from, to, subject, text, more);

    /// <summary>The same, sent at another moment.</summary>
    public static string Of(DateTimeOffset at, string id, string from, string to, string subject, string text = "They want two cranes.", params string[] more) => string.Create(CultureInfo.InvariantCulture,
        $"Message-ID: <{id}@test.example>\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} {(at.Offset < TimeSpan.Zero ? '-' : '+')}{at.Offset:hhmm}\nFrom: {from}\nTo: {to}\nSubject: {subject}\n{string.Concat(more.Select(m => m + "\n"))}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n");
}
