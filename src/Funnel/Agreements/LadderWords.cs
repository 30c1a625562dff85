using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>Agreements of a ladder in words.</summary>
internal static class LadderWords
{
    public static string Rung(LadderRung rung) => rung switch
    {
        LadderRung.Answer => T("They tell us something"),
        LadderRung.Time => T("They give us time"),
        LadderRung.People => T("They bring others in"),
        LadderRung.Terms => T("They agree to terms"),
        _ => T("They sign"),
    };

    public static IReadOnlyList<Choice> Rungs => [.. Enum.GetValues<LadderRung>().Select(r => new Choice(r.ToString(), Rung(r)))];

    public static string Kept(AgreementView agreement, DateOnly today) => agreement.Kept switch { true => T("kept"), false => T("not kept"), _ => agreement.DueOn < today ? T("overdue") : T("open") };

    public static Tone Tone(AgreementView agreement, DateOnly today) => agreement.Kept switch { true => Platform.Ui.Tone.Good, false => Platform.Ui.Tone.Bad, _ => agreement.DueOn < today ? Platform.Ui.Tone.Warn : Platform.Ui.Tone.Plain };
}
