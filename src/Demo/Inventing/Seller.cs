namespace Coxswain.Demo.Inventing;

/// <summary>Someone who sells, with what is truly different about them.</summary>
public sealed class Seller
{
    private readonly Dictionary<Weakness, double> _effects = [];

    internal Seller(int number, CompanyPlan plan, Chance chance) => (Number, Chance, From, Team) = (number, chance, plan.Began, number / TeamSize);

    public const int TeamSize = 10;

    public int Number { get; }

    /// <summary>The team at the end, counted from 0; teams are of ten.</summary>
    public int Team { get; }

    /// <summary>First day here.</summary>
    public DateOnly From { get; internal set; }

    /// <summary>Last day here; null for those who stayed.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>What was planted in this person; null for nothing.</summary>
    public Weakness? Weak { get; internal init; }

    /// <summary>Where the extra deals of someone weak in winning are lost, counted from the first stage a deal can be lost at.</summary>
    public int? WeakStage { get; internal init; }

    /// <summary>Given mostly what is hard to sell: looks weak, is not.</summary>
    public bool IsDecoy { get; internal init; }

    /// <summary>Of the month being invented: deals of a month are the same however often they are asked for.</summary>
    internal Chance Chance { get; private set; }

    internal IReadOnlyList<double> Products { get; init; } = [];

    internal IReadOnlyList<double> Industries { get; init; } = [];

    internal IReadOnlyList<double> Sources { get; init; } = [];

    /// <summary>How far this person truly lies from an ordinary one, planted or harmless: added to the log of odds, amount, days or number.</summary>
    public double Effect(Weakness of) => _effects[of];

    internal void Begin(int seed, int month) => Chance = new Chance(seed, (Number + 1) * 1_000 + month + 1);

    internal void Differ(CompanyPlan plan)
    {
        foreach (var of in Enum.GetValues<Weakness>()) _effects[of] = (Weak == of ? Math.Log(Multiple(plan.Planted, of)) : 0) + Chance.Normal() * plan.HarmlessSpread;
    }

    private static double Multiple(Planted planted, Weakness of) => of switch
    {
        Weakness.Odds => planted.Odds,
        Weakness.Value => planted.Value,
        Weakness.Cycle => planted.Cycle,
        _ => planted.Volume,
    };
}
