using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>Makes the link that leads a customer to the shared plan of a deal. It is told once; the one before opens nothing any more.</summary>
internal static class MakeSharedLink
{
    public const int UsualDays = 90, MostDays = 366;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The last day it opens anything; in 90 days where nothing is said.</summary>
        public DateOnly? Until { get; init; }
    }

    public static async Task<Outcome<SharedLinkMade>> Do(Input input, AppDb db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (!await SharingIsOnAsync(db, ct)) return Outcome.Refused(T("Nothing is shared with customers by a link here until an administrator says so."));
        var (now, today) = (clock.GetUtcNow().UtcDateTime, (await Standing.ReadAsync(db, clock, ct)).Today);
        var until = input.Until ?? today.AddDays(UsualDays);
        var problems = new Problems().AddIf(until < today, "Until", T("This day is over.")).AddIf(until > today.AddDays(MostDays), "Until", T("A link opens for a year at most."))
            .AddIf(!await db.SharedSteps.AnyAsync(s => s.OpportunityId == deal!.Id, ct), "Until", T("There is nothing to read yet: put a step into the plan first."));
        if (problems.Any) return Outcome.Invalid(problems);
        foreach (var older in await db.SharedLinks.Where(l => l.OpportunityId == deal!.Id && l.EndedAt == null).ToListAsync(ct)) older.EndedAt = now;
        var (secret, hash) = SharedToken.Draw();
        var link = new SharedLink { OpportunityId = deal!.Id, Shelf = SharedToken.Shelf(hash), SecretHash = hash, MadeById = db.Viewer.PersonId, Until = until };
        db.Add(link);
        await db.SaveChangesAsync(ct);
        return new SharedLinkMade(link.Id, deal.Id, deal.Name, until, $"{http.Request.Scheme}://{http.Request.Host}/shared/{db.Viewer.TenantId}-{secret}");
    }

    // What stands in the database, not what a viewer came with: it may have been switched off since.
    private static Task<bool> SharingIsOnAsync(AppDb db, CancellationToken ct) => db.Rows<Tenant>().AnyAsync(t => t.Id == db.Viewer.TenantId && t.SharesPlans, ct);
}

/// <summary>Ends a link before its day.</summary>
internal static class EndSharedLink
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SharedSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.SharedLinks.SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } link) return Outcome.Missing;
        var (deal, no) = await db.OpportunityForChangeAsync(link.OpportunityId, ct);
        if (no is not null) return no;
        link.EndedAt ??= clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new SharedSaved(deal!.Id)).Saying(T("The link opens nothing any more."));
    }
}

/// <summary>A link, told once.</summary>
/// <param name="Id">Its key, to end it by.</param>
/// <param name="DealId">The deal.</param>
/// <param name="Deal">What that is called.</param>
/// <param name="Until">The last day it opens anything.</param>
/// <param name="Url">The whole address. It is kept nowhere.</param>
public sealed record SharedLinkMade(Guid Id, Guid DealId, string Deal, DateOnly Until, string Url) : Platform.Api.IToldOnce;
