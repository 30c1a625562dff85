using System.CommandLine;
using System.Globalization;
using Coxswain.Insight.Briefing;
using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Data;
namespace Coxswain.Web.Commands;

/// <summary><c>cox brief</c>: where coaching, or the process, would move the number most.</summary>
internal static class BriefCommand
{
    private static readonly Option<string?> For = new("--for") { Description = "Only the people of this manager", HelpName = "NAME" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print as JSON" };

    public static Command Make() => new Command("brief", "Say where coaching, or the process, would move the number most") { For, Json }.Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken ct)
    {
        await using var workplace = await Workplace.OpenAsync(CommandLine.PlaceOf(asked), ct);
        var brief = await workplace.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var person = await PersonNamed.FindAsync(db, asked.GetValue(For), ct);
            return (await ReadBrief.Do(new ReadBrief.Input { For = person }, db, services.GetRequiredService<TimeProvider>(), ct)).View!;
        });
        if (asked.GetValue(Json)) Output.Data(brief);
        else Print(brief);
        return 0;
    }

    private static void Print(BriefView brief)
    {
        Output.Line(brief.Sentence);
        Output.Line();
        foreach (var why in brief.Why) Output.Line(why);
        if (!brief.IsToday) Output.Line($"As of {brief.AsOf:d MMMM yyyy}, the newest day in the data.");
        if (brief.Answer is nameof(Answer.PeopleDiffer) && brief.Gaps.Count > 0)
            Output.Table(["Person", "Where", "Worth a quarter"], brief.Gaps.Select(g => (IReadOnlyList<string>)[g.Name, g.Component.ToString(), Worth(g, brief.Currency)]));
        if (brief.HasUnnamed && brief.Rows.Count > 0) Output.Line("People go by letters until it is recorded that they were told what is computed: cox user told.");
    }

    private static string Worth(BriefGap gap, string currency) =>
        gap.WorthLow is { } low && gap.WorthHigh is { } high ? string.Create(CultureInfo.CurrentCulture, $"{currency} {low:N0} to {high:N0}") : "not known";
}
