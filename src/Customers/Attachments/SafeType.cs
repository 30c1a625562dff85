using System.Text;
namespace Coxswain.Customers.Attachments;

/// <summary>
/// What a file is, by its first bytes and not by what its name says. Known are documents, pictures, sound, film and plain text; what a browser or
/// a machine would run is refused, and so is a name that promises something else than the content.
/// </summary>
internal static class SafeType
{
    /// <summary>So many of the first bytes are looked at.</summary>
    public const int Head = 4096;

    private const string Zip = "application/zip", Old = "application/x-ole-storage", Text = "text/plain";

    private static readonly (byte[] Start, int At, string Type)[] Starts =
    [
        ([.. "%PDF-"u8], 0, "application/pdf"), ([0x89, .. "PNG\r\n"u8], 0, "image/png"), ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"), ([.. "GIF8"u8], 0, "image/gif"), ([.. "WEBP"u8], 8, "image/webp"), ([.. "heic"u8], 8, "image/heic"),
        ([.. "ftyp"u8], 4, "video/mp4"), ([0x1A, 0x45, 0xDF, 0xA3], 0, "video/webm"), ([.. "ID3"u8], 0, "audio/mpeg"), ([0xFF, 0xFB], 0, "audio/mpeg"), ([0xFF, 0xF3], 0, "audio/mpeg"), ([0xFF, 0xF2], 0, "audio/mpeg"), ([.. "WAVE"u8], 8, "audio/wav"), ([.. "OggS"u8], 0, "audio/ogg"),
        ([.. "PK\u0003\u0004"u8], 0, Zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, Old), ([.. "{\\rtf"u8], 0, "application/rtf"),
    ];

    // What a name promises, and what the content then has to be.
    private static readonly Dictionary<string, (string Content, string Type)> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", "application/pdf"), [".png"] = ("image/png", "image/png"), [".jpg"] = ("image/jpeg", "image/jpeg"), [".jpeg"] = ("image/jpeg", "image/jpeg"), [".gif"] = ("image/gif", "image/gif"), [".webp"] = ("image/webp", "image/webp"), [".heic"] = ("image/heic", "image/heic"),
        [".mp4"] = ("video/mp4", "video/mp4"), [".m4a"] = ("video/mp4", "audio/mp4"), [".mov"] = ("video/mp4", "video/quicktime"), [".webm"] = ("video/webm", "video/webm"), [".mp3"] = ("audio/mpeg", "audio/mpeg"), [".wav"] = ("audio/wav", "audio/wav"), [".ogg"] = ("audio/ogg", "audio/ogg"),
        [".zip"] = (Zip, Zip), [".docx"] = (Zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), [".xlsx"] = (Zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), [".pptx"] = (Zip, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        [".odt"] = (Zip, "application/vnd.oasis.opendocument.text"), [".ods"] = (Zip, "application/vnd.oasis.opendocument.spreadsheet"), [".odp"] = (Zip, "application/vnd.oasis.opendocument.presentation"),
        [".doc"] = (Old, "application/msword"), [".xls"] = (Old, "application/vnd.ms-excel"), [".ppt"] = (Old, "application/vnd.ms-powerpoint"), [".msg"] = (Old, "application/vnd.ms-outlook"), [".rtf"] = ("application/rtf", "application/rtf"),
        [".txt"] = (Text, Text), [".csv"] = (Text, "text/csv"), [".md"] = (Text, Text), [".eml"] = (Text, "message/rfc822"), [".ics"] = (Text, "text/calendar"), [".vcf"] = (Text, "text/vcard"), [".json"] = (Text, "application/json"), [".vtt"] = (Text, "text/vtt"), [".srt"] = (Text, Text),
    };

    // What a document that is an archive holds: these files, or something in these folders.
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = ["[Content_Types].xml", "word/"], [".xlsx"] = ["[Content_Types].xml", "xl/"], [".pptx"] = ["[Content_Types].xml", "ppt/"], [".odt"] = ["mimetype", "content.xml"], [".ods"] = ["mimetype", "content.xml"], [".odp"] = ["mimetype", "content.xml"],
    };

    /// <summary>The endings that may be added, for the field that asks for a file.</summary>
    public static string Accepted => string.Join(',', Names.Keys);

    /// <param name="name">As it was called.</param>
    /// <param name="content">All of it; a document that is kept as an archive has to hold the parts of one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its media type; null where it may not be added.</returns>
    public static async Task<string?> OfAsync(string name, Stream content, CancellationToken ct)
    {
        var head = new byte[Head];
        var type = Of(name, head.AsSpan(0, await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)));
        return type is not null && Parts.TryGetValue(Path.GetExtension(name), out var parts) && !await ArchiveNames.HaveAsync(content, parts, ct) ? null : type;
    }

    /// <param name="name">As it was called.</param>
    /// <param name="head">Its first bytes.</param>
    /// <returns>Its media type; null where it may not be added.</returns>
    public static string? Of(string name, ReadOnlySpan<byte> head) =>
        Names.TryGetValue(Path.GetExtension(name), out var promised) && ContentOf(head) == promised.Content ? promised.Type : null;

    private static string? ContentOf(ReadOnlySpan<byte> head)
    {
        foreach (var (start, at, type) in Starts)
            if (head.Length >= at + start.Length && head.Slice(at, start.Length).SequenceEqual(start)) return type;
        return IsText(head) ? Text : null;
    }

    // Nothing of no character, and no page or script in disguise. Text of two bytes each is what its mark at the start says.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var whole = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(head) : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head) : Encoding.UTF8.GetString(head);
        var text = whole.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (whole.Contains('\0') || head.StartsWith("MZ"u8) || text.StartsWith("#!", StringComparison.Ordinal)) return false;
        return !new[] { "<!doctype", "<html", "<svg", "<script", "<?php", "<?xml" }.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }
}
