using Coxswain.Funnel.Odds;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Odds;

public sealed class DemoChanceTests
{
    [Theory, OnBoth]
    public async Task In_the_demo_company_covering_those_who_decide_goes_with_winning_as_it_was_planted(Engine engine)
    {
        var (host, made) = await Invented.OnAsync(engine);
        await using var scope = host.Services.AsSystem(made.TenantId);
        var model = await ShowChance.ReadAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), Invented.Until, default);
        Assert.Equal(ChanceState.Tells, model.State);
        var coverage = model.Scores.Single(s => s.Score is PlanScore.Coverage);
        Assert.True(coverage.MoreWonLow > 0, $"{model.Deals} deals, {model.Won} won: {string.Join("; ", model.Scores)}");
    }
}
