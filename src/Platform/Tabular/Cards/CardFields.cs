using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular.Cards;

/// <summary>What of a card goes into a row. Of several telephones and addresses the one that is preferred, else the one for work.</summary>
internal static class CardFields
{
    /// <summary>Why nobody can say whom the card is about; null where one can.</summary>
    public static string? Problem(Card card, int number)
    {
        if (card.IsCut) return T("Card {0}, on line {1}, has no end: END:VCARD is missing. Complete it, and choose the file again.", number, card.Line);
        if (card.Odd is { } odd) return T("Card {0}, on line {1}: line {2} is no property: “{3}”. Put it right, and choose the file again.", number, card.Line, odd.Number, odd.Text.Length > 60 ? odd.Text[..60] + "…" : odd.Text);
        return Name(card).Length == 0 ? T("Card {0}, on line {1}, names nobody.", number, card.Line) : null;
    }

    /// <summary>In the order of <see cref="CardFile.Headers"/>; of a broken card its text, in place of a name.</summary>
    public static string[] Of(Card card)
    {
        if (card.IsCut || card.Odd is not null) return [card.Source.ToString().Trim(), .. new string[CardFile.Headers.Length - 1].Select(_ => "")];
        var place = Part(Best(card, "ADR", p => !IsPrivate(p)), 7);
        return
        [
            Name(card), Part(Best(card, "ORG"), 1)[0], First(card, "TITLE") is { Length: > 0 } title ? title : First(card, "ROLE"),
            Bare(First(card, "EMAIL"), "mailto:"), Dialled(Best(card, "TEL", p => !IsMobile(p) && !p.Marks.Overlaps(["fax", "pager", "modem", "pcs", "video"]))), Dialled(Best(card, "TEL", IsMobile)),
            First(card, "URL", p => !IsPrivate(p)), place[3], place[6], string.Join("\n", card.Properties.Where(p => p.Name == "NOTE").Select(p => Plain(p.Value)).Where(n => n.Length > 0)),
        ];
    }

    private static string Name(Card card)
    {
        if (First(card, "FN") is { Length: > 0 } full) return full;
        var n = Part(Best(card, "N"), 5);
        var name = string.Join(' ', new[] { n[3], n[1], n[2], n[0], n[4] }.Where(p => p.Length > 0));
        // Telephones save an address alone: then it is what somebody is called until they say more.
        return new[] { name, First(card, "NICKNAME"), Part(Best(card, "ORG"), 1)[0], Bare(First(card, "EMAIL"), "mailto:") }.FirstOrDefault(n => n.Length > 0, "");
    }

    private static CardProperty? Best(Card card, string name, Func<CardProperty, bool>? fits = null) =>
        card.Properties.Where(p => p.Name == name && p.Value.Trim(' ', ';').Length > 0 && fits?.Invoke(p) != false).OrderBy(p => p.Rank).ThenByDescending(p => p.Marks.Contains("work")).FirstOrDefault();

    private static string First(Card card, string name, Func<CardProperty, bool>? fits = null) => Best(card, name, fits) is { } best ? Plain(best.Value) : "";

    private static bool IsMobile(CardProperty property) => property.Marks.Overlaps(["cell", "mobile", "iphone"]);

    private static bool IsPrivate(CardProperty property) => property.Marks.Contains("home") && !property.Marks.Contains("work");

    private static string Dialled(CardProperty? property) => property is null ? "" : Bare(Plain(property.Value), "tel:").Replace(";ext=", " ext. ", StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text, string scheme) => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;

    private static string Plain(string value) => string.Join(";", Split(value)).Trim();

    private static string[] Part(CardProperty? property, int count)
    {
        var parts = property is null ? [] : Split(property.Value);
        return [.. Enumerable.Range(0, count).Select(i => i < parts.Count ? parts[i].Trim() : "")];
    }

    // Parts stand between semicolons; a backslash takes the meaning from the sign behind it.
    private static List<string> Split(string value)
    {
        var (parts, part) = (new List<string>(), new System.Text.StringBuilder());
        for (var i = 0; i < value.Length; i++)
            if (value[i] == '\\' && i + 1 < value.Length) part.Append(value[++i] is 'n' or 'N' ? "\n" : value[i] is ',' or ';' or ':' or '\\' ? value[i].ToString() : $"\\{value[i]}");
            else if (value[i] == ';')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else part.Append(value[i]);
        parts.Add(part.ToString());
        return parts;
    }
}
