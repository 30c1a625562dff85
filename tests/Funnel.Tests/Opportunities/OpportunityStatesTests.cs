using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class OpportunityStatesTests
{
    [Theory, OnBoth]
    public async Task A_new_deal_is_in_its_stage_from_now_on(Engine engine)
    {
        var (ana, stages, deal) = await DealAsync(engine);
        var state = Assert.Single(await StatesAsync(ana));
        Assert.Equal((stages[0].Id, StageEnd.Open, 4_200_00L), (state.StageId!.Value, state.End, state.Amount!.Value));
        Assert.Null(state.To);
        Assert.Equal(state.Id, (await ana.InDb(db => db.Opportunities.SingleAsync(o => o.Id == deal))).StateId);
    }

    [Theory, OnBoth]
    public async Task Moving_a_deal_ends_one_interval_and_begins_the_next_at_the_same_instant(Engine engine)
    {
        var (ana, stages, deal) = await DealAsync(engine);
        await ChangeAsync(ana, deal, (o, now) => o.MoveTo(stages[1], stages[0].Name, now));
        var states = await StatesAsync(ana);
        Assert.Equal(2, states.Count);
        Assert.Equal(states[1].From, states[0].To);
        Assert.Equal(stages[1].Id, states[1].StageId);
        var moved = await ana.InDb(db => db.Rows<Event>().SingleAsync(e => e.Kind == "opportunity.moved"));
        Assert.Contains(stages[1].Name, moved.Data);
        // As stored, not as reckoned from the two ends when it is read: a past day looks there.
        var kept = await ana.InDb(db => db.OpportunityStates.OrderBy(s => s.Id).Select(s => s.Bucket).ToListAsync());
        Assert.Equal([IntervalBucket.Of(states[0].From, states[0].To), IntervalBucket.Unended], kept);
    }

    [Theory, OnBoth]
    public async Task Of_a_clock_set_back_no_interval_is_turned_round(Engine engine)
    {
        // A host of its own: its clock goes back.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "back"));
        var (ana, stages, deal) = await DealAsync(host);
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(-2));
        await ChangeAsync(ana, deal, (o, now) => o.MoveTo(stages[1], stages[0].Name, now));
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(3));
        await ChangeAsync(ana, deal, (o, now) => o.MoveTo(stages[2], stages[1].Name, now));
        var states = (await StatesAsync(ana)).OrderBy(s => s.To is null).ThenBy(s => s.To).ThenBy(s => s.From).ToList();
        Assert.Equal(stages.Take(3).Select(s => s.Id), states.Select(s => s.StageId!.Value));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromHours(1)], states.Take(2).Select(s => s.To!.Value - s.From));
    }

    [Theory, OnBoth]
    public async Task A_change_of_the_name_alone_begins_no_interval(Engine engine)
    {
        var (ana, _, deal) = await DealAsync(engine);
        await ChangeAsync(ana, deal, (o, _) => o.Name = "Renamed");
        Assert.Single(await StatesAsync(ana));
    }

    [Theory, OnBoth]
    public async Task The_funnel_of_a_past_day_shows_what_was_true_then(Engine engine)
    {
        var (ana, stages, _) = await DealAsync(engine);
        var imported = new Opportunity
        {
            Name = "Old", OwnerId = ana.Id, StageId = stages.Single(s => s.End is StageEnd.Won).Id, End = StageEnd.Won, Currency = "EUR", Amount = 900_00,
            OpenedOn = new DateOnly(2025, 1, 10), ClosedOn = new DateOnly(2025, 3, 1),
        };
        OpportunityHistory.Reconstruct(imported, new DateOnly(2025, 12, 31), new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
        await ana.Tenant.SaveAsync(imported);

        Assert.Empty(await AsOf(ana, 2025, 1, 9));
        var open = Assert.Single(await AsOf(ana, 2025, 2, 1));
        Assert.Equal((StageEnd.Open, (Guid?)null, (long?)null), (open.End, open.StageId, open.Amount));
        var won = Assert.Single(await AsOf(ana, 2025, 3, 1));
        Assert.Equal((StageEnd.Won, 900_00L), (won.End, won.Amount!.Value));
    }

    [Theory, OnBoth]
    public async Task A_backdated_change_rewrites_the_past_we_show_and_keeps_the_past_we_knew(Engine engine)
    {
        var (ana, stages, deal) = await DealAsync(engine, openedOn: new DateOnly(2026, 1, 1));
        var lost = stages.Single(s => s.End is StageEnd.Lost);
        var since = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);
        await ana.InDb(async db =>
        {
            var opportunity = await db.Opportunities.SingleAsync(o => o.Id == deal);
            opportunity.MoveTo(lost, stages[0].Name, since);
            await OpportunityHistory.BackdateAsync(db, opportunity, since, new DateTime(2026, 7, 24, 10, 0, 0, DateTimeKind.Utc), default);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(StageEnd.Open, Assert.Single(await AsOf(ana, 2026, 4, 30)).End);
        Assert.Equal(StageEnd.Lost, Assert.Single(await AsOf(ana, 2026, 6, 1)).End);
        var superseded = Assert.Single((await ana.InDb(db => db.OpportunityStates.ToListAsync())), s => s.SupersededAt is not null);
        Assert.Equal(StageEnd.Open, superseded.End);
    }

    [Theory, OnBoth]
    public async Task Bulk_writes_leave_the_same_intervals_as_saves(Engine engine)
    {
        var (ana, stages, _) = await DealAsync(engine);
        var rows = Enumerable.Range(1, 50).Select(i => New(ana, stages[0], $"Bulk {i}")).ToList();
        await ana.InDb(async db => { await db.InsertManyAsync(rows, default); return true; });
        Assert.Equal(51, (await StatesAsync(ana)).Count);
        Assert.Equal(51, await ana.InDb(db => db.Rows<Event>().CountAsync(e => e.Kind == "opportunity.created")));
        await ChangeAsync(ana, rows[7].Id, (o, _) => o.Amount = 1);
        Assert.Equal(52, (await StatesAsync(ana)).Count);
    }

    private static async Task<(TestViewer, IReadOnlyList<Stage>, Guid)> DealAsync(Engine engine, DateOnly? openedOn = null) => await DealAsync(await Host.On(engine), openedOn);

    private static async Task<(TestViewer, IReadOnlyList<Stage>, Guid)> DealAsync(Host host, DateOnly? openedOn = null)
    {
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var stages = DefaultStages.Make();
        await ana.Tenant.SaveAsync([.. stages]);
        var deal = New(ana, stages[0], "Yard planning", openedOn);
        await ana.Tenant.SaveAsync(deal);
        return (ana, stages, deal.Id);
    }

    private static Opportunity New(TestViewer owner, Stage stage, string name, DateOnly? openedOn = null) =>
        new() { Name = name, OwnerId = owner.Id, StageId = stage.Id, End = stage.End, Amount = 4_200_00, Currency = "EUR", OpenedOn = openedOn };

    private static Task ChangeAsync(TestViewer who, Guid id, Action<Opportunity, DateTime> change) => who.InDb(async db =>
    {
        change(await db.Opportunities.SingleAsync(o => o.Id == id), new DateTime(2026, 7, 24, 9, 30, 0, DateTimeKind.Utc));
        return await db.SaveChangesAsync();
    });

    private static Task<List<OpportunityState>> StatesAsync(TestViewer who) => who.InDb(db => db.OpportunityStates.AsNoTracking().OrderBy(s => s.Id).ToListAsync());

    private static Task<List<DealState>> AsOf(TestViewer who, int year, int month, int day) =>
        who.InDb(db => db.DealsAsOf(new DateTime(year, month, day, 12, 0, 0, DateTimeKind.Utc)).ToListAsync());
}
