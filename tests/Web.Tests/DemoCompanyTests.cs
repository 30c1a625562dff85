using System.Text.Json;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Insight.Briefing;
using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests;

public sealed class DemoCompanyTests
{
    private static readonly CompanyPlan Small = new() { Until = new DateOnly(2026, 7, 24), Sellers = 12, WeakOfEach = 1, Decoys = 1 };

    // A seed for each engine: bench/Brief runs a hundred.
    [Theory, OnBoth]
    public async Task The_brief_of_the_demo_company_names_those_who_are_weak_in_what_they_are_weak_in_and_nobody_else(Engine engine)
    {
        var host = await Host.On(engine);
        var made = await DemoCompany.CreateAsync(host.Services, Small with { Seed = engine is Engine.Sqlite ? 1 : 5 }, default);
        await using var scope = host.Services.CreateAsyncScope();
        var db = DbOf(scope, made);
        var brief = (await ReadBrief.Do(new ReadBrief.Input(), db, host.Services.GetRequiredService<BriefMemory>(), host.Clock, default)).View!;
        Assert.Equal(made.Truth.Weak.Select(w => (w.Name, w.Measure, w.Stage)).Order(), brief.Gaps.Select(g => (g.Name, Measure(g.Component), g.Stage)).Order());
        Assert.Equal([Role.Leader, Role.Manager, Role.Seller, Role.Support, Role.Admin], made.Entries.Select(e => e.Role));
        await HistoryIsWholeAsync(db);
        await TwoCustomersTakeAndDoNotActAsync(host, made);
        Assert.Equal(made.Truth.Consents, await ConsentsAsync(db, scope.ServiceProvider));
    }

    private static async Task TwoCustomersTakeAndDoNotActAsync(Host host, MadeCompany made)
    {
        Assert.Equal(2, made.Truth.Draining.Count);
        var leader = await new TestTenant(host, made.TenantId).PersonAsync(Role.Leader, "Lea Reuter");
        foreach (var account in made.Truth.Draining)
        {
            Assert.Contains("Much goes into them, and little comes back.", System.Net.WebUtility.HtmlDecode(await leader.PlainBrowser.PageAsync($"/accounts/{account}/effort")));
            Assert.Contains("little comes back", await leader.PlainBrowser.PageAsync($"/accounts/{account}"));
        }
    }

    // Asked of the book itself, contact by contact, as a sender would.
    private static async Task<PlantedConsents> ConsentsAsync(AppDb db, IServiceProvider services)
    {
        var (book, may, refused, stopped) = (services.GetServices<IConsentBook>().Single(), 0, 0, 0);
        foreach (var address in await db.Rows<Contact>().Where(c => c.Email != null).Select(c => c.Email!).ToListAsync())
        {
            var said = await book.AskAsync(db, address, Channel.Mail, Purpose.Newsletter, null, default);
            (may, stopped) = (may + (said.Why is null ? 1 : 0), stopped + (said.Why?.StartsWith("Nothing is sent to", StringComparison.Ordinal) is true ? 1 : 0));
        }
        refused = await db.Rows<ConsentEntry>().CountAsync(e => !e.IsGiven);
        return new PlantedConsents(may, refused, stopped);
    }

    // What a deal was from when to when, and what is written down of its changes, tell the same.
    private static async Task HistoryIsWholeAsync(AppDb db)
    {
        var moves = (await db.StageMoves().ToListAsync()).ToLookup(m => m.OpportunityId);
        var events = (await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectKind == "opportunity").ToListAsync()).ToLookup(e => e.SubjectId);
        Assert.True(moves.Count > 4_000);
        Assert.All(moves, deal => Assert.Equal(deal.Select(m => m.From).Order(), events[deal.Key].Select(e => e.OccurredAt).Order()));
        Assert.All(events.SelectMany(e => e), e => Assert.Equal(e.OccurredAt, e.RecordedAt));
        var first = JsonDocument.Parse(events.First().Single(e => e.Kind == "opportunity.created").Data).RootElement;
        Assert.Equal(JsonValueKind.Null, first.GetProperty("StageId")[0].ValueKind);
        Assert.Equal(moves[events.First().Key].MinBy(m => m.From)!.StageId, first.GetProperty("StageId")[1].GetGuid());
        var products = await db.Rows<Event>().AsNoTracking().Where(e => e.Kind == "opportunity-line.created").Select(e => e.OccurredAt).ToListAsync();
        Assert.True(products.Count > 4_000);
        Assert.All(events.SelectMany(e => e), e => Assert.True(e.OccurredAt <= Small.Until.ToDateTime(TimeOnly.MinValue), $"{e.Kind} at {e.OccurredAt:u}: the last day of the invented time has only begun"));
        Assert.All(products, at => Assert.True(DateOnly.FromDateTime(at) <= Small.Until, $"a product was put in at {at:u}, behind the end of the invented time"));
    }

    [Fact]
    public void The_same_seed_invents_the_same_company_and_another_seed_another()
    {
        Assert.Equal(Summary(Small), Summary(Small));
        Assert.NotEqual(Summary(Small), Summary(Small with { Seed = 2 }));
    }

    [Theory, InlineData(150), InlineData(4_321), InlineData(30_000)]
    public void A_company_of_a_given_size_has_exactly_so_many_deals(int deals)
    {
        var company = new InventedCompany(new CompanyPlan { Until = Small.Until }.With(deals));
        Assert.Equal(deals, company.Deals().Count());
        Assert.All(company.Deals(), d => Assert.True(d.Closed is null || d.Closed <= Small.Until));
    }

    [Fact]
    public void Someone_who_sells_closes_sixty_deals_a_year()
    {
        var company = new InventedCompany(new CompanyPlan { Until = Small.Until });
        var closed = company.Deals().Where(d => d.Closed is not null).CountBy(d => d.Seller.Number).ToDictionary();
        Assert.All(company.Sellers.Where(s => s.Weak is not Weakness.Volume && s.To is null && s.From == company.Plan.Began), s => Assert.True(closed[s.Number] >= 60 * company.Plan.Years, $"{closed[s.Number]}"));
    }

    [Fact]
    public async Task The_demo_command_writes_what_was_planted_and_is_told_what_it_cannot_make()
    {
        var cox = await Prompt.OnAsync(Engine.Sqlite);
        var file = cox.File("truth.json");
        await cox.DoAsync("demo", "--no-serve", "--opportunities", "400", "--until", "2026-06-30", "--seed", "7", "--truth", file);
        var truth = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((7, "2026-06-30", 400, 4), (truth.GetProperty("seed").GetInt32(), truth.GetProperty("until").GetString(), truth.GetProperty("deals").GetInt32(), truth.GetProperty("weak").GetArrayLength()));
        Assert.Equal(400, (await cox.RowsAsync())["opportunities"]);
        Assert.Contains("made already", (await cox.CoxAsync("demo", "--no-serve", "--truth", file)).Failure());
        Assert.Contains("--until takes a day", (await cox.CoxAsync("demo", "--until", "tomorrow")).Failure());
        Assert.Contains("--opportunities takes", (await cox.CoxAsync("demo", "--opportunities", "3")).Failure());
    }

    private static AppDb DbOf(AsyncServiceScope scope, MadeCompany made)
    {
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(made.TenantId));
        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    private static string Summary(CompanyPlan plan) =>
        string.Join('\n', new InventedCompany(plan).Deals().Select(d => $"{d.Seller.Number} {d.Opened} {d.Product} {d.Amount} {d.Ending} {d.Closed} {string.Join(',', d.Reached)}"));

    private static string Measure(Component component) => component switch
    {
        Component.WinRate => "win_rate",
        Component.Value => "won_value_average",
        Component.Cycle => "cycle_days",
        _ => "volume",
    };
}
