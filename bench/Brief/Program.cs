using System.Globalization;
using Coxswain.Bench.Brief;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Tests.Diagnosis;

// Invented companies with known truth against the brief:  dotnet run -c Release --project bench/Brief -- FIRST_SEED COUNT
// Seeds 1 to 999 were used while the brief was made; a figure of how good it is comes from others.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var first = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100;
var quick = args.Contains("quick");

Console.WriteLine($"Seeds {first} to {first + count - 1}; 60 sellers, 75 deals a year each, 16 of them weak in one thing: value ×0.7, cycle ×1.5, volume ×0.6, odds as stated.");
Console.WriteLine();
Console.WriteLine("| years | harmless spread (SD) | odds ratio | recall | false share | recall: win rate | value | cycle | volume | false per company: win / value / cycle / volume |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
foreach (var years in (int[])[5, 2])
    foreach (var ordinary in (double[])[0, 0.1])
        foreach (var odds in quick ? (double[])[0.5, 0.67] : [0.5, 0.67, 0.8])
        {
            var score = Run(seed => new Company(seed, weak: true, years, ordinary: ordinary, planted: new Planted(odds)));
            Console.WriteLine($"| {years} | {ordinary:0.0} | {odds:0.00} | {score.Recall:0.000} | {score.FalseShare:0.000} | {score.Recalls()} | {score.Falses()} |");
        }

Console.WriteLine();
Console.WriteLine("Companies in which nobody is weak:");
Console.WriteLine();
Console.WriteLine("| years | harmless spread (SD) | companies said to differ or naming someone | false flags per company |");
Console.WriteLine("|---|---|---|---|");
foreach (var years in (int[])[5, 2])
    foreach (var ordinary in (double[])[0, 0.1])
    {
        var score = Run(seed => new Company(seed, weak: false, years, ordinary: ordinary));
        Console.WriteLine($"| {years} | {ordinary:0.0} | {(double)score.Named / score.Companies:0.00} | {(double)score.FalseFlags / score.Companies:0.00} |");
    }

Score Run(Func<int, Company> make)
{
    var score = new Score();
    Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
    {
        var company = make(seed);
        var verdict = Brief.Of(company.Deals, BriefWindow.UpTo(company.End, company.Start));
        lock (score) score.Add(company, verdict);
    });
    return score;
}
