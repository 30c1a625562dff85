using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Processes;

public sealed class DemoLessonTests
{
    [Theory, OnBoth]
    public async Task In_the_demo_company_large_deals_that_showed_the_planted_step_are_won_more_often_and_none_is_won_past_what_binds(Engine engine)
    {
        var (host, made) = await Invented.OnAsync(engine);
        await using var scope = host.Services.AsSystem(made.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var figures = await StepFigures.SinceAsync(db, await Ways.FreshAsync(db, default), DateOnly.MinValue, default);
        var large = figures.Where(f => f.Process is "Large deals").ToList();
        Assert.True(large.Single(f => f.Act is "Tried it on their own figures").Difference is { Low: > 0 }, $"{large.Single(f => f.Act is "Tried it on their own figures")}");
        Assert.DoesNotContain(large, f => f.Act is not "Tried it on their own figures" and not "Signs" && f.Difference is { Low: > 0.05 });
        // Each step is asked for, and each is shown of some and passed of others, but for the one that binds.
        Assert.All(large.Where(f => f.Act is not "Agreed on a day to begin"), f => Assert.True(f.Shown > 0 && f.Without + f.WonPast > 0, $"{f}"));
        Assert.Equal(0, large.Single(f => f.Act is "Agreed on a day to begin").WonPast);
        var binding = await db.ProcessSteps.Where(s => s.IsBinding).Select(s => s.Id).SingleAsync();
        var (won, evidence) = (db.Opportunities.Where(o => o.End == StageEnd.Won && o.ProcessId != null), db.StageEvidence);
        Assert.True(await won.AnyAsync());
        Assert.False(await won.AnyAsync(o => !evidence.Any(e => e.OpportunityId == o.Id && e.StepId == binding)));
    }
}
