using System.Text;
namespace Coxswain.Platform.Tabular.Cards;

/// <summary>A card, whole or broken.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Properties">What it says, but for pictures and sounds.</param>
internal sealed record Card(long Line, List<CardProperty> Properties)
{
    /// <summary>A line of it that says nothing, with its number; null where all do.</summary>
    public (long Number, string Text)? Odd { get; set; }

    /// <summary>The next card or the end of the file came before its end.</summary>
    public bool IsCut { get; set; }

    /// <summary>Its first lines as they stand, for whoever puts it right.</summary>
    public StringBuilder Source { get; } = new();
}

/// <summary>Gives the cards of a file one after another.</summary>
internal sealed class CardReader(CardLines lines)
{
    private const int MostProperties = 1_000, MostSource = 2_000;

    private Card? card;
    private bool isBase64;
    private int within;

    public IEnumerable<Card> Read()
    {
        foreach (var line in lines.Read())
            if (Take(line) is { } done) yield return done;
        if (card is null) yield break;
        card.IsCut = true;
        yield return card;
    }

    /// <summary>The card that this line ends; null where it ends none.</summary>
    private Card? Take(CardLine line)
    {
        var property = CardProperty.Of(line.Bytes);
        var (begins, ends) = (Is(property, "BEGIN"), Is(property, "END"));
        // The card of an agent stands within another, behind a property of its own.
        if (card is not null && begins && card.Properties.LastOrDefault() is { Name: "AGENT", Value: "" or " " }) { within++; return null; }
        if (within > 0) { within -= ends ? 1 : 0; return null; }
        if (begins)
        {
            var cut = card;
            if (cut is not null) cut.IsCut = true;
            (card, isBase64, lines.KeepsBlanks) = (new Card(line.Number, []), false, false);
            return cut;
        }
        if (card is null) return null;
        if (ends)
        {
            var done = card;
            card = null;
            return done;
        }
        Note(card, line, property);
        return null;
    }

    private void Note(Card to, CardLine line, CardProperty? property)
    {
        if (line.Bytes.Length == 0 || line.Bytes.All(b => b is (byte)' ' or (byte)'\t')) return;
        if (to.Source.Length < MostSource && !isBase64) to.Source.Append(Encoding.UTF8.GetString(line.Bytes, 0, Math.Min(line.Bytes.Length, 200))).Append('\n');
        // Version 2.1 goes on with a picture on lines of their own.
        if (property is null && isBase64) return;
        if (property is null) { to.Odd ??= (line.Number, Encoding.UTF8.GetString(line.Bytes)); return; }
        isBase64 = property.Marks.Overlaps(["base64", "b", "encoding=base64", "encoding=b"]);
        if (property is { Name: "VERSION" }) lines.KeepsBlanks = property.Value.Trim() == "2.1";
        if (to.Properties.Count < MostProperties && !isBase64) to.Properties.Add(property);
    }

    private static bool Is(CardProperty? property, string name) => property?.Name == name && property.Value.Trim().Equals("VCARD", StringComparison.OrdinalIgnoreCase);
}
