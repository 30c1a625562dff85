using Microsoft.AspNetCore.Components;

namespace Coxswain.Platform.Ui;

public enum Align { Start, Number, Middle }

public enum Sorted { No, Up, Down }

/// <summary>Where a column goes when the table is a pile of cards on a phone. Side: right of the first. Under: a quiet line of its own, without its label.</summary>
public enum OnPhone { Shown, Hidden, Side, Under }

/// <summary>A column of a Table. The first column leads: it carries the row's link and heads the card on a phone.</summary>
public sealed record Column<TRow>(string Label, RenderFragment<TRow> Cell)
{
    public Column(string label, Func<TRow, string?> text) : this(label, row => cell => cell.AddContent(0, text(row))) { }

    public Align Align { get; init; }
    public string? SortHref { get; init; }
    public Sorted Sorted { get; init; }
    public OnPhone Phone { get; init; }

    /// <summary>Never broken into two lines: a moment, a person's name.</summary>
    public bool OneLine { get; init; }

    internal string? Css => Together(Align switch { Align.Number => "num", Align.Middle => "mid", _ => null }, OneLine ? "one-line" : null);

    /// <summary>Of its cells in every row.</summary>
    internal string? CellCss => Together(Css, Phone switch { OnPhone.Hidden => "not-phone", OnPhone.Side => "side", OnPhone.Under => "under", _ => null });

    /// <summary>Of the cell that leads its row.</summary>
    internal string? LeadCss => Together("lead", Css);

    /// <summary>Said beside its cells where the row is a card.</summary>
    internal string? CellLabel => Phone is OnPhone.Side or OnPhone.Under ? null : Label;

    private static string? Together(params string?[] names) => string.Join(' ', names.OfType<string>()) is { Length: > 0 } css ? css : null;

    internal string? AriaSort => Sorted switch { Sorted.Up => "ascending", Sorted.Down => "descending", _ => null };
}

/// <summary>Rows of a Table under a head of their own.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Note">How many there are and what they come to.</param>
/// <param name="Href">All of them.</param>
/// <param name="Rows">The first of them.</param>
/// <param name="More">What is said where there are more.</param>
public sealed record TablePart<TRow>(string Title, string? Note, string Href, IReadOnlyList<TRow> Rows, string? More);
