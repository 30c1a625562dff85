using System.ComponentModel;
using System.Globalization;
using Coxswain.Insight.Briefing;
using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Data;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox brief</c>: where coaching, or the process, would move the number most.</summary>
internal sealed class BriefCommand : Work<BriefCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandOption("--for <NAME>"), Description("Only the people of this manager")]
        public string? For { get; init; }
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var brief = await workplace.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var person = await PersonNamed.FindAsync(db, settings.For, ct);
            return (await ReadBrief.Do(new ReadBrief.Input { For = person }, db, services.GetRequiredService<BriefMemory>(), services.GetRequiredService<TimeProvider>(), ct)).View!;
        });
        if (settings.Json) Output.Data(brief);
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
