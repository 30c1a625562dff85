using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>Issues and proposals in words.</summary>
internal static class IssueWords
{
    public static string Level(TalkLevel level) => level switch
    {
        TalkLevel.Product => T("our product"),
        TalkLevel.Market => T("their market and people like them"),
        _ => T("their business, and their thinking challenged"),
    };

    public static IReadOnlyList<Choice> Levels => [.. Enum.GetValues<TalkLevel>().Select(l => new Choice(l.ToString(), Level(l)))];

    /// <summary>Questions that let a customer talk, the widest first.</summary>
    public static IReadOnlyList<string> Questions =>
    [
        T("What made you take this appointment?"), T("How do you do it today, step by step?"), T("Where does it hurt, and whom?"), T("Since when, and what has been tried?"), T("What does it cost you to leave it as it is?"),
        T("What would be different if it were solved?"), T("Who else would say it is a problem, and who would not?"), T("What have I not asked that I should have?"),
    ];
}
