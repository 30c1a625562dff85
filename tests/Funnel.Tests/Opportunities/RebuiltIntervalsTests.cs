using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class RebuiltIntervalsTests
{
    private static readonly string[] Watched = ["StageId", "OwnerId", "Amount", "Currency", "CloseOn", "Category"];

    private sealed record Span(DateTime From, DateTime? To, string Values);

    [Theory, OnBoth]
    public async Task Intervals_rebuilt_from_events_alone_differ_nowhere_from_those_kept(Engine engine)
    {
        // A host of its own: the clock moves between the changes.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "rebuilt"));
        var sales = await Sales.InAsync(host);
        var ben = await sales.Ana.Tenant.PersonAsync(Platform.Access.Role.Seller, "Ben Ito");
        var deals = new List<Opportunity>();
        for (var i = 0; i < 6; i++) deals.Add(await sales.DealAsync($"Deal {i}", amount: i == 3 ? null : i * 100, closeOn: i % 2 == 0 ? new DateOnly(2026, 9, 1 + i) : null));
        var random = new Random(7);
        for (var step = 1; step <= 90; step++) 
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await ChangeAsync(sales, deals[random.Next(deals.Count)].Id, random, ben.Id, host.Clock.GetUtcNow().UtcDateTime);
        }
        foreach (var deal in deals)
        {
            var kept = (await sales.Ana.InDb(db => db.OpportunityStates.AsNoTracking().Where(s => s.OpportunityId == deal.Id && s.SupersededAt == null).OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync()))
                .Select(s => new Span(s.From, s.To, Text(s.StageId, s.OwnerId, s.Amount, s.Currency, s.CloseOn?.ToString("yyyy-MM-dd"), s.Category is { } c ? (int)c : null))).Where(s => s.To != s.From).ToList();
            var rebuilt = await RebuiltAsync(sales, deal.Id);
            Assert.InRange(kept.Count, 4, 40);
            Assert.Equal(kept, rebuilt);
        }
    }

    private static async Task<List<Span>> RebuiltAsync(Sales sales, Guid id)
    {
        var events = await sales.Ana.InDb(db => db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.SubjectVersion).ToListAsync());
        var now = Watched.ToDictionary(f => f, _ => "");
        var spans = new List<Span>();
        foreach (var happened in events)
        {
            var changed = false;
            foreach (var (field, change) in await sales.Ana.InDb(db => Task.FromResult(EventData.Fields(db, happened).ToList())))
                if (Watched.Contains(field)) (now[field], changed) = (change!.Value.After.ToString(), true);
            if (!changed) continue;
            if (spans.Count > 0) spans[^1] = spans[^1] with { To = happened.OccurredAt };
            spans.Add(new Span(happened.OccurredAt, null, Text([.. Watched.Select(f => (object?)now[f])])));
        }
        return [.. spans.Where(s => s.To != s.From)];
    }

    private static Task<int> ChangeAsync(Sales sales, Guid id, Random random, Guid ben, DateTime at) => sales.Ana.InDb(async db =>
    {
        var deal = await db.Opportunities.SingleAsync(o => o.Id == id);
        switch (random.Next(7))
        {
            case 0: deal.Amount = random.Next(4) == 0 ? null : random.Next(1_000_000); break;
            case 1: deal.CloseOn = random.Next(4) == 0 ? null : new DateOnly(2026, 8, 1 + random.Next(28)); break;
            case 2: deal.OwnerId = deal.OwnerId == ben ? sales.Ana.Id : ben; break;
            case 3: deal.Name += "."; break;
            case 4: deal.Category = deal.Category is null ? ForecastCategory.Commit : null; break;
            default: deal.MoveTo(sales.Stages[random.Next(sales.Stages.Count)], "x", at); break;
        }
        return await db.SaveChangesAsync();
    });

    private static string Text(params object?[] values) => string.Join("|", values.Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
}
