using System.Globalization;
using Coxswain.Bench.Brief;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Tests.Diagnosis;

// Invented companies with known truth against the brief:  dotnet run -c Release --project bench/Brief -- FIRST_SEED COUNT
// docs/brief.md says which seeds were used while the brief was made: a figure of how good it is comes from others.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var first = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100;
var years = (int[])[5, 2];
var spreads = (double[])[0, 0.1];

Console.WriteLine($"Seeds {first} to {first + count - 1}. Sellers open 75 deals a year each; weak: value ×0.7, cycle ×1.5, volume ×0.6, odds of winning as stated.");
Console.WriteLine();
Console.WriteLine("| sellers | years | harmless spread (SD) | odds | recall | false share | wronged share | first sentence right | recall: win rate | value | cycle | volume | false flags per company: win rate / value / cycle / volume |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
foreach (var (people, span, spread, odds) in Weak())
{
    var score = Run(seed => new Company(seed, weak: true, span, ordinary: spread, people: people, planted: new Planted(odds)));
    Console.WriteLine($"| {people} | {span} | {spread:0.0} | {odds:0.00} | {score.Recall:0.000} | {score.FalseShare:0.000} | {score.WrongedShare:0.000} | {score.FirstSentenceRight:0.00} | {score.Recalls()} | {score.Falses()} |");
}

Console.WriteLine();
Console.WriteLine("Companies in which nobody is weak:");
Console.WriteLine();
Console.WriteLine("| sellers | years | harmless spread (SD) | companies in which someone is named | in which people are said to differ | flags per company | of these wronging |");
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (var (people, span, spread) in from p in (int[])[60, 20, 6, 3] from y in years from s in spreads select (p, y, s))
{
    var score = Run(seed => new Company(seed, weak: false, span, ordinary: spread, people: people));
    Console.WriteLine($"| {people} | {span} | {spread:0.0} | {score.NamedShare:0.00} | {score.DifferShare:0.00} | {score.FalsePerCompany:0.00} | {score.WrongedPerCompany:0.00} |");
}

IEnumerable<(int People, int Years, double Spread, double Odds)> Weak() =>
[
    .. from y in years from s in spreads from o in (double[])[0.5, 0.67, 0.8] select (60, y, s, o),
    .. from p in (int[])[20, 6, 3] from y in years from s in spreads select (p, y, s, 0.5),
];

Score Run(Func<int, Company> make)
{
    var score = new Score();
    for (var seed = first; seed < first + count; seed++)
    {
        var company = make(seed);
        score.Add(company, Brief.Of(company.Deals, BriefWindow.UpTo(company.End, company.Start)));
    }

    return score;
}
