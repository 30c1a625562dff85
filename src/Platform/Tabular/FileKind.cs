using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Recognises files that are not text by their first bytes.</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Name)[] Binaries =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"), ("%PDF-"u8.ToArray(), "PDF"),
        ([0x1F, 0x8B, 0x08], "gzip"), ("Rar!"u8.ToArray(), "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ("SQLite format 3\0"u8.ToArray(), "SQLite"),
        ("PAR1"u8.ToArray(), "Parquet"), ([0x7F, 0x45, 0x4C, 0x46], "ELF"), ("BZh"u8.ToArray(), "bzip2"),
    ];

    /// <summary>Why these bytes cannot be a table, or null.</summary>
    public static TableProblem? Refusal(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8)) return Zip(start);
        if (start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return Spreadsheet();
        foreach (var (magic, name) in Binaries)
            if (start.StartsWith(magic)) return Binary(T("This is a file of the kind {0}, not a table. Export the data as CSV and choose that file.", name));
        return null;
    }

    public static TableProblem Binary(string? message = null) =>
        new(TableFault.Binary, message ?? T("This file holds binary data, not text. Export the data as CSV and choose that file."));

    private static TableProblem Zip(ReadOnlySpan<byte> start) =>
        start.IndexOf("xl/"u8) >= 0 || start.IndexOf("[Content_Types].xml"u8) >= 0 || start.IndexOf("opendocument.spreadsheet"u8) >= 0
            ? Spreadsheet()
            : Binary(T("This is a zip archive. Unpack it and choose the CSV file inside, or the folder that holds the CSV files."));

    private static TableProblem Spreadsheet() =>
        new(TableFault.Spreadsheet, T("This is a spreadsheet, not a CSV file. Open it, choose \"Save as\", \"CSV UTF-8\", and use the saved file."));
}
