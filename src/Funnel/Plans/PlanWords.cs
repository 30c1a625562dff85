using System.Globalization;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>What stands in the plan of a deal, in words.</summary>
internal static class PlanWords
{
    /// <summary>The fields judged of a person, as they are asked.</summary>
    public static readonly IReadOnlyList<PlanField> OfPeople = [PlanField.Stance, PlanField.Receptiveness, PlanField.Gain, PlanField.Result, PlanField.Concept, PlanField.Serves, PlanField.Influence, PlanField.CoveredBy];

    /// <summary>The three tests of a guide.</summary>
    public static readonly IReadOnlyList<PlanField> OfGuides = [PlanField.Listened, PlanField.Trusts, PlanField.WantsUs];

    /// <summary>What is judged of somebody: more of a guide, and of one of us nothing else.</summary>
    public static IReadOnlyList<PlanField> Of(PlanPerson person) => person.IsOurs ? OfGuides : person.Is(DealPart.Guide) ? [.. OfPeople, .. OfGuides] : OfPeople;

    public static string Label(PlanField field) => field switch
    {
        PlanField.Begun => T("Plan begun"),
        PlanField.Influence => T("Influence here"),
        PlanField.Receptiveness => T("Wants to"),
        PlanField.Concept => T("What they picture"),
        PlanField.Serves => T("What of ours serves them"),
        PlanField.Result => T("What it brings to their work"),
        PlanField.Gain => T("What they gain"),
        PlanField.Stance => T("Stance"),
        PlanField.CoveredBy => T("Who looks after them"),
        PlanField.Listened => T("Listened to there"),
        PlanField.Trusts => T("Trusts us"),
        PlanField.WantsUs => T("Wants us to win"),
        PlanField.What => T("What it is"),
        PlanField.Likelihood => T("How likely"),
        PlanField.Seen => T("How they see us beside it"),
        PlanField.Answer => T("Our answer"),
        PlanField.Feeling => T("How it feels"),
        PlanField.Urgency => T("How urgent"),
        PlanField.Risk => T("Careful with risk"),
        PlanField.Finance => T("Driven by finance"),
        _ => T("Warning muted"),
    };

    /// <summary>What one asks about it.</summary>
    public static string Ask(PlanField field) => field switch
    {
        PlanField.Stance => T("What shows it? What did they say or do?"),
        PlanField.Receptiveness => T("Why do you think so?"),
        PlanField.Concept => T("What do they picture it does for them?"),
        PlanField.Serves => T("What of ours serves them?"),
        PlanField.Result => T("What does it bring to their work, in figures where you can?"),
        PlanField.Gain => T("What do they gain from it themselves?"),
        PlanField.Influence => T("What shows it?"),
        PlanField.What => T("What is it, in particular?"),
        PlanField.Answer => T("What do we answer?"),
        PlanField.Muted => T("Why does it not count here?"),
        _ => T("What shows it?"),
    };

    /// <summary>The parts as nouns.</summary>
    public static string Role(DealPart part) => part switch
    {
        DealPart.Approver => T("Approver"),
        DealPart.User => T("User"),
        DealPart.Evaluator => T("Evaluator"),
        _ => T("Guide"),
    };

    public static string RoleMeans(DealPart part) => part switch
    {
        DealPart.Approver => T("says the final yes"),
        DealPart.User => T("will work with it"),
        DealPart.Evaluator => T("checks, and can say no"),
        _ => T("wants us to win and shows us the way"),
    };

    public static IReadOnlyList<Choice> Roles => [.. Enum.GetValues<DealPart>().Select(p => new Choice(p.ToString(), Role(p), RoleMeans(p)))];

    /// <summary>The five words of a stance, each with what is kept for it.</summary>
    public static IReadOnlyList<Choice> Stances => [.. ((int[])[5, 3, 1, -3, -5]).Select(v => new Choice(Number(v), Stance(v)))];

    /// <summary>One of five words for −5 to 5.</summary>
    public static string Stance(int value) => value switch
    {
        >= 4 => T("backs us"),
        >= 2 => T("supports us"),
        >= 1 => T("goes along"),
        >= -3 => T("doubts us"),
        _ => T("against us"),
    };

    public static Tone StanceTone(int value) => value switch { >= 2 => Tone.Good, >= 1 => Tone.Plain, >= -3 => Tone.Warn, _ => Tone.Bad };

    public static string Receptiveness(int value) => value switch
    {
        1 => T("grow"),
        2 => T("fix something"),
        3 => T("content"),
        _ => T("sees no need"),
    };

    public static Tone ReceptivenessTone(int value) => value switch { 1 => Tone.Good, 2 => Tone.Warn, _ => Tone.Plain };

    public static string Alternative(string code) => code switch
    {
        "supplier" => T("Another supplier"),
        "money" => T("Other use of the money"),
        "inside" => T("Do it inside"),
        _ when PlanAlternative.IsNamed(code) => code[PlanAlternative.Named.Length..],
        _ => T("Do nothing"),
    };

    public static string Likelihood(int value) => value switch { 3 => T("most likely if not us"), 2 => T("possible"), _ => T("unlikely") };

    public static string Seen(int value) => value switch { 4 => T("only we are left"), 3 => T("they prefer us"), 2 => T("one of several"), _ => T("we are behind") };

    public static Tone SeenTone(int value) => value switch { >= 3 => Tone.Good, 2 => Tone.Plain, _ => Tone.Bad };

    public static string Feeling(int value) => value switch { >= 9 => T("certain"), >= 7 => T("good"), >= 5 => T("mixed"), >= 3 => T("worried"), _ => T("alarmed") };

    public static string Urgency(int value) => value switch { 1 => T("urgent"), 2 => T("active"), 3 => T("worked in"), _ => T("later") };

    public static string Influence(int value) => value switch { 3 => T("much"), 2 => T("some"), _ => T("little") };

    public static string Scale(int value) => value switch { 5 => T("very much"), 4 => T("rather much"), 3 => T("so-so"), 2 => T("rather little"), _ => T("hardly") };

    public static string YesNo(int value) => value == 1 ? T("yes") : T("no");

    public static string Ground(PlanGround ground) => ground switch
    {
        PlanGround.TheySaid => T("they said so"),
        PlanGround.OthersSaid => T("others said so"),
        _ => T("inferred"),
    };

    public static IReadOnlyList<Choice> Grounds => [.. Enum.GetValues<PlanGround>().Select(g => new Choice(g.ToString(), Ground(g)))];

    public static string Strength(StrengthKind kind) => kind is StrengthKind.WhatWeSell ? T("In what we sell") : T("In how we sell");

    /// <summary>The values a field can have, as answers; none for one that is text alone.</summary>
    public static IReadOnlyList<Choice> Values(PlanField field) => field switch
    {
        PlanField.Stance => Stances,
        PlanField.Receptiveness => Of(1, 4, Receptiveness),
        PlanField.Influence => Of(1, 3, Influence),
        PlanField.Likelihood => Of(1, 3, Likelihood),
        PlanField.Seen => Of(1, 4, Seen),
        PlanField.Feeling => [.. ((int[])[9, 7, 5, 3, 1]).Select(v => new Choice(Number(v), Feeling(v)))],
        PlanField.Urgency => Of(1, 4, Urgency),
        PlanField.Risk or PlanField.Finance => Of(1, 5, Scale),
        PlanField.Listened or PlanField.Trusts or PlanField.WantsUs => Of(1, 2, YesNo),
        _ => [],
    };

    /// <summary>A value in words; null where the text is all.</summary>
    public static string? Value(PlanField field, int? value) => value is not { } known ? null : field switch
    {
        PlanField.Stance => Stance(known),
        PlanField.Receptiveness => Receptiveness(known),
        PlanField.Influence => Influence(known),
        PlanField.Likelihood => Likelihood(known),
        PlanField.Seen => Seen(known),
        PlanField.Feeling => Feeling(known),
        PlanField.Urgency => Urgency(known),
        PlanField.Risk or PlanField.Finance => Scale(known),
        PlanField.Listened or PlanField.Trusts or PlanField.WantsUs => YesNo(known),
        _ => null,
    };

    /// <summary>A judgement as one would say it.</summary>
    public static string Said(PlanSaid said) => Value(said.Field, said.Value) ?? said.Who ?? said.Text ?? T("unknown");

    /// <summary>What a judgement rests on: what shows it, how it is known, of when and by whom.</summary>
    public static string Basis(PlanSaid said, DateOnly today) => string.Join(" · ", new[]
    {
        Value(said.Field, said.Value) is null ? null : said.Text, said.Ground is { } ground ? Ground(ground) : null, T("{0} by {1}", DayText.Short(said.On, today), said.By ?? T("someone")),
    }.OfType<string>());

    private static IReadOnlyList<Choice> Of(int from, int to, Func<int, string> say) => [.. Enumerable.Range(from, to - from + 1).Select(v => new Choice(Number(v), say(v)))];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which of the many small forms of a plan was posted.</summary>
internal static class PlanForms
{
    /// <summary>The form as posted, where it is the one of this field and topic; untouched where it is another.</summary>
    public static Platform.Http.FormState Of(Platform.Http.FormState form, PlanField field, string? topic) =>
        form.WasPosted && form.Typed.GetValueOrDefault("Field") == field.ToString() && form.Typed.GetValueOrDefault("Topic") == topic ? form : Platform.Http.FormState.Untouched;
}
