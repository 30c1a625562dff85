using System.IO.Compression;
using System.Text;
namespace Coxswain.Web.Tests.Import;

/// <summary>Looks into an export.</summary>
internal static class ZipParts
{
    public static string Part(string path, string name)
    {
        using var zip = ZipFile.OpenRead(path);
        return Text(zip.GetEntry(name)!);
    }

    public static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry));

    public static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
