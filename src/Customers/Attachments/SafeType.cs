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
        ([.. "ftyp"u8], 4, "video/mp4"), ([0x1A, 0x45, 0xDF, 0xA3], 0, "video/webm"), ([.. "ID3"u8], 0, "audio/mpeg"), ([.. "WAVE"u8], 8, "audio/wav"), ([.. "OggS"u8], 0, "audio/ogg"),
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

    /// <summary>The endings that may be added, for the field that asks for a file.</summary>
    public static string Accepted => string.Join(',', Names.Keys);

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

    // No byte of nothing, and no page or script in disguise.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) >= 0 || head.StartsWith("MZ"u8) || head.StartsWith("#!"u8)) return false;
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return !new[] { "<!doctype", "<html", "<svg", "<script", "<?php", "<?xml" }.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }
}
