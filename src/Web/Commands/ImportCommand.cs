using System.CommandLine;
using System.Globalization;
using Coxswain.Customers;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
namespace Coxswain.Web.Commands;

/// <summary><c>cox import PATH</c>: takes the files of another CRM's export in, and compares file and database at the end.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Path = new("path") { Description = "A CSV file, or a folder of related ones" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Keep every guess, and make the people, stages and products that rows refer to" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do everything but save" };
    private static readonly Option<string[]> Answer = new("--answer") { Description = "Answer to a question, as ID=ANSWER", HelpName = "ID=ANSWER" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print as JSON" };

    public static Command Make()
    {
        var import = new Command("import", "Take in the CSV files of an export") { Path, Yes, DryRun, Answer, Json }.Does(RunAsync);
        var undo = new Command("undo", "Take an import back, sparing records edited since") { UndoId, Json }.Does(UndoAsync);
        import.Subcommands.Add(undo);
        return import;
    }

    private static readonly Argument<Guid> UndoId = new("run") { Description = "The import's id, as it was printed" };

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken ct)
    {
        var path = asked.GetValue(Path)!;
        if (!File.Exists(path) && !Directory.Exists(path)) throw new Failure($"there is no file or folder at {path}.");
        await using var workplace = await Workplace.OpenAsync(CommandLine.PlaceOf(asked), ct);
        var plan = await workplace.DoAsync(services => services.GetRequiredService<ImportRunner>().LookAsync(path, ct));
        if (plan.Files.All(f => f.Kind is null)) throw new Failure($"nothing in {path} can be taken in. {string.Join(" ", plan.Files.Select(f => $"{f.Name}: {f.Note}"))}");
        if (!asked.GetValue(Yes) && !asked.GetValue(DryRun)) return Ask(plan);

        var options = (asked.GetValue(Yes) ? ImportOptions.Yes : new ImportOptions()) with { DryRun = asked.GetValue(DryRun), Answers = Answers(asked) };
        var begun = await workplace.DoAsync(services => services.GetRequiredService<ImportRunner>().UnfinishedAsync(plan, options, ct));
        if (begun is not null) Output.Aside.WriteLine(Unfinished(begun));
        var result = await WatchedAsync("Taking in", workplace, (runner, progress) => begun is null ? runner.RunAsync(path, options, progress, ct) : runner.ResumeAsync(begun.Id, progress, ct));
        if (asked.GetValue(Json)) Output.Data(result);
        else Print(plan, result);
        return result.Agrees ? 0 : 1;
    }

    private static string Unfinished(UnfinishedRun begun) =>
        string.Create(CultureInfo.CurrentCulture, $"The same files were begun on {begun.BegunAt:d MMMM yyyy, HH:mm} UTC and not finished: going on behind row {begun.Done:N0} of {begun.Total:N0}.");

    private static async Task<T> WatchedAsync<T>(string what, Workplace workplace, Func<ImportRunner, IProgress<ImportProgress>, Task<T>> work)
    {
        try
        {
            return await Output.Aside.Progress().StartAsync(async view =>
            {
                var task = view.AddTask(what);
                var progress = new Watch(p => (task.Description, task.MaxValue, task.Value) = (p.File.Length == 0 ? what : Markup.Escape(p.File), Math.Max(1, p.Total), p.Done));
                return await workplace.DoAsync(services => work(services.GetRequiredService<ImportRunner>(), progress));
            });
        }
        catch (DbUpdateConcurrencyException) { throw new Failure("another process is at work on the same import or the same records; when it has ended, the same command goes on."); }
    }

    // The framework's Progress reports later, on another thread; a bar has to be told now.
    private sealed class Watch(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }

    private static Dictionary<string, string> Answers(ParseResult asked)
    {
        var answers = new Dictionary<string, string>();
        foreach (var text in asked.GetValue(Answer) ?? [])
            if (text.Split('=', 2) is [var id, var answer]) answers[id] = answer;
            else throw new Failure($"an answer is written ID=ANSWER, not {text}.");
        return answers;
    }

    /// <summary>Without --yes nothing is saved: what would be done is shown.</summary>
    private static int Ask(ImportPlan plan)
    {
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

    private static async Task<int> UndoAsync(ParseResult asked, CancellationToken ct)
    {
        await using var workplace = await Workplace.OpenAsync(CommandLine.PlaceOf(asked), ct);
        var undone = await WatchedAsync("Taking back", workplace, (runner, progress) => runner.UndoAsync(asked.GetValue(UndoId), progress, ct));
        if (asked.GetValue(Json)) Output.Data(undone);
        else Print(undone);
        return 0;
    }

    private static void Print(ImportUndone undone)
    {
        Output.Line($"{undone.Removed:N0} taken back, {undone.Restored:N0} as before, {undone.Spared.Count:N0} left alone.");
        if (undone.Spared.Count > 0) Output.Table(["Edited since, and left alone", "Kind"], undone.Spared.Select(s => (IReadOnlyList<string>)[s.Name, s.Kind]));
    }
}
