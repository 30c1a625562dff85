using System.CommandLine;
using System.Globalization;
using Coxswain.Insight.Metrics;
using Coxswain.Insight.Reports;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Web.Commands;

/// <summary><c>cox report ID</c>: one figure, whole or split, with all that is needed to trust or doubt it.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string?> Id = new("id") { Description = "The metric: won_count, win_rate, …; without it, all definitions", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<By> Split = new("--by") { Description = "person, manager, team, product, stage, month or source", HelpName = "SPLIT" };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day", HelpName = "yyyy-MM-dd" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "Last day", HelpName = "yyyy-MM-dd" };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "As known on this day", HelpName = "yyyy-MM-dd" };
    private static readonly Option<string?> For = new("--for") { Description = "Only the people of this manager", HelpName = "NAME" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print as JSON" };

    public static Command Make() => new Command("report", "Print a figure") { Id, Split, From, To, AsOf, For, Json }.Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken ct)
    {
        if (asked.GetValue(Id) is not { } id) return Definitions(asked.GetValue(Json));
        if (MetricRegistry.Find(id) is not { } metric) throw new Failure($"there is no metric {id}. There are: {string.Join(", ", MetricRegistry.All.Select(m => m.Id))}.");
        await using var workplace = await Workplace.OpenAsync(CommandLine.PlaceOf(asked), ct);
        var outcome = await workplace.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var input = new ReadReport.Input { Id = id, By = asked.GetValue(Split), From = asked.GetValue(From), To = asked.GetValue(To), AsOf = asked.GetValue(AsOf), For = await PersonNamed.FindAsync(db, asked.GetValue(For), ct) };
            return await ReadReport.Do(input, db, services.GetRequiredService<TimeProvider>(), ct);
        });
        if (outcome.View is not { } report) throw new Failure(string.Join(" ", outcome.Problems.Messages.Values));
        if (asked.GetValue(Json)) Output.Data(report);
        else Print(metric, report);
        return 0;
    }

    private static int Definitions(bool json)
    {
        var all = MetricRegistry.All.Select(m => new { m.Id, m.Version, m.Name, m.Formula, m.DateRule, m.Unit, m.MinimumN }).ToList();
        if (json) Output.Data(all);
        else Output.Table(["Metric", "What it is"], all.Select(m => (IReadOnlyList<string>)[m.Id, m.Formula]));
        return 0;
    }

    private static void Print(Metric metric, MetricReport report)
    {
        Output.Line($"{metric.Name}: {Said(report.Total)}");
        Output.Line($"{(report.From is { } from ? $"{from:d MMM yyyy} to " : "up to ")}{report.To:d MMM yyyy}, as of {report.AsOf:d MMM yyyy}. {metric.Formula}");
        if (report.Rows.Count > 0)
            Output.Table(["", metric.Name, "n"], report.Rows.Select(r => (IReadOnlyList<string>)[r.Name, Said(r), r.N.ToString("N0", CultureInfo.CurrentCulture)]), new HashSet<int> { 1, 2 });
    }

    private static string Said(Answer answer)
    {
        if (answer.Value is not { } value) return answer.Status.Replace('_', ' ');
        var said = Figure(value, answer);
        return answer is { Low: { } low, High: { } high } ? $"{said} ({Figure(low, answer)} to {Figure(high, answer)})" : said;
    }

    private static string Figure(double value, Answer answer) => answer.Unit switch
    {
        Unit.Share => value.ToString("P1", CultureInfo.CurrentCulture),
        Unit.Money => $"{answer.Currency} {value.ToString("N0", CultureInfo.CurrentCulture)}",
        Unit.MoneyPerDay => $"{answer.Currency} {value.ToString("N0", CultureInfo.CurrentCulture)} a day",
        Unit.Days => $"{value.ToString("N0", CultureInfo.CurrentCulture)} days",
        _ => value.ToString("N0", CultureInfo.CurrentCulture),
    };
}
