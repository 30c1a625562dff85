namespace Coxswain.Demo.Inventing;

/// <summary>Decides who is who: weak, given what is hard to sell, come later, gone, or nothing out of the ordinary.</summary>
internal static class Casting
{
    private const int LateMonths = 18;

    public static IReadOnlyList<Seller> Of(CompanyPlan plan, Chance chance)
    {
        var order = chance.Shuffled(Enumerable.Range(0, plan.Sellers));
        var parts = Parts(plan).Take(plan.Sellers).ToList();
        var sellers = new Seller[plan.Sellers];
        for (var i = 0; i < order.Count; i++) sellers[order[i]] = Cast(order[i], i < parts.Count ? parts[i] : Part.Ordinary, plan);
        return sellers;
    }

    // The decoys before the rest of the weak, and one of each weakness first: a small company has some of everything.
    private static IEnumerable<Part> Parts(CompanyPlan plan) =>
    [
        .. Enumerable.Range(0, plan.WeakOfEach).SelectMany(_ => (Part[])[Part.Odds, Part.Value, Part.Cycle, Part.Volume]), .. Enumerable.Repeat(Part.Decoy, plan.Decoys),
        .. plan.HasTurnover ? Enumerable.Repeat(Part.Late, plan.Sellers / 12).Concat(Enumerable.Repeat(Part.Gone, plan.Sellers / 20)) : [],
    ];

    private static Seller Cast(int number, Part part, CompanyPlan plan)
    {
        var chance = new Chance(plan.Seed, (number + 1) * 1_000);
        Weakness? weak = part <= Part.Volume ? (Weakness)part : null;
        var seller = new Seller(number, plan, chance)
        {
            Weak = weak, WeakStage = weak is Weakness.Odds ? chance.Between(1, Course.Stages - 2) : null, IsDecoy = part is Part.Decoy,
            Products = part is Part.Decoy ? [0.05, 0.1, 0.25, 0.6] : Mix(Market.Products.Count, chance), Industries = Mix(Market.Industries.Count, chance), Sources = Mix(Market.Sources.Count, chance),
        };
        seller.Differ(plan);
        var months = plan.Years * 12;
        if (part is Part.Late) seller.From = plan.Began.AddMonths(months - Math.Min(months, chance.Between(6, LateMonths)));
        if (part is Part.Gone) seller.To = plan.Began.AddMonths(months * chance.Between(50, 85) / 100);
        return seller;
    }

    private static IReadOnlyList<double> Mix(int sorts, Chance chance) => [.. Enumerable.Range(0, sorts).Select(_ => 0.5 + chance.Share())];

    private enum Part { Odds, Value, Cycle, Volume, Decoy, Late, Gone, Ordinary }
}
