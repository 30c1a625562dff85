using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>What is taught, as people say it.</summary>
internal static class BehaviourWords
{
    public static IReadOnlyList<(string Name, string Label)> All =>
    [
        ("NextStep", T("Took up what they heard and proposed a next step")), ("Widened", T("Used the contact to get to know more of the customer")), ("Listened", T("Listened for a need first, then explained what fits it")),
    ];

    public static IReadOnlyList<Choice> Answers => [new(nameof(Seen.Yes), T("seen")), new(nameof(Seen.No), T("not seen")), new(nameof(Seen.NoOccasion), T("no occasion"))];

    public static IReadOnlyList<Choice> Five => [.. Enumerable.Range(1, 5).Select(i => new Choice(i.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
}
