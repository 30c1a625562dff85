using Coxswain.Customers.Service.Rewards;
namespace Coxswain.Customers.Tests.Service;

public sealed class LedgerTests
{
    [Fact]
    public void A_fact_earns_by_the_rule_of_its_day_and_what_was_paid_stands_as_it_was_paid()
    {
        var (mia, first, later, paid) = (Guid.NewGuid(), Rule(10, new(2026, 1, 1), new(2026, 6, 1)), Rule(20, new(2026, 6, 1), null), Guid.NewGuid());
        EarningFact[] facts = [new(RewardFact.GoodRating, Guid.NewGuid(), mia, new(2025, 12, 31), 1, "too early"), new(RewardFact.GoodRating, Guid.NewGuid(), mia, new(2026, 5, 31), 1, "old rule"), new(RewardFact.GoodRating, Guid.NewGuid(), mia, new(2026, 6, 1), 1, "new rule"), new(RewardFact.GoodRating, paid, mia, new(2026, 4, 1), 1, "rated anew")];
        var line = new RewardLine { PayoutId = Guid.NewGuid(), PersonId = mia, Fact = RewardFact.GoodRating, FactId = paid, RuleId = first.Id, On = new(2026, 2, 3), Points = 7 };
        var lines = RewardLedger.Of(facts, [first, later], [(line, new DateOnly(2026, 2, 1))]);
        Assert.Equal([("new rule", 20, null), ("old rule", 10, null), ("rated anew", 7, new DateOnly(2026, 2, 1))], lines.Select(l => (l.Says!, l.Points, l.PaidWith)));
        Assert.All(lines, l => Assert.Equal(RewardAim.Care, l.Aim));
    }

    private static RewardRule Rule(int points, DateOnly from, DateOnly? until) => new() { Fact = RewardFact.GoodRating, Points = points, From = from, Until = until };
}
