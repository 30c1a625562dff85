using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;

namespace Coxswain.Insight.Tests.Diagnosis;

/// <summary>An invented company as the brief reads its deals, with who is weak in what. A thin reading of the demo's own.</summary>
internal sealed class Company
{
    private static readonly string[] Stages = ["New", "Qualify", "Discover", "Propose", "Decide"];
    private readonly InventedCompany _company;

    /// <param name="weak">False for a company without any difference between people.</param>
    /// <param name="ordinary">Spread (standard deviation of the log) of ordinary, harmless differences between people.</param>
    public Company(int seed, bool weak, int years = 5, double ordinary = 0, int people = 60, Planted? planted = null)
        : this(Plan(seed, weak) with { Years = years, HarmlessSpread = ordinary, Sellers = people, WeakOfEach = weak ? (people + 11) / 15 : 0, Decoys = weak ? people / 7 : 0, Planted = planted ?? new() }) { }

    public Company(CompanyPlan plan)
    {
        _company = new InventedCompany(plan);
        Deals = [.. _company.Deals().Select(Of)];
        foreach (var seller in _company.Sellers)
            foreach (var of in Enum.GetValues<Weakness>())
            {
                if (seller.Weak == of) Weak.Add((Name(seller), ComponentOf(of)));
                Truth[(Name(seller), ComponentOf(of))] = of is Weakness.Cycle ? -seller.Effect(of) : seller.Effect(of);
            }
    }

    public static CompanyPlan Plan(int seed, bool weak = true) => new() { Seed = seed, Until = new DateOnly(2025, 12, 31), HasTurnover = false, HasProcessFault = false, WeakOfEach = weak ? 2 : 0, Decoys = weak ? 4 : 0 };

    public DateOnly Start => _company.Plan.Began;

    public DateOnly End => _company.Plan.Until;

    public IReadOnlyList<BriefDeal> Deals { get; }

    public HashSet<(string Person, Component Component)> Weak { get; } = [];

    /// <summary>How far each person truly lies from an ordinary one, as a log ratio, better above 0: planted or harmless.</summary>
    public Dictionary<(string Person, Component Component), double> Truth { get; } = [];

    /// <summary>Those given mostly what is hard to sell.</summary>
    public IEnumerable<string> Decoys => _company.Sellers.Where(s => s.IsDecoy).Select(Name);

    /// <summary>Where someone weak in winning loses the extra deals.</summary>
    public string? StageOf(string person) => _company.Sellers.Single(s => Name(s) == person).WeakStage is { } stage ? Stages[stage] : null;

    private static BriefDeal Of(InventedDeal deal) => new(
        Name(deal.Seller), $"Team {deal.Seller.Team}", deal.ProductName, deal.IndustryName, deal.SourceName, EndingOf(deal.Ending), deal.Amount, deal.Opened, deal.Closed) { Exits = [.. Exits(deal)] };

    private static IEnumerable<StageExit> Exits(InventedDeal deal)
    {
        for (var i = 0; i < deal.Reached.Count; i++) yield return new(Stages[i], true);
        if (deal.Ending is not StageEnd.Open) yield return new(Stages[deal.Reached.Count], deal.Ending is StageEnd.Won);
    }

    private static string Name(Seller seller) => $"P{seller.Number:00}";

    private static Ending EndingOf(StageEnd end) => Enum.Parse<Ending>(end.ToString());

    private static Component ComponentOf(Weakness weakness) => weakness switch
    {
        Weakness.Odds => Component.WinRate,
        Weakness.Value => Component.Value,
        Weakness.Cycle => Component.Cycle,
        _ => Component.Volume,
    };
}
