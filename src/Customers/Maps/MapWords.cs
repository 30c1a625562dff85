using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>What stands on a map, in words.</summary>
internal static class MapWords
{
    public static string Of(Influence influence) => influence switch
    {
        Influence.Much => T("much influence"),
        Influence.Some => T("some influence"),
        _ => T("little influence"),
    };

    /// <summary>The same under a heading that says what it is.</summary>
    public static string Short(Influence influence) => influence switch
    {
        Influence.Much => T("much"),
        Influence.Some => T("some"),
        _ => T("little"),
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.BacksUs => T("backs us"),
        Stance.Supports => T("supports us"),
        Stance.Neutral => T("neutral"),
        Stance.Doubts => T("doubts us"),
        _ => T("against us"),
    };

    public static Tone Tone(Stance stance) => stance switch
    {
        Stance.BacksUs or Stance.Supports => Platform.Ui.Tone.Good,
        Stance.Neutral => Platform.Ui.Tone.Plain,
        Stance.Doubts => Platform.Ui.Tone.Warn,
        _ => Platform.Ui.Tone.Bad,
    };

    public static string Of(TieKind kind) => kind switch
    {
        TieKind.Influences => T("influences"),
        TieKind.InConflict => T("in conflict with"),
        _ => T("allied with"),
    };

    /// <summary>The same, short enough for a line of the picture.</summary>
    public static string OnLine(TieKind kind) => kind switch
    {
        TieKind.Influences => T("influences"),
        TieKind.InConflict => T("conflict"),
        _ => T("allies"),
    };

    public static string Of(DealPart part) => part switch
    {
        DealPart.Approver => T("decides"),
        DealPart.User => T("uses it"),
        DealPart.Evaluator => T("checks"),
        _ => T("guides us"),
    };

    public static IReadOnlyList<Choice> Influences => [.. Enum.GetValues<Influence>().Reverse().Select(i => new Choice(i.ToString(), Of(i)))];

    public static IReadOnlyList<Choice> Stances => [.. Enum.GetValues<Stance>().Select(s => new Choice(s.ToString(), Of(s)))];

    public static IReadOnlyList<Choice> Ties => [.. Enum.GetValues<TieKind>().Select(k => new Choice(k.ToString(), Of(k)))];

    public static IReadOnlyList<Choice> Parts => [.. Enum.GetValues<DealPart>().Select(p => new Choice(p.ToString(), Of(p)))];

    /// <summary>All that a card of the picture says, for those who hear it.</summary>
    public static string Aloud(MapPersonView person, DateOnly today) => string.Join(", ", new[]
    {
        person.Name, person.Title, person.IsUnknown ? T("nobody knows who it is") : Kind(person), person.HasLeft ? T("works elsewhere now") : null,
        person.Influence is { } influence ? Of(influence) : null,
        person.Stance is { } stance ? person.IsOld(today) ? T("{0}, ask again", Of(stance)) : Of(stance) : null,
    }.Concat(person.Parts.Select(p => Of(p.Part))).Append(Touch(person, today)).OfType<string>());

    /// <summary>What they are, where they are no single person of theirs.</summary>
    public static string? Kind(MapPersonView person) => person.IsBody ? T("a committee") : person.ColleagueId is not null ? T("one of us") : null;

    /// <summary>When anybody of us was last in touch.</summary>
    public static string? Touch(MapPersonView person, DateOnly today) =>
        person.IsUnknown || person.ColleagueId is not null ? null : person.LastTouch is { } last ? T("last in touch {0}", DayText.Short(last, today)) : T("nobody of us was in touch");
}
