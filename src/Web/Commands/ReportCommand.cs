using System.ComponentModel;
using System.Globalization;
using Coxswain.Insight.Metrics;
using Coxswain.Insight.Reports;
using Coxswain.Platform.Data;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox report ID</c>: one figure, whole or split, with all that is needed to trust or doubt it.</summary>
internal sealed class ReportCommand : AsyncCommand<ReportCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandArgument(0, "[ID]"), Description("The metric: won_count, win_rate, …; without it, all definitions")]
        public string? Id { get; init; }

        [CommandOption("--by <SPLIT>"), Description("person, manager, team, product, stage, month, source or field")]
        public string? By { get; init; }

        [CommandOption("--field <KEY>"), Description("With --by field: the own choice or link of deals, or of accounts as account.KEY")]
        public string? Field { get; init; }

        [CommandOption("--of <KEY>"), Description("For money: the deals' own number, amount or formula in place of the amount")]
        public string? Of { get; init; }

        [CommandOption("--from <DAY>"), Description("First day, as yyyy-MM-dd")]
        public string? From { get; init; }

        [CommandOption("--to <DAY>"), Description("Last day")]
        public string? To { get; init; }

        [CommandOption("--as-of <DAY>"), Description("As known on this day")]
        public string? AsOf { get; init; }

        [CommandOption("--for <NAME>"), Description("Only the people of this manager")]
        public string? For { get; init; }

        [CommandOption("--markdown"), Description("All definitions as a page: docs/metrics.md")]
        public bool Markdown { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        if (settings.Markdown) return Page();
        if (settings.Id is not { } id) return Definitions(settings.Json);
        if (MetricRegistry.Find(id) is not { } metric) throw new Failure($"there is no metric {id}. There are: {string.Join(", ", MetricRegistry.All.Select(m => m.Id))}.");
        var input = new ReadReport.Input { Id = id, By = Typed.Choice("--by", settings.By, By.Nothing), Field = settings.Field, Of = settings.Of, From = Typed.Day("--from", settings.From), To = Typed.Day("--to", settings.To), AsOf = Typed.Day("--as-of", settings.AsOf) };
        await using var workplace = await Workplace.OpenAsync(settings.At(), cancellationToken);
        var outcome = await workplace.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return await ReadReport.Do(input with { For = await PersonNamed.FindAsync(db, settings.For, cancellationToken) }, db, services.GetRequiredService<TimeProvider>(), cancellationToken);
        });
        if (outcome.View is not { } report) throw new Failure(string.Join(" ", outcome.Problems.Messages.Values));
        if (settings.Json) Output.Data(report);
        else Print(metric, report);
        return 0;
    }

    private static int Page()
    {
        Output.Line(MetricDocument.Write().TrimEnd());
        return 0;
    }

    private static int Definitions(bool json)
    {
        var all = MetricRegistry.All.Select(m => new { m.Id, m.Version, m.Name, m.Formula, m.DateRule, m.Unit, m.MinimumN, m.IntervalMethod, m.Source }).ToList();
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
        if (answer.Value is not { } value) return answer.Missing?.Sentence ?? answer.Status.Replace('_', ' ');
        var said = Figure(value, answer);
        return answer is { Low: { } low, High: { } high } ? $"{said} ({Figure(low, answer)} to {Figure(high, answer)})" : said;
    }

    private static string Figure(double value, Answer answer) => answer.Unit switch
    {
        Unit.Share => value.ToString("P1", CultureInfo.CurrentCulture),
        Unit.Money => $"{answer.Currency} {value.ToString("N0", CultureInfo.CurrentCulture)}",
        Unit.Number => value.ToString("#,0.##", CultureInfo.CurrentCulture),
        Unit.MoneyPerDay => $"{answer.Currency} {value.ToString("N0", CultureInfo.CurrentCulture)} a day",
        Unit.Days => $"{value.ToString("N0", CultureInfo.CurrentCulture)} days",
        _ => value.ToString("N0", CultureInfo.CurrentCulture),
    };
}
