using Coxswain.Funnel.Negotiation;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Negotiation;

/// <summary>What the page of a negotiation asks of the database.</summary>
public sealed class NegotiationCostTests
{
    [Theory, OnBoth]
    public async Task The_page_sends_as_many_statements_for_many_lines_as_for_none_and_no_more_than_twelve(Engine engine)
    {
        var at = await NegotiationTests.OnAsync(engine);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        var few = (await at.Ana.StatementsAsync(at.Url)).Count;
        for (var i = 0; i < 12; i++) await at.Ana.Tenant.SaveAsync(new Concession { OpportunityId = at.Deal.Id, Give = $"Yard {i}", Currency = "EUR", Percent = 1, GrantedOn = new DateOnly(2026, 7, 1).AddDays(i), StageId = at.Deal.StageId }, new PriceAnchor { OpportunityId = at.Deal.Id, Side = PriceSide.Ours, Amount = 100 + i, Currency = "EUR", On = new DateOnly(2026, 7, 1) }, new SeenSign { OpportunityId = at.Deal.Id, Sign = FailingSigns.Own, Text = $"Sign {i}", On = new DateOnly(2026, 7, 1) });
        Assert.Equal(few, (await at.Ana.StatementsAsync(at.Url)).Count);
        Assert.InRange(few, 1, 12);
        Assert.InRange((await at.Ana.StatementsAsync(at.Deals)).Count, 1, 12);
    }
}
