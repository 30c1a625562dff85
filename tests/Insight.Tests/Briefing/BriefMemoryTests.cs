using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Insight.Briefing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
namespace Coxswain.Insight.Tests.Briefing;

public sealed class BriefMemoryTests
{
    [Theory, OnBoth]
    public async Task What_is_quickly_worked_out_holds_the_last_save_and_is_not_worked_out_twice(Engine engine)
    {
        var (seller, stage, memory, question) = await AskAsync(engine, quick: true);
        var first = await memory.ReadAsync(question, default);
        Assert.Same(first.Verdict, (await memory.ReadAsync(question, default)).Verdict);
        await seller.Tenant.SaveAsync(Deal(seller, stage));
        var second = await memory.ReadAsync(question, default);
        Assert.Equal((0, 1, 0), (first.Verdict.Deals, second.Verdict.Deals, second.MinutesBehind));
    }

    [Theory, OnBoth]
    public async Task What_takes_long_is_shown_as_it_was_says_so_and_is_worked_out_once_beside(Engine engine)
    {
        var (seller, stage, memory, question) = await AskAsync(engine, quick: false);
        var asked = await Task.WhenAll(memory.ReadAsync(question, default), memory.ReadAsync(question, default));
        Assert.Same(asked[0].Verdict, asked[1].Verdict);
        await seller.Tenant.SaveAsync(Deal(seller, stage));
        // Not a twentieth of the time has gone by: nothing is begun anew.
        Assert.Equal((0, 1), Seen(await memory.ReadAsync(question, default)));
        Assert.True(memory.WorkingOn(question).IsCompleted);
        seller.Tenant.Host.Clock.Advance(TimeSpan.FromMinutes(12));
        Assert.Equal((0, 12), Seen(await memory.ReadAsync(question, default)));
        await memory.WorkingOn(question);
        Assert.Equal((1, 0), Seen(await memory.ReadAsync(question, default)));
    }

    [Theory, OnBoth]
    public async Task Who_does_not_wait_long_is_told_that_it_is_not_worked_out_yet_and_finds_it_later(Engine engine)
    {
        var (_, _, memory, question) = await AskAsync(engine, quick: false);
        Assert.Null(await memory.ReadAsync(question, TimeSpan.Zero, default));
        await memory.WorkingOn(question);
        Assert.NotNull(await memory.ReadAsync(question, TimeSpan.Zero, default));
    }

    private static (int Deals, int MinutesBehind) Seen(WholeBrief brief) => (brief.Verdict.Deals, brief.MinutesBehind);

    // A host of its own: its clock moves.
    private static async Task<(TestViewer, Stage, BriefMemory, BriefMemory.Question)> AskAsync(Engine engine, bool quick)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "memory"));
        var seller = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var stage = DefaultStages.Make()[0];
        await seller.Tenant.SaveAsync(stage);
        var memory = new BriefMemory(host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<Eras>(), host.Clock, NullLogger<BriefMemory>.Instance) { Quick = quick ? TimeSpan.MaxValue : TimeSpan.Zero };
        return (seller, stage, memory, new(seller.Tenant.Id, new DateOnly(2026, 7, 24), "EUR"));
    }

    private static Opportunity Deal(TestViewer seller, Stage stage) => new() { Name = "Yard", OwnerId = seller.Id, StageId = stage.Id, End = StageEnd.Open, Currency = "EUR", OpenedOn = new(2026, 7, 1) };
}
