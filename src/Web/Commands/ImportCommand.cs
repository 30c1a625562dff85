using System.ComponentModel;
using System.Globalization;
using Coxswain.Customers;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox import PATH</c>: takes the files of another CRM's export in, and compares file and database at the end.</summary>
internal sealed class ImportCommand : AsyncCommand<ImportCommand.Asked>
{
    /// <summary>What it is called within its branch.</summary>
    public const string Name = "take";

    internal sealed class Asked : PrintSettings
    {
        [CommandArgument(0, "<PATH>"), Description("A CSV file, a workbook or vCards, or a folder of related ones")]
        public string Path { get; init; } = "";

        [CommandOption("--yes"), Description("Keep every guess, and make the people, stages and products that rows refer to")]
        public bool Yes { get; init; }

        [CommandOption("--dry-run"), Description("Do everything but save")]
        public bool DryRun { get; init; }

        [CommandOption("--answer <ID=ANSWER>"), Description("Answer to a question")]
        public string[] Answers { get; init; } = [];

        [CommandOption("--currency <CODE>"), Description("The organisation's currency, of amounts that name none, as in USD; said once, at the first import")]
        public string? Currency { get; init; }

        [CommandOption("--errors <FILE>"), Description("Write the rows that were refused here, as CSV, to be put right and imported again")]
        public string? Errors { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.Path) && !Directory.Exists(settings.Path)) throw new Failure($"there is no file or folder at {settings.Path}.");
        if (settings is { Errors: not null, DryRun: true }) throw new Failure("--errors takes what an import refused; a dry run keeps nothing. Leave one of them out.");
        if (settings.Errors is { } to && !Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(to)))) throw new Failure($"there is no folder for {to}.");
        var answers = Answers(settings);
        var currency = settings.Currency is null ? null : Currencies.Clean(settings.Currency) ?? throw new Failure($"a currency is three letters, as in USD, not {settings.Currency}.");
        await using var workplace = await Workplace.OpenAsync(settings.At(), cancellationToken, currency);
        if (currency is not null && currency != workplace.Tenant.Currency) throw new Failure($"this organisation counts in {workplace.Tenant.Currency}; that is changed at /settings.");
        var plan = await workplace.DoAsync(services => services.GetRequiredService<ImportRunner>().LookAsync(settings.Path, cancellationToken));
        if (plan.Files.All(f => f.Kind is null)) throw new Failure($"nothing in {settings.Path} can be taken in. {string.Join(" ", plan.Files.Select(f => $"{f.Name}: {f.Note}"))}");
        Check(answers, plan.Questions);
        // Who says a currency has answered what the files would ask about it.
        if (currency is not null && plan.Questions.Any(q => q.Choices.Any(c => c.Value == currency) && q.Id == "currency")) answers.TryAdd("currency", currency);
        if (!settings.Yes && !settings.DryRun) return Ask(plan, settings.Json);

        var options = (settings.Yes ? ImportOptions.Yes : new ImportOptions()) with { DryRun = settings.DryRun, Answers = answers };
        var begun = await workplace.DoAsync(services => services.GetRequiredService<ImportRunner>().UnfinishedAsync(plan, options, cancellationToken));
        if (begun is not null) Output.Note(Unfinished(begun));
        var result = await WatchedAsync("Taking in", workplace, (runner, progress) => begun is null ? runner.RunAsync(settings.Path, plan, options, progress, cancellationToken) : runner.ResumeAsync(begun.Id, progress, cancellationToken));
        if (settings.Errors is { } errors)
            foreach (var file in await workplace.DoAsync(services => services.GetRequiredService<ImportRunner>().WriteRefusedAsync(result, errors, cancellationToken))) Output.Note($"Refused rows are in {file}.");
        if (settings.Json) Output.Data(result);
        else Print(plan, result);
        return result.Agrees ? 0 : 1;
    }

    private static string Unfinished(UnfinishedRun begun) =>
        string.Create(CultureInfo.CurrentCulture, $"The same files were begun on {begun.BegunAt:d MMMM yyyy, HH:mm} UTC and not finished: going on behind row {begun.Done:N0} of {begun.Total:N0}.");

    /// <summary>Works on an import with a bar that says how far it is.</summary>
    internal static async Task<T> WatchedAsync<T>(string what, Workplace workplace, Func<ImportRunner, IProgress<ImportProgress>, Task<T>> work)
    {
        try
        {
            return await Output.WatchedAsync(what, told => workplace.DoAsync(services =>
                work(services.GetRequiredService<ImportRunner>(), new Watch(p => told(p.Done, p.Total, p.File.Length == 0 ? what : p.File)))));
        }
        catch (DbUpdateConcurrencyException) { throw new Failure("another process is at work on the same import or the same records; when it has ended, the same command goes on."); }
    }

    // The framework's Progress reports later, on another thread; a bar has to be told now.
    private sealed class Watch(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }

    private static Dictionary<string, string> Answers(Asked asked)
    {
        var answers = new Dictionary<string, string>();
        foreach (var text in asked.Answers)
            if (text.Split('=', 2) is [var id, var answer]) answers[id] = answer;
            else throw new Failure($"an answer is written ID=ANSWER, not {text}.");
        return answers;
    }

    private static void Check(Dictionary<string, string> answers, IReadOnlyList<ImportQuestion> questions)
    {
        foreach (var (id, answer) in answers)
        {
            if (questions.FirstOrDefault(q => q.Id == id) is not { } question) throw new Failure($"nothing is asked as {id}. {(questions.Count == 0 ? "There are no questions." : $"There are: {string.Join(", ", questions.Select(q => q.Id))}.")}");
            if (question.Choices.Count > 0 && question.Choices.All(c => c.Value != answer)) throw new Failure($"{answer} is no answer to {id}. There are: {string.Join(", ", question.Choices.Select(c => c.Value))}.");
        }
    }

    /// <summary>Without --yes nothing is saved: what would be done is shown.</summary>
    private static int Ask(ImportPlan plan, bool json)
    {
        if (json)
        {
            Output.Data(plan);
            return 0;
        }
        Files(plan);
        foreach (var correction in plan.Corrections) Output.Line($"{correction.From} is taken as {correction.To} ({correction.Rows} rows).");
        foreach (var made in plan.Makes.GroupBy(m => m.Kind)) Output.Line($"Would make {made.Count()} of {made.Key}: {string.Join(", ", made.Take(8).Select(m => m.Name))}{(made.Count() > 8 ? ", …" : "")}.");
        foreach (var question in plan.Questions) Output.Line($"{question.Text}  (--answer '{question.Id}=…')");
        Output.Line("Nothing is saved yet. With --yes it is taken in like this; with --dry-run it is tried first.");
        return 0;
    }

    private static void Files(ImportPlan plan) => Output.Table(["File", "Taken as", "Rows", ""],
        plan.Files.Select(f => (IReadOnlyList<string>)[f.Name, f.Kind ?? "left out", f.Rows.ToString("N0", CultureInfo.CurrentCulture), f.Note ?? ""]), new HashSet<int> { 2 });

    private static void Print(ImportPlan plan, ImportResult result)
    {
        Files(plan);
        foreach (var correction in plan.Corrections.Where(c => c.Taken)) Output.Line($"{correction.From} taken as {correction.To} ({correction.Rows} rows).");
        Output.Line($"{result.Created:N0} made, {result.Changed:N0} changed, {result.Same:N0} the same, {result.Refused:N0} refused, in {result.Took.TotalSeconds:N1} s{(result.DryRun ? "; nothing was saved (dry run)" : "")}.");
        foreach (var remark in result.Remarks) Output.Line($"{(remark.Refused ? "Refused" : "Note")}: {remark.Reason} ({remark.Rows:N0} rows)");
        if (result.DataThrough is { } day) Output.Line($"Pages and reports stand as of {day:d MMMM yyyy}, the newest day in the files.");
        if (result.Reconciliation.Count > 0) Compare(result);
        Output.Line(result.Agrees ? "File and Coxswain agree: difference 0." : "File and Coxswain differ: see the rows above.");
        Output.Line($"To take it back: cox import undo {result.RunId}");
    }

    private static void Compare(ImportResult result)
    {
        foreach (var by in result.Reconciliation.GroupBy(r => r.By))
        {
            Output.Table([by.Key.ToString(), "File", "Coxswain", "Sum in file", "Sum in Coxswain", "Difference"],
                by.Select(r => (IReadOnlyList<string>)[r.Key, $"{r.FileCount:N0}", $"{r.Count:N0}", Money(r.FileSum, r.Currency), Money(r.Sum, r.Currency), r.CountDifference == 0 && r.SumDifference == 0 ? "0" : $"{r.CountDifference:N0} / {Money(r.SumDifference, r.Currency)}"]),
                new HashSet<int> { 1, 2, 3, 4, 5 });
        }
    }

    private static string Money(long minor, string currency) => $"{currency} {Platform.Money.Minor.ToMajor(minor, currency):N0}";
}
