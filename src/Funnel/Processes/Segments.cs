using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Which process new deals follow.</summary>
internal static class Segments
{
    /// <summary>Puts new deals on the first process that takes them; those that none takes follow the standard one.</summary>
    /// <param name="db">The database; the deals are not saved yet.</param>
    /// <param name="deals">The deals.</param>
    /// <param name="today">The day whose rates hold.</param>
    /// <param name="ct">Cancels.</param>
    public static Task FollowAsync(AppDb db, IReadOnlyCollection<Opportunity> deals, DateOnly today, CancellationToken ct) => FollowAsync(db, deals, (_, _) => true, today, ct);

    private static async Task FollowAsync(AppDb db, IReadOnlyCollection<Opportunity> deals, Func<SalesProcess, Opportunity, bool> asks, DateOnly today, CancellationToken ct)
    {
        if (deals.Count == 0) return;
        var selecting = await db.Processes.AsNoTracking().Where(p => p.RetiredAt == null && (p.FromAmount != null || p.Industry != null)).OrderBy(p => p.Position).ToListAsync(ct);
        if (selecting.Count == 0) return;
        var industries = selecting.Any(p => p.Industry is not null) ? await IndustriesAsync(db, [.. deals.Select(d => d.AccountId).OfType<Guid>().Distinct()], ct) : [];
        var currency = (await db.TenantAsync(ct)).Currency;
        var rates = await Rates.ReadAsync(db, currency, deals.Select(d => d.Currency), ct);
        foreach (var deal in deals) deal.ProcessId ??= selecting.FirstOrDefault(p => asks(p, deal) && Takes(p, deal))?.Id;

        bool Takes(SalesProcess process, Opportunity deal) =>
            (process.Industry is null || deal.AccountId is { } account && industries.GetValueOrDefault(account) is { } industry && Folding.Fold(industry) == Folding.Fold(process.Industry))
            && (process.FromAmount is not { } least || deal.Amount is { } amount && rates.Convert(amount, deal.Currency, today) >= Minor.ToMajor(least, currency));
    }

    /// <summary>The same for deals of which only now becomes known what a process asks for, the amount or the account; those already put on one, by hand too, stay.</summary>
    /// <param name="db">The database; the deals are not saved yet.</param>
    /// <param name="deals">The deals.</param>
    /// <param name="now">Since when it is known: they go by the edition that is in force then.</param>
    /// <param name="today">The day whose rates hold.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task LearnedAsync(AppDb db, IEnumerable<Opportunity> deals, DateTime now, DateOnly today, CancellationToken ct)
    {
        var came = deals.Where(d => d.ProcessId is null && d.End is StageEnd.Open).Select(d => (Deal: d, Amount: Came(db, d, o => o.Amount), Account: Came(db, d, o => o.AccountId))).Where(d => d.Amount || d.Account).ToDictionary(d => d.Deal);
        await FollowAsync(db, came.Keys, (process, deal) => came[deal].Amount && process.FromAmount is not null || came[deal].Account && process.Industry is not null, today, ct);
        foreach (var deal in came.Keys.Where(d => d.ProcessId is not null)) deal.FollowsSince = now;
    }

    /// <summary>That deals about to be saved follow another process than before, by deal: in words, and where it is undone.</summary>
    public static async Task<IReadOnlyDictionary<Opportunity, Notice>> SaidAsync(AppDb db, IEnumerable<Opportunity> deals, CancellationToken ct)
    {
        var put = deals.Where(d => db.Entry(d).Property(o => o.ProcessId) is { IsModified: true, CurrentValue: not null }).ToList();
        if (put.Count == 0) return new Dictionary<Opportunity, Notice>();
        // Only those are put that were on none, and so on the standard one.
        var all = await db.Processes.AsNoTracking().ToListAsync(ct);
        return put.ToDictionary(d => d, d => new Notice(T("It follows {0} now.", all.Single(p => p.Id == d.ProcessId).Name), all.FirstOrDefault(p => p.IsStandard) is { } standard ? FollowProcess.UrlOf(d.Id, standard.Id, null) : null));
    }

    private static bool Came<TValue>(AppDb db, Opportunity deal, System.Linq.Expressions.Expression<Func<Opportunity, TValue?>> field) where TValue : struct =>
        db.Entry(deal).Property(field) is { OriginalValue: null, CurrentValue: not null };

    private static async Task<Dictionary<Guid, string?>> IndustriesAsync(AppDb db, IReadOnlyList<Guid> accounts, CancellationToken ct) =>
        await db.AccountRows().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Industry }).ToDictionaryAsync(a => a.Id, a => a.Industry, ct);
}
