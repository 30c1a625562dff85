using System.IO.Compression;
using System.Text;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>Looks at a workbook from outside, before anything in it is unfolded.</summary>
internal static class WorkbookCheck
{
    // A million rows of thirty columns unfold to about 2 GiB; what a spreadsheet program writes is packed some ten to fifty times, and no more than a thousand times at best.
    private const long Most = 4L << 30, Unsuspicious = 64L << 20, MostFold = 250;

    public static string Damaged => T("This workbook is damaged. Open it in your spreadsheet program, save it under a new name, and choose that file.");

    public static string OtherKind => T("This is a spreadsheet of another kind. Open it, choose “Save as”, “Excel workbook (.xlsx)” or “CSV UTF-8”, and use the saved file.");

    /// <summary>Why it cannot be taken; null where it can be tried.</summary>
    public static string? Refusal(Stream content)
    {
        var start = new byte[4];
        content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return start is [0xD0, 0xCF, ..] ? OfOldContainer(content) : OfArchive(content);
    }

    /// <summary>Whether an archive has the folder in which a workbook keeps its sheets.</summary>
    public static bool HoldsSheets(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally { content.Position = 0; }
    }

    private static string? OfArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.bin") is not null || archive.Entries.All(e => !e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))) return OtherKind;
            if (archive.Entries.Sum(e => e.Length) > Most || archive.Entries.Any(e => e.Length > Unsuspicious && e.Length > e.CompressedLength * MostFold))
                return T("This workbook unfolds to more than any table needs. Copy its rows into a new workbook, or save the sheet as “CSV UTF-8”, and choose that file.");
            return null;
        }
        catch (InvalidDataException)
        {
            return Damaged;
        }
        finally { content.Position = 0; }
    }

    // What a password locks lies as one stream of this name in the container that files before 2007 were.
    private static string OfOldContainer(Stream content) => Holds(content, Encoding.Unicode.GetBytes("EncryptedPackage"))
        ? T("This workbook is protected by a password. Open it, take the password off, save it, and choose it again.")
        : OtherKind;

    private static bool Holds(Stream content, byte[] name)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var span = buffer.AsSpan(0, kept + read);
            if (span.IndexOf(name) >= 0) return true;
            kept = Math.Min(span.Length, name.Length - 1);
            span[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
