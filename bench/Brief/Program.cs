using System.Globalization;
using Coxswain.Bench.Brief;
using Coxswain.Demo.Inventing;
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
Console.WriteLine("The demo company: 60 sellers, five years, of which the last ones count as stated (the product reads four); people come and go, the process has a fault.");
Console.WriteLine();
Head("years read | odds");
foreach (var (read, odds) in ((int, double)[])[(3, 0.5), (4, 0.5), (5, 0.5), (4, 0.67), (4, 0.8)])
{
    var score = Run(seed => new Company(new CompanyPlan { Seed = seed, Until = new DateOnly(2026, 6, 30), Planted = new Planted(odds) }), read);
    Row($"{read} | {odds:0.00}", score);
}

Console.WriteLine();
Console.WriteLine("Companies in which nobody comes or goes, over all of their years:");
Console.WriteLine();
Head("sellers | years | harmless spread (SD) | odds");
foreach (var (people, span, spread, odds) in Weak())
{
    var score = Run(seed => new Company(seed, weak: true, span, ordinary: spread, people: people, planted: new Planted(odds)));
    Row($"{people} | {span} | {spread:0.0} | {odds:0.00}", score);
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

void Head(string of)
{
    Console.WriteLine($"| {of} | recall | false share | wronged share | first sentence right | recall: win rate | value | cycle | volume | false flags per company: win rate / value / cycle / volume |");
    Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", of.Count(c => c == '|') + 10))}");
}

void Row(string of, Score score) =>
    Console.WriteLine($"| {of} | {score.Recall:0.000} | {score.FalseShare:0.000} | {score.WrongedShare:0.000} | {score.FirstSentenceRight:0.00} | {score.Recalls()} | {score.Falses()} |");

Score Run(Func<int, Company> make, int? years = null)
{
    var score = new Score();
    for (var seed = first; seed < first + count; seed++)
    {
        var company = make(seed);
        score.Add(company, Brief.Of(company.Deals, BriefWindow.UpTo(company.End, years is { } last ? company.End.AddYears(-last) : company.Start)));
    }

    return score;
}
