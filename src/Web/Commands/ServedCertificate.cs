using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
namespace Coxswain.Web.Commands;

/// <summary>The certificate of <c>--cert</c> and <c>--key</c> as the server presents it.</summary>
internal static class ServedCertificate
{
    public static void Present(this HttpsConnectionAdapterOptions https, string cert, string key)
    {
        https.ServerCertificate = Read(cert, key);
        // Browsers do not know those between it and the root: they have to come along.
        https.ServerCertificateChain = [];
        https.ServerCertificateChain.ImportFromPemFile(cert);
    }

    private static X509Certificate2 Read(string cert, string key)
    {
        var read = X509Certificate2.CreateFromPemFile(cert, key);
        if (!OperatingSystem.IsWindows()) return read;
        // Windows takes no key that is in memory only.
        using (read) return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }
}
