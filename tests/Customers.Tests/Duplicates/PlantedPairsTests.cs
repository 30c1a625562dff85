using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Duplicates;

/// <summary>How well the demo company's planted doubles are found, and how few of those that only look so are offered.</summary>
public sealed class PlantedPairsTests(ITestOutputHelper output)
{
    private const double Precision = 0.98, Recall = 0.9;

    [Theory, OnBoth]
    public async Task Nine_of_ten_planted_doubles_are_found_and_all_but_one_of_fifty_that_are_offered_are_one(Engine engine)
    {
        foreach (var seed in engine is Engine.Sqlite ? (int[])[1, 2, 3] : [5, 8])
        {
            var (db, scope, truth) = await DemoAsync(engine, seed);
            await using var _ = scope;
            var hard = truth.Count(t => !t.AreOne) / (double)truth.Count;
            Assert.True(hard >= 0.3, $"{hard:P0} only look so");
            var found = new HashSet<(Guid, Guid)>();
            foreach (var kind in Compared.All.Where(k => k.Kind != Kinds.Lead)) found.UnionWith((await FindDuplicates.FindAsync(db, kind, null, default)).Keys);
            // Everything that is offered counts, also what the invention made by itself.
            var figures = Measured(truth, found);
            output.WriteLine($"seed {seed}: precision {figures.Precision:0.000}, recall {figures.Recall:0.000}, {truth.Count} planted, {hard:P0} of them two, {found.Count} offered");
            foreach (var missed in truth.Where(t => t.AreOne != found.Contains(DuplicatePair.InOrder(t.First, t.Second)))) output.WriteLine($"  {missed.Kind}, {missed.How}");
            Assert.True(figures is { Precision: >= Precision, Recall: >= Recall }, $"seed {seed}: {figures}");
        }
    }

    [Theory, OnBoth]
    public async Task A_judge_that_looks_away_from_what_speaks_against_or_from_slips_fails_the_same_measure(Engine engine)
    {
        var (db, scope, truth) = await DemoAsync(engine, 4);
        await using var _ = scope;
        var verdicts = new Dictionary<(Guid, Guid), Verdict>();
        var companies = (await Compared.CompaniesAsync(db.Rows<Account>(), default)).ToDictionary(c => c.Id);
        var people = (await Compared.ContactsAsync(db, db.Rows<Contact>(), default)).ToDictionary(c => c.Id);
        foreach (var pair in truth) verdicts[DuplicatePair.InOrder(pair.First, pair.Second)] = pair.Kind == Kinds.Account ? companies[pair.First].To(companies[pair.Second]) : people[pair.First].To(people[pair.Second]);
        Assert.True(Judged(s => s) is { Precision: >= Precision, Recall: >= Recall });
        Assert.True(Judged(s => s.Where(x => x.Points > 0)).Precision < Precision);
        Assert.True(Judged(s => s.Where(x => x.Sign is not (Sign.OtherForm or Sign.OtherGeneration))).Precision < Precision);
        Assert.True(Judged(s => s.Where(x => x.Sign is not Sign.NearName)).Recall < Recall);
        Assert.True(Judged(s => s.Where(x => x.Sign is not (Sign.SameMail or Sign.SameMobile or Sign.SameSite))).Recall < Recall);

        Figures Judged(Func<IEnumerable<(Sign Sign, int Points)>, IEnumerable<(Sign Sign, int Points)>> look) =>
            Measured(truth, [.. verdicts.Where(v => new Verdict([.. look(v.Value.Signs)]).IsOffered).Select(v => v.Key)]);
    }

    private static Figures Measured(IReadOnlyList<PlantedPair> truth, HashSet<(Guid, Guid)> found)
    {
        var one = truth.Where(t => t.AreOne).Select(t => DuplicatePair.InOrder(t.First, t.Second)).ToHashSet();
        var right = one.Count(found.Contains);
        return new(found.Count == 0 ? 0 : right / (double)found.Count, right / (double)one.Count);
    }

    private static async Task<(AppDb Db, AsyncServiceScope Scope, IReadOnlyList<PlantedPair> Truth)> DemoAsync(Engine engine, int seed)
    {
        // A company is written in great pieces: beside others' tests it would keep them waiting.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "doubles"));
        var made = await DemoCompany.CreateAsync(host.Services, new CompanyPlan { Until = new DateOnly(2026, 7, 24), Seed = seed }.With(300), default);
        var scope = host.Services.AsSystem(made.TenantId);
        return (scope.ServiceProvider.GetRequiredService<AppDb>(), scope, made.Truth.Pairs);
    }

    private sealed record Figures(double Precision, double Recall);
}
