using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Meeting plans in words.</summary>
internal static class MeetingWords
{
    public static string Of(MeetingLineKind kind) => kind switch
    {
        MeetingLineKind.Says => T("who says what"),
        MeetingLineKind.Confirm => T("to confirm what we believe"),
        MeetingLineKind.New => T("to learn something new"),
        MeetingLineKind.Attitude => T("to hear how they feel about it"),
        MeetingLineKind.Commitment => T("to know where we stand"),
        MeetingLineKind.Concern => T("to hear what they could lose"),
        MeetingLineKind.They => T("who of theirs comes"),
        _ => T("what we give"),
    };

    public static IReadOnlyList<Choice> Questions => [.. Enum.GetValues<MeetingLineKind>().Where(k => k is not (MeetingLineKind.Says or MeetingLineKind.Gives or MeetingLineKind.They)).Select(k => new Choice(k.ToString(), Of(k)))];

    public static IReadOnlyList<Choice> Ways => [new(nameof(Agreed.Together), T("we talked it through")), new(nameof(Agreed.InWriting), T("by mail only"))];
}
