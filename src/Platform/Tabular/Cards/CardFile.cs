using System.Text;
namespace Coxswain.Platform.Tabular.Cards;

/// <summary>A file of vCards, each one row. Cards stream; of a line no more is kept than a field may hold, so that pictures cost nothing.</summary>
public static class CardFile
{
    internal static readonly string[] Headers = ["Contact name", "Company", "Job title", "E-mail", "Phone", "Mobile phone", "Website", "City", "Country", "Note"];

    /// <summary>Whether a file begins as cards do; it is read from its start again.</summary>
    public static bool Is(Stream content)
    {
        var first = new byte[512];
        var length = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return Is(first.AsSpan(0, length));
    }

    internal static bool Is(ReadOnlySpan<byte> start)
    {
        var text = (Wide(start) ?? Encoding.Latin1).GetString(start);
        return text.AsSpan().TrimStart("\uFEFF\u00EF\u00BB\u00BF \t\r\n").StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);
    }

    internal static TableFile Of(Func<Stream> open, string name, long length) =>
        new(name, new TableShape("utf-8", false, ',', '"', LineEnding.None, null), Headers, [], length, after => Rows(open).Skip((int)(after?.Row ?? 0)));

    private static IEnumerable<TableRow> Rows(Func<Stream> open)
    {
        using var stream = Utf8(open());
        var number = 0;
        foreach (var card in new CardReader(new CardLines(stream)).Read())
        {
            var row = new TableRow(++number, card.Line, CardFields.Of(card), new(number, card.Line, 0));
            if (CardFields.Problem(card, number) is { } problem) row.Problems = [new(TableFault.BrokenCard, problem, card.Line)];
            yield return row;
        }
    }

    private static Stream Utf8(Stream stream)
    {
        var start = new byte[4];
        stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Wide(start) is { } wide ? Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8) : stream;
    }

    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [(byte)'B', 0, ..] => new UnicodeEncoding(false, true),
        [0xFE, 0xFF, ..] or [0, (byte)'B', ..] => new UnicodeEncoding(true, true),
        _ => null,
    };
}
