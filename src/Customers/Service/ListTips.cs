using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service;

/// <summary>The tips for the viewer to decide on, those they heard themselves, and how all of them went.</summary>
internal static class ListTips
{
    private const int Most = 100;

    public static async Task<Outcome<TipsView>> Do(AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct)
    {
        var (me, today) = (db.Viewer.PersonId, await ListTasks.TodayAsync(db, clock, ct));
        var since = today.AddYears(-1);
        var rows = await TipView.Seen(db).AsNoTracking().Where(t => t.HeardOn >= since || t.State == TipState.Waiting).OrderByDescending(t => t.HeardOn).ThenByDescending(t => t.Id).Take(Most).Select(TipView.Reading(db)).ToListAsync(ct);
        var tips = await KnownAsync(rows, db, outcomes, ct);
        return new TipsView(tips, me, today, db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.EditFunnel));
    }

    /// <summary>With what became of their deals, as far as the viewer may see it.</summary>
    internal static async Task<IReadOnlyList<TipView>> KnownAsync(IReadOnlyList<TipView> rows, AppDb db, IEnumerable<IDealOutcomes> outcomes, CancellationToken ct, IReadOnlyDictionary<Guid, DealOutcome>? read = null)
    {
        var deals = rows.Select(r => r.OpportunityId).OfType<Guid>().ToList();
        var known = read is not null && deals.TrueForAll(read.ContainsKey) ? read : deals.Count > 0 && outcomes.FirstOrDefault() is { } told ? await told.OfAsync(db, deals, ct) : new Dictionary<Guid, DealOutcome>();
        return [.. rows.Select(r => r.OpportunityId is { } deal ? r with { Outcome = known.GetValueOrDefault(deal) } : r)];
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>One of them as data.</summary>
    public static async Task<Outcome<TipView>> One(OfOne input, AppDb db, IEnumerable<IDealOutcomes> outcomes, CancellationToken ct) =>
        await TipView.OneAsync(db, input.Id, ct) is { } tip ? (await KnownAsync([tip], db, outcomes, ct))[0] : Outcome.Missing;

    /// <summary>The same after a form of one of them was posted.</summary>
    public static Task<Outcome<TipsView>> Again(OfOne input, AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct) => Do(db, outcomes, clock, ct);

    /// <summary>The tips as data.</summary>
    public static async Task<Outcome<IReadOnlyList<TipView>>> Read(AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct) => Outcome.Done((await Do(db, outcomes, clock, ct)).View!.Tips);
}

/// <summary>Tips as their page shows them.</summary>
public sealed record TipsView(IReadOnlyList<TipView> Tips, Guid Me, DateOnly Today, bool MayHear, bool MayDecide)
{
    public IReadOnlyList<TipView> ToDecide => [.. Tips.Where(t => t.State is TipState.Waiting && t.ToId == Me)];

    public IReadOnlyList<TipView> Mine => [.. Tips.Where(t => t.OwnerId == Me)];

    public IReadOnlyList<TipView> Others => [.. Tips.Where(t => t.OwnerId != Me && !ToDecide.Contains(t))];

    /// <summary>The viewer had a part in it, so that its credit is theirs to ask about.</summary>
    public bool Asks(TipView tip) => tip.OwnerId == Me || tip.ToId == Me;

    public int Accepted => Tips.Count(t => t.State is TipState.Accepted);

    public int Won => Tips.Count(t => t.Outcome is { IsWon: true });
}
