using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Jobs;

public sealed class JobTests
{
    [Theory, OnBoth]
    public async Task A_job_is_done_once_as_who_asked_with_the_role_they_have_now(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var job = await ana.AskAsync(new[] { 1, 2 });
        await tenant.BecomeAsync(ana, "role", Role.Manager.ToString());
        book.Do = (work, _) => { Assert.Equal([1, 2], work.Job.Read<int[]>()); work.Report(2, 2); return Task.CompletedTask; };
        await tenant.DoDueAsync();
        await tenant.DoDueAsync();
        var did = Assert.Single(book.Viewers);
        Assert.Equal((tenant.Id, ana.Id, Role.Manager, "Ana Okafor"), (did.TenantId, did.PersonId, did.Role, did.Name));
        var done = await tenant.JobAsync(job);
        Assert.Equal((JobState.Done, 2L, 2L, 1), (done.State, done.Done, done.Total, done.Attempts));
    }

    [Theory, OnBoth]
    public async Task A_job_that_is_asked_for_in_a_save_that_fails_is_never_done(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tenant.InDb(db => db.InOneTransactionAsync(async () =>
        {
            db.Ask(Works.JobKind);
            await db.SaveChangesAsync();
            return await Task.FromException<bool>(new InvalidOperationException());
        }, default)));
        await tenant.DoDueAsync();
        Assert.Empty(book.Viewers);
        Assert.Equal(0, await tenant.InDb(db => db.Rows<Job>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_fails_is_tried_again_after_longer_and_longer_pauses_and_waits_for_a_person_in_the_end(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        book.Do = (_, _) => throw new InvalidOperationException("the tide was out");
        var job = await ana.AskAsync();
        foreach (var (attempt, pause) in new[] { (1, 10), (2, 40), (3, 160), (4, 640) })
        {
            await tenant.DoDueAsync();
            var waits = await tenant.JobAsync(job);
            Assert.Equal((JobState.Waiting, attempt), (waits.State, waits.Attempts));
            Assert.Contains("the tide was out", waits.Cause);
            Assert.Equal(tenant.Host.Clock.GetUtcNow().UtcDateTime.AddSeconds(pause), waits.NextTryAt);
            tenant.Host.Clock.Advance(TimeSpan.FromSeconds(pause));
        }
        await tenant.DoDueAsync();
        Assert.Equal(JobState.Failed, (await tenant.JobAsync(job)).State);
        Assert.Equal([JobState.Failed], book.Ends);
        tenant.Host.Clock.Advance(TimeSpan.FromDays(7));
        await tenant.DoDueAsync();
        Assert.Equal(5, book.Viewers.Count);
    }

    [Theory, OnBoth]
    public async Task Someone_who_has_left_or_lost_the_permission_has_nothing_done_in_their_name_and_the_row_says_so(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var (ana, ben) = (await tenant.PersonAsync(Role.Manager, "Ana Okafor"), await tenant.PersonAsync(Role.Manager, "Ben Ito"));
        book.Needs = Permission.Import;
        var (gone, demoted) = (await ana.AskAsync(), await ben.AskAsync());
        await tenant.BecomeAsync(ana, "left_at", new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        await tenant.BecomeAsync(ben, "role", Role.Seller.ToString());
        await tenant.DoDueAsync();
        Assert.Empty(book.Viewers);
        Assert.Contains("no longer here", (await tenant.JobAsync(gone)).Cause);
        var refused = await tenant.JobAsync(demoted);
        Assert.Equal((JobState.Failed, true), (refused.State, refused.Cause!.Contains("Ben Ito may no longer do this")));
    }

    [Theory, OnBoth]
    public async Task A_job_nobody_asks_for_cannot_be_asked_for(Engine engine)
    {
        var (tenant, _) = await Working.TenantAsync(engine);
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<AppDb>().Ask(Works.JobKind));
    }

    [Theory, OnBoth]
    public async Task Of_two_processes_that_look_at_once_one_gets_the_job(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var other = await Working.HostAsync(Task.FromResult(tenant.Host.Database), book);
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var done = 0;
        book.Do = async (_, _) => { Interlocked.Increment(ref done); await Task.Yield(); };
        for (var i = 0; i < 20; i++) await ana.AskAsync();
        await Task.WhenAll(Task.Run(tenant.DoDueAsync), Task.Run(other.Tenant(tenant.Id).DoDueAsync), Task.Run(tenant.DoDueAsync));
        Assert.Equal(20, done);
        Assert.Equal(20, await tenant.InDb(db => db.Rows<Job>().CountAsync(j => j.State == JobState.Done && j.Attempts == 1)));
    }

    [Theory, OnBoth]
    public async Task What_a_dead_process_had_in_hand_is_taken_up_by_another_once_its_time_is_over(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var job = await ana.AskAsync();
        book.Do = (_, _) => new TaskCompletionSource().Task;
        var dead = tenant.DoDueAsync();
        await tenant.UntilAsync(job, JobState.Running);

        var alive = new Works.Book();
        var other = await Working.HostAsync(Task.FromResult(tenant.Host.Database), alive);
        await other.Tenant(tenant.Id).DoDueAsync();
        Assert.Empty(alive.Viewers);
        other.Clock.Advance(new JobSettings().Lease);
        await other.Tenant(tenant.Id).DoDueAsync();
        Assert.Single(alive.Viewers);
        var done = await tenant.JobAsync(job);
        Assert.Equal((JobState.Done, 2), (done.State, done.Attempts));
        Assert.False(dead.IsCompleted);
    }

    [Theory, OnBoth]
    public async Task A_clock_set_ahead_begins_no_job_beside_itself(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var job = await (await tenant.PersonAsync(Role.Seller, "Ana Okafor")).AskAsync();
        var end = new TaskCompletionSource();
        book.Do = (_, _) => end.Task;
        var work = tenant.DoDueAsync();
        await tenant.UntilAsync(job, JobState.Running);
        tenant.Host.Clock.AdjustTime(tenant.Host.Clock.GetUtcNow().AddHours(1));
        Assert.False(await tenant.Host.Services.GetRequiredService<JobRunner>().DoNextAsync(tenant.Id, default).WaitAsync(TimeSpan.FromSeconds(30)));
        end.SetResult();
        await work;
        Assert.Single(book.Viewers);
        Assert.Equal(1, (await tenant.JobAsync(job)).Attempts);
    }

    [Theory, OnBoth]
    public async Task A_clock_set_back_lets_no_job_wait_until_it_has_caught_up(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var (ana, clock) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor"), tenant.Host.Clock);
        clock.AdjustTime(clock.GetUtcNow().AddDays(2));
        book.Do = (_, _) => throw new InvalidOperationException("the tide was out");
        var failed = await ana.AskAsync();
        await tenant.DoDueAsync();
        var asked = await ana.AskAsync();
        book.Do = (_, _) => Task.CompletedTask;
        clock.AdjustTime(clock.GetUtcNow().AddDays(-2));
        await tenant.DoDueAsync();
        Assert.Equal([JobState.Done, JobState.Done], [(await tenant.JobAsync(failed)).State, (await tenant.JobAsync(asked)).State]);
    }

    [Theory, OnBoth]
    public async Task A_job_that_takes_its_process_down_again_and_again_is_given_up(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var job = await (await tenant.PersonAsync(Role.Seller, "Ana Okafor")).AskAsync();
        for (var life = 0; life < 5; life++)
        {
            book.Do = (_, _) => new TaskCompletionSource().Task;
            // A process of its own each time: one knows what it has in hand.
            _ = (await Working.HostAsync(Task.FromResult(tenant.Host.Database), book)).Tenant(tenant.Id).DoDueAsync();
            await tenant.UntilAsync(job, JobState.Running, attempts: life + 1);
            // Nobody gives signs of life for the dead: the clock of a host of its own moves on, the beats do not reach the database.
            await tenant.ForgetLeaseAsync(job);
        }
        await tenant.DoDueAsync();
        var failed = await tenant.JobAsync(job);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("5 times", failed.Cause);
    }

    [Theory, OnBoth]
    public async Task A_running_job_is_stopped_at_its_next_safe_place_and_a_waiting_one_before_it_begins(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var admin = await tenant.PersonAsync(Role.Admin, "Zoe Lind");
        var running = await admin.AskAsync();
        book.Do = (_, ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct);
        var work = tenant.DoDueAsync();
        await tenant.UntilAsync(running, JobState.Running);
        await admin.PlainBrowser.PostFormAsync($"/jobs/{running}/cancellations");
        await work;
        Assert.Equal(JobState.Cancelled, (await tenant.JobAsync(running)).State);

        var waiting = await admin.AskAsync();
        await admin.PlainBrowser.PostFormAsync($"/jobs/{waiting}/cancellations");
        await tenant.DoDueAsync();
        Assert.Equal(JobState.Cancelled, (await tenant.JobAsync(waiting)).State);
        Assert.Single(book.Viewers);
        Assert.Equal([JobState.Cancelled, JobState.Cancelled], book.Ends);
    }

    [Theory, OnBoth]
    public async Task A_process_that_ends_in_good_order_puts_its_job_back_for_the_next_start(Engine engine)
    {
        var (tenant, book) = await Working.TenantAsync(engine);
        var job = await (await tenant.PersonAsync(Role.Seller, "Ana Okafor")).AskAsync();
        using var end = new CancellationTokenSource();
        book.Do = (_, ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct);
        var work = tenant.Host.Services.GetRequiredService<JobRunner>().DoNextAsync(tenant.Id, end.Token);
        await tenant.UntilAsync(job, JobState.Running);
        await end.CancelAsync();
        await work;
        var back = await tenant.JobAsync(job);
        Assert.Equal((JobState.Waiting, 0, null), (back.State, back.Attempts, back.LeaseOwner));
    }
}
