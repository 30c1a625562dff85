using System.Net;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Faults;

/// <summary>PostgreSQL that goes away and comes back.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task Pages_panels_and_programs_are_told_in_plain_words_and_everything_works_when_it_is_back()
    {
        var (wire, host) = await Hosts.OnWireAsync();
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        await ana.PlainBrowser.PageAsync("/accounts");
        wire.Cut();

        var page = await ToldAsync(await ana.PlainBrowser.GetAsync("/accounts"));
        Assert.Contains("The database cannot be reached just now. Nothing was lost.", page);
        Assert.Contains("<!DOCTYPE html>", page);
        var posted = await ToldAsync(await ana.PlainBrowser.PostFormAsync("/accounts", ("Name", "Hafen Nord")));
        Assert.Contains("What you typed is one step back in your browser", posted);
        var panel = await ToldAsync(await ana.Browser.PostFormAsync("/accounts", ("Name", "Hafen Nord")));
        Assert.Equal("<p data-notice>The database cannot be reached just now. Nothing was saved; what you typed is still here. Try again in a moment.</p>", panel);
        var problem = await ana.Program.GetAsync("/api/accounts");
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
        await ToldAsync(problem);

        wire.Mend();
        Assert.Equal(HttpStatusCode.OK, (await ana.PlainBrowser.GetAsync("/accounts")).StatusCode);
        Assert.True((await ana.PlainBrowser.PostFormAsync("/accounts", ("Name", "Hafen Nord"))).StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther);
        Assert.Contains("Hafen Nord", await ana.PlainBrowser.PageAsync("/accounts?all=1"));
        await host.App.DisposeAsync();
        await wire.DisposeAsync();
    }

    [Fact]
    public async Task An_import_that_lost_its_database_goes_on_behind_its_last_batch()
    {
        var (wire, host) = await Hosts.OnWireAsync();
        var tenant = await host.TenantAsync();
        var path = Generated.File("deals.csv", Generated.Header + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i}\n")));
        var run = await tenant.WithRunner(async r => await r.StartAsync("deals.csv", await r.LookAsync(path, default), ImportOptions.Yes, default));
        var cut = await Assert.ThrowsAnyAsync<Exception>(() => tenant.WithRunner(r => r.ResumeAsync(run, new CutAfter(1_000, wire), default)));
        Assert.Equal(OutageKind.Away, Outage.Of(cut));
        wire.Mend();
        // The first to ask finds the broken connections; they go with it.
        await host.Server.CreateClient().GetAsync("/health/ready");
        Assert.InRange(await tenant.InDb(db => db.Deals().CountAsync()), 1, 4_999);
        var result = await tenant.WithRunner(r => r.ResumeAsync(run, null, default));
        Assert.Equal((5_000, 5_000, true), (await tenant.InDb(db => db.Deals().CountAsync()), result.CreatedByKind["opportunity"], result.Agrees));
        await host.App.DisposeAsync();
        await wire.DisposeAsync();
    }

    [Fact]
    public async Task A_job_at_work_is_taken_up_again_when_its_database_is_back()
    {
        var hook = new Hook();
        var (wire, host) = await Hosts.OnWireAsync(s => s.AddSingleton(hook).AddScoped<IJobHandler, CountAccounts>());
        hook.Do = wire.Cut;
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var id = await ana.InDb(async db =>
        {
            var job = db.Ask(CountAccounts.JobKind);
            await db.SaveChangesAsync();
            return job.Id;
        });
        await host.Services.GetRequiredService<JobRunner>().DoNextAsync(ana.Tenant.Id, default);
        wire.Mend();
        await host.Server.CreateClient().GetAsync("/health/ready");
        hook.Do = () => { };
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await ana.Tenant.DoDueAsync();
        Assert.Equal((JobState.Done, 2), await ana.Tenant.InDb(db => db.Rows<Job>().Where(j => j.Id == id).Select(j => new ValueTuple<JobState, int>(j.State, j.Attempts)).SingleAsync()));
        await host.App.DisposeAsync();
        await wire.DisposeAsync();
    }

    /// <summary>The answer to an outage: 503, when to try again, and nothing of what failed inside.</summary>
    internal static async Task<string> ToldAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        foreach (var inside in new[] { "Npgsql", "Sqlite", "Exception", "127.0.0.1", " at Coxswain" }) Assert.DoesNotContain(inside, text);
        return text;
    }

    private sealed class CutAfter(int rows, Wire wire) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done >= rows) wire.Cut();
        }
    }

    private sealed class Hook
    {
        public Action Do { get; set; } = () => { };
    }

    private sealed class CountAccounts(Hook hook, AppDb db) : IJobHandler
    {
        public const string JobKind = "test.count";
        public string Kind => JobKind;
        public string Label => "Counting";

        public async Task RunAsync(JobAtWork job, CancellationToken ct)
        {
            hook.Do();
            await db.AccountRows().CountAsync(ct);
        }
    }
}
