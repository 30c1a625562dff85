using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>The tips for the viewer to decide on, those they heard themselves, and how all of them went.</summary>
internal static class ListTips
{
    private const int Latest = 20;

    public static async Task<Outcome<TipsView>> Do(ListRequest input, AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct)
    {
        var (me, today) = (db.Viewer.PersonId, await ListTasks.TodayAsync(db, clock, ct));
        var (seen, since) = (TipView.Seen(db), today.AddYears(-1));
        // However many are heard meanwhile, what waits for the viewer is read by itself: who waited longest comes first.
        var waiting = await List(db).PageAsync(db, Waiting(db), new ListRequest { Sort = "heard", After = input.After }, ct);
        var latest = seen.AsNoTracking().Where(t => t.HeardOn >= since || t.State == TipState.Waiting).OrderByDescending(t => t.HeardOn).ThenByDescending(t => t.Id);
        var mine = await latest.Where(t => t.OwnerId == me).Take(Latest).Select(TipView.Reading(db)).ToListAsync(ct);
        var others = await latest.Where(t => t.OwnerId != me && (t.ToId != me || t.State != TipState.Waiting)).Take(Latest).Select(TipView.Reading(db)).ToListAsync(ct);
        var known = await KnownAsync([.. mine, .. others], db, outcomes, ct);
        var year = seen.Where(t => t.HeardOn >= since);
        var counts = await year.GroupBy(_ => 1).Select(g => new { Heard = g.Count(), Taken = g.Sum(t => t.State == TipState.Accepted ? 1 : 0) }).SingleOrDefaultAsync(ct);
        return new TipsView
        {
            ToDecide = waiting.Rows, Waiting = waiting.Count, NextHref = waiting.Next is { } next ? "/tips".With("after", next) : null, IsFirst = input.After is null,
            Mine = [.. known.Take(mine.Count)], Others = [.. known.Skip(mine.Count)], Heard = counts?.Heard ?? 0, Taken = counts?.Taken ?? 0,
            Won = counts is { Taken: > 0 } && outcomes.FirstOrDefault() is { } told ? await told.WonAsync(db, year.Where(t => t.OpportunityId != null).Select(t => t.OpportunityId), ct) : 0,
            Me = me, Today = today, MayHear = db.Viewer.May(Permission.EditCustomers), MayDecide = db.Viewer.May(Permission.EditFunnel),
        };
    }

    /// <summary>Those the viewer is to decide on.</summary>
    internal static IQueryable<Tip> Waiting(AppDb db)
    {
        var me = db.Viewer.PersonId;
        return db.Rows<Tip>().Where(t => t.ToId == me && t.State == TipState.Waiting);
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
    public static Task<Outcome<TipsView>> Again(OfOne input, AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct) => Do(new ListRequest(), db, outcomes, clock, ct);

    /// <summary>The tips as data, the latest first.</summary>
    public static async Task<Outcome<ListPage<TipView>>> Read(ListRequest input, AppDb db, IEnumerable<IDealOutcomes> outcomes, CancellationToken ct)
    {
        var page = await List(db).DataAsync(db, TipView.Seen(db), input, ct);
        return page with { Rows = await KnownAsync(page.Rows, db, outcomes, ct) };
    }

    private static ListOf<Tip, TipView> List(AppDb db) => new(db.Reaches.Fields, Kinds.Tip,
    [
        new ListColumn<Tip, TipView, DateOnly>(t => t.HeardOn) { Id = "heard", Label = () => T("When"), Kind = ColumnKind.Date, Cell = _ => null },
        new ListColumn<Tip, TipView, TipState>(t => t.State) { Id = "state", Label = () => T("State"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Tip, TipView, Guid>(t => t.AccountId) { Id = "account", Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Tip, TipView, Guid>(t => t.OwnerId) { Id = "owner", Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null, AsKey = Mine.AsKey(db) },
        new ListColumn<Tip, TipView, Guid>(t => t.ToId) { Id = "to", Label = () => T("Who decides"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null, AsKey = Mine.AsKey(db) },
    ], TipView.Reading(db), "-heard");
}

/// <summary>Tips as their page shows them.</summary>
public sealed record TipsView
{
    /// <summary>A page of those the viewer is to decide on, who waited longest first.</summary>
    public required IReadOnlyList<TipView> ToDecide { get; init; }

    /// <summary>All of those.</summary>
    public required int Waiting { get; init; }
    public string? NextHref { get; init; }
    public bool IsFirst { get; init; }

    /// <summary>The latest the viewer heard.</summary>
    public required IReadOnlyList<TipView> Mine { get; init; }
    public required IReadOnlyList<TipView> Others { get; init; }

    /// <summary>Heard within a year; likewise the next two.</summary>
    public required int Heard { get; init; }
    public required int Taken { get; init; }
    public required int Won { get; init; }
    public required Guid Me { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayHear { get; init; }
    public required bool MayDecide { get; init; }

    public bool IsEmpty => Waiting + Mine.Count + Others.Count + Heard == 0;

    /// <summary>The viewer had a part in it, so that its credit is theirs to ask about.</summary>
    public bool Asks(TipView tip) => tip.OwnerId == Me || tip.ToId == Me;
}
