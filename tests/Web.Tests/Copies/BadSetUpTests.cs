using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Commands;
using Coxswain.Web.Tests.Import;
namespace Coxswain.Web.Tests.Copies;

/// <summary>What is likely to be wrong where it is set up, and the remedy that is told.</summary>
public sealed class BadSetUpTests
{
    private static readonly DateTime Now = new(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("name the proxy that does it with --trusted-proxy", "--listen", "http://0.0.0.0:5080")]
    [InlineData("Name the proxy by its address", "--listen", "http://0.0.0.0:5080", "--trusted-proxy", "our-proxy")]
    [InlineData("Give both files", "--cert", "server.pem")]
    [InlineData("there is no file nowhere.pem. Correct --cert and --key", "--cert", "nowhere.pem", "--key", "nowhere.key")]
    public async Task How_it_would_be_served_is_looked_at_with_the_options_of_serve(string remedy, params string[] options)
    {
        var said = await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync(["doctor", .. options]);
        Assert.Equal(1, said.Code);
        Assert.Contains(remedy, said.Data);
    }

    [Theory]
    [InlineData(-400, -35, Condition.Wrong, "Renew it")]
    [InlineData(-300, 12, Condition.Watch, "Renew it")]
    [InlineData(3, 90, Condition.Wrong, "Check this machine's clock")]
    [InlineData(-3, 90, Condition.Good, null)]
    public void A_certificate_that_is_over_or_will_be_soon_is_told(int from, int to, Condition condition, string? remedy)
    {
        var (cert, key) = Certificate(from, to);
        var said = Look("https://0.0.0.0:443", cert, key);
        Assert.Equal(condition, said.Condition);
        if (remedy is not null) Assert.Contains(remedy, said.Do);
    }

    [Fact]
    public async Task A_certificate_with_the_key_of_another_is_told_and_not_served()
    {
        var (cert, key) = (Certificate(-3, 90).Cert, Certificate(-3, 90).Key);
        Assert.Equal((Condition.Wrong, "Give the key that the certificate was made with."), (Look("https://0.0.0.0:443", cert, key).Condition, Look("https://0.0.0.0:443", cert, key).Do));
        var place = await Prompt.OnAsync(Engine.Sqlite);
        Assert.Contains("Give the key that the certificate was made with.", (await place.CoxAsync("serve", "--listen", "https://127.0.0.1:0", "--cert", cert, "--key", key)).Failure());
    }

    [Theory, InlineData("nfs4", Condition.Wrong), InlineData("cifs", Condition.Wrong), InlineData("fuse.sshfs", Condition.Wrong), InlineData("ext4", Condition.Good), InlineData("NTFS", Condition.Good)]
    public void The_embedded_database_on_a_disk_of_the_network_is_told(string format, Condition condition) => Assert.Equal(condition, DiskKind.Say(format).Condition);

    [Fact]
    public void A_server_with_too_few_connections_another_encoding_or_another_clock_is_told()
    {
        Assert.Contains("Maximum Pool Size=77", PostgresCheckup.Connections(97, 100).Do);
        Assert.Equal(Condition.Good, PostgresCheckup.Connections(197, 100).Condition);
        Assert.Contains("ENCODING 'UTF8'", PostgresCheckup.Encoding("SQL_ASCII").Do);
        Assert.Contains("time server", PostgresCheckup.Clock(TimeSpan.FromMinutes(-7)).Do);
        Assert.Equal(Condition.Good, PostgresCheckup.Clock(TimeSpan.FromSeconds(2)).Condition);
    }

    [Theory, OnBoth]
    public async Task Files_that_rows_point_to_and_are_not_there_are_told(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        await place.DoAsync("import", Generated.File("deals.csv", Generated.Header + "1,One,Ana,Won,2026-01-01,2026-03-15,1500\n"), "--yes");
        Assert.Contains("all 1 are there", (await place.DoAsync("doctor")).Data);
        Directory.Move(place.File("files"), place.File("elsewhere"));
        var said = await place.CoxAsync("doctor");
        Assert.Equal(1, said.Code);
        Assert.Contains("Name the folder they are in with --data", said.Data);
    }

    [Theory, OnBoth]
    public async Task That_no_copy_was_made_is_told_until_one_is(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        Assert.Contains("Copies: none was made yet. Run cox backup FILE every night", (await place.CoxAsync("doctor")).Data);
        await place.BackupAsync();
        Assert.Contains("Copies: the newest is of", (await place.CoxAsync("doctor")).Data);
        Assert.Equal(Condition.Watch, CopyCheckup.Look(new(new(place.File("files"))), DateTime.MaxValue).Condition);
    }

    private static Checked Look(string url, string cert, string key) => ListeningCheckup.Look(new Listening(url, cert, key, []), Now).Single(c => c.What == "Certificate");

    private static (string Cert, string Key) Certificate(int from, int to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=sales.example.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddDays(from), Now.AddDays(to));
        return (Generated.File("server.pem", made.ExportCertificatePem()), Generated.File("server.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
