using System.Security.Cryptography;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>Opens the shared plan of one deal to somebody who has a link and no account. Whatever is wrong with a link, it is answered alike.</summary>
internal sealed class SharedDoor(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>After so many links that lead nowhere an address waits.</summary>
    public const int WrongTries = 30;

    private readonly Tries _wrong = new(clock);

    private static string Wait => T("Too many links from here led nowhere. Try again in a quarter of an hour.");

    /// <param name="token">What stands in the address.</param>
    /// <param name="http">The request.</param>
    /// <param name="work">What is done with the plan.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<T>> OpenAsync<T>(string? token, HttpContext http, Func<OpenPlan, Task<Outcome<T>>> work, CancellationToken ct)
    {
        var headers = http.Response.Headers;
        (headers["Referrer-Policy"], headers["X-Robots-Tag"], headers.CacheControl) = ("no-referrer", "noindex, nofollow", "no-store");
        var from = Tries.From(http.Connection.RemoteIpAddress);
        if (_wrong.Count(from) >= WrongTries) return Outcome.TooMany(Wait);
        var (tenant, hash) = SharedToken.Read(token);
        await using var scope = scopes.AsSystem(tenant);
        if (await FindAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), hash, ct) is { } plan) return await work(plan);
        _wrong.Add(from);
        return Outcome.Missing;
    }

    /// <summary>The same for what a customer does there. Whoever works here is none of them, and of a deal that is decided nothing is asked any more.</summary>
    public Task<Outcome<TDone>> ActAsync<TDone>(string? token, HttpContext http, Func<OpenPlan, Task<Outcome<TDone>>> work, CancellationToken ct) => OpenAsync<TDone>(token, http, async plan =>
        http.RequestServices.GetRequiredService<CurrentViewer>().IsKnown ? Outcome.Refused(T("You are signed in here: what is done on this page counts as the customer's word. Note it in the deal."))
        : plan.IsDecided ? Outcome.Refused(T("This is decided: nothing more is noted here. Please write to us directly.")) : await work(plan), ct);

    // The same statement for every link, right or wrong: neither the answer nor its time tells how near one was.
    private async Task<OpenPlan?> FindAsync(AppDb db, byte[] hash, CancellationToken ct)
    {
        var (shelf, deals, tenant) = (SharedToken.Shelf(hash), db.Rows<Opportunity>(), db.Viewer.TenantId);
        var there = await (from link in db.SharedLinks.AsNoTracking()
                           join deal in deals on link.OpportunityId equals deal.Id
                           from own in db.Rows<Tenant>()
                           where link.Shelf == shelf && own.Id == tenant && own.SharesPlans
                           orderby link.Id
                           select new { Link = link, Deal = deal.Id, deal.ProcessId, deal.FollowsSince, deal.End, Own = own }).Take(5).ToListAsync(ct);
        foreach (var one in there)
            if (CryptographicOperations.FixedTimeEquals(one.Link.SecretHash, hash) && Standing.Of(one.Own, clock.GetUtcNow().UtcDateTime).Today is var today && one.Link.EndedAt is null && one.Link.Until >= today) return new OpenPlan(db, one.Own.Name, one.Link.Id, one.Deal, one.ProcessId, one.FollowsSince, one.Link.Until, today, one.End is not StageEnd.Open);
        return null;
    }
}

/// <summary>A plan that a link opened.</summary>
/// <param name="Db">Of its organisation, as the system: whoever came has no rights of their own.</param>
/// <param name="Organisation">What that is called.</param>
/// <param name="LinkId">The link.</param>
/// <param name="DealId">The one deal it leads to.</param>
/// <param name="ProcessId">The process of that.</param>
/// <param name="FollowsSince">Since when it follows that; null is since it came.</param>
/// <param name="Until">The last day of the link.</param>
/// <param name="Today">The day it is at the organisation.</param>
/// <param name="IsDecided">The deal has ended: it is read, and nothing is done any more.</param>
internal sealed record OpenPlan(AppDb Db, string Organisation, Guid LinkId, Guid DealId, Guid? ProcessId, DateTime? FollowsSince, DateOnly Until, DateOnly Today, bool IsDecided);
