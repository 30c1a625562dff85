using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Jobs;

/// <summary>A kind of job whose doing a test writes down.</summary>
internal sealed class Works(Works.Book book, AppDb db) : IJobHandler
{
    public const string JobKind = "test.work";

    public string Kind => JobKind;
    public string Label => "Work";
    public Permission Needs => book.Needs;

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        book.Viewers.Add(db.Viewer);
        await book.Do(job, ct);
    }

    public Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct)
    {
        book.Ends.Add(end);
        return Task.CompletedTask;
    }

    /// <summary>What the job does, and who did it how often.</summary>
    public sealed class Book
    {
        public Func<JobAtWork, CancellationToken, Task> Do { get; set; } = (_, _) => Task.CompletedTask;
        public Permission Needs { get; set; } = Permission.Enter;
        public List<Viewer> Viewers { get; } = [];
        public List<JobState> Ends { get; } = [];
    }
}

/// <summary>Hosts that know that kind of job, and do it when told to.</summary>
internal static class Working
{
    public static Task<Host> HostAsync(Task<Database> database, Works.Book book) => Host.ByHandAsync(database, s => s.AddSingleton(book).AddScoped<IJobHandler, Works>());

    public static async Task<(TestTenant Tenant, Works.Book Book)> TenantAsync(Engine engine)
    {
        var book = new Works.Book();
        var host = await HostAsync(TestDatabases.MadeAsync(engine, "jobs"), book);
        return (await host.TenantAsync(), book);
    }

    public static Task<Guid> AskAsync(this TestViewer who, object? payload = null) => who.InDb(async db =>
    {
        var job = db.Ask(Works.JobKind, payload);
        await db.SaveChangesAsync();
        return job.Id;
    });

    public static Task<Job> JobAsync(this TestTenant tenant, Guid id) => tenant.InDb(db => db.Rows<Job>().AsNoTracking().SingleAsync(j => j.Id == id));

    /// <summary>Looks until the job is so; a test that never gets there is ended by its runner.</summary>
    public static async Task UntilAsync(this TestTenant tenant, Guid job, JobState state, int attempts = 1)
    {
        while (await tenant.JobAsync(job) is not { } now || now.State != state || now.Attempts != attempts) await Task.Yield();
    }

    /// <summary>The process that holds the job is dead, and its time is over.</summary>
    public static Task ForgetLeaseAsync(this TestTenant tenant, Guid job) =>
        tenant.InDb(db => db.Rows<Job>().Where(j => j.Id == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeaseUntil, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))));

    /// <summary>Changes a person as an act of the People module would.</summary>
    public static Task BecomeAsync(this TestTenant tenant, TestViewer who, string column, object value)
    {
        var id = tenant.Host.Database.Engine is Engine.Sqlite ? (object)who.Id.ToByteArray(true) : who.Id;
#pragma warning disable EF1002 // the column's name is written in the test
        return tenant.InDb((db, _) => db.Database.ExecuteSqlRawAsync($"UPDATE people SET {column} = {{0}} WHERE tenant_id = {{1}} AND id = {{2}}", value, tenant.Id, id));
#pragma warning restore EF1002
    }
}
