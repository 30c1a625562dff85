using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
namespace Coxswain.Web.Tests.Machines;

/// <summary>The example's balancer in front of processes that are only imitated.</summary>
public sealed class BalancerTests
{
    [Fact]
    public async Task One_that_is_too_busy_to_say_it_is_ready_is_still_asked_when_there_is_no_other()
    {
        Assert.SkipWhen(Balancer.Missing is not null, Balancer.Missing ?? "");
        var (port, busy, dead) = (Installation.FreePort(), Installation.FreePort(), Installation.FreePort());
        var asked = 0;
        var takenOut = new TaskCompletionSource();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{busy}");
        await using var imitated = builder.Build();
        imitated.MapGet("/health/ready", () =>
        {
            // Two answers take it out; a third is asked for when that has happened.
            if (Interlocked.Increment(ref asked) >= 3) takenOut.TrySetResult();
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
        imitated.MapGet("/contacts", () => "here");
        await imitated.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        await using (await Balancer.StartAsync(folder.FullName, port, [busy, dead]))
        {
            await takenOut.Task.WaitAsync(TimeSpan.FromMinutes(1));
            using var browser = new HttpClient();
            for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"http://127.0.0.1:{port}/contacts")).StatusCode);
        }
        folder.Delete(recursive: true);
    }
}
