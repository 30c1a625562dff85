using Coxswain.Demo;
using Coxswain.Insight.Briefing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests;

public sealed class DemoCompanyTests
{
    [Theory, OnBoth]
    public async Task The_brief_of_the_demo_company_finds_the_truth_that_was_planted_in_it(Engine engine)
    {
        var host = await Host.On(engine);
        var made = await DemoCompany.CreateAsync(host.Services, new DateOnly(2026, 7, 24), 1, default);

        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(made.TenantId));
        var brief = (await ReadBrief.Do(new ReadBrief.Input(), scope.ServiceProvider.GetRequiredService<AppDb>(), host.Clock, default)).View!;
        Assert.Equal(made.Truth.WeakSeller, Assert.Single(brief.Gaps).Name);
        Assert.Equal([Role.Admin, Role.Manager, Role.Seller], made.Entries.Select(e => e.Role));
    }
}
