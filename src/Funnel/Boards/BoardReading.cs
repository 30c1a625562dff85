using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Boards;

/// <summary>How many open deals of one stage and currency there are, how many of them have an amount and a day, and what they come to.</summary>
internal sealed record BoardGroup(Guid? StageId, string Currency, int Count, int Known, int Dated, long Sum);

/// <summary>What stands over the columns of a board, and whose boards there are to look at.</summary>
internal sealed record BoardSums(IReadOnlyList<BoardGroup> Groups, IReadOnlyList<BoardOwner> Owners, int MoreOwners);

/// <summary>Reads a board in three statements, however many deals there are.</summary>
internal static class BoardReading
{
    /// <summary>The open stages in their order; retired ones named as a group of their own.</summary>
    public static Task<List<NamedRow>> StagesAsync(AppDb db, CancellationToken ct) =>
        db.Stages.Where(s => s.End == StageEnd.Open).OrderBy(s => s.Position).Select(s => new NamedRow(s.Id, s.Name, s.RetiredAt == null ? null : "retired", s.Position)).ToListAsync(ct);

    public static IQueryable<BoardDeal> Now(AppDb db)
    {
        var accounts = db.AccountRows();
        return db.Opportunities.Where(o => o.End == StageEnd.Open).Select(o => new BoardDeal
        {
            Id = o.Id, Version = o.Version, Name = o.Name, OwnerId = o.OwnerId, StageId = o.StageId, Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, StageSince = o.StageSince,
            Account = accounts.Where(a => a.Id == o.AccountId).Select(a => a.Name).FirstOrDefault(),
        }).Seen(db);
    }

    public static IQueryable<BoardDeal> Past(AppDb db, DateOnly day)
    {
        var accounts = db.AccountRows();
        return (from s in db.StatesAt(Standing.EndOf(day)) where s.End == StageEnd.Open join o in db.Opportunities on s.OpportunityId equals o.Id select new BoardDeal
        {
            Id = o.Id, Version = 0, Name = o.Name, OwnerId = s.OwnerId, StageId = s.StageId, Minor = s.Amount, Currency = s.Currency, CloseOn = s.CloseOn, StageSince = null,
            Account = accounts.Where(a => a.Id == o.AccountId).Select(a => a.Name).FirstOrDefault(),
        }).Seen(db);
    }

    /// <summary>Counted and summed once for all owners, who are many in a large organisation: those with the most deals are offered.</summary>
    public static async Task<BoardSums> SumsAsync(AppDb db, IQueryable<BoardDeal> deals, Guid? owner, CancellationToken ct)
    {
        var people = db.PersonRows();
        var rows = await (from d in deals group d by new { d.StageId, d.OwnerId, d.Currency } into g
                          select new { g.Key.StageId, g.Key.OwnerId, g.Key.Currency, Count = g.Count(), Known = g.Count(d => d.Minor != null), Dated = g.Count(d => d.CloseOn != null), Sum = g.Sum(d => d.Minor ?? 0) }).ToListAsync(ct);
        var groups = rows.Where(r => owner is null || r.OwnerId == owner).GroupBy(r => (r.StageId, r.Currency))
            .Select(g => new BoardGroup(g.Key.StageId, g.Key.Currency, g.Sum(r => r.Count), g.Sum(r => r.Known), g.Sum(r => r.Dated), g.Sum(r => r.Sum)));
        var counts = rows.GroupBy(r => r.OwnerId).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        var most = counts.OrderByDescending(c => c.Key == owner || c.Key == db.Viewer.PersonId).ThenByDescending(c => c.Value).ThenBy(c => c.Key).Take(BoardView.MostOwners).Select(c => c.Key).ToList();
        var names = await people.Where(p => most.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return new([.. groups], [.. names.Select(n => new BoardOwner(n.Id, n.Name, counts[n.Id]))], counts.Count - names.Count);
    }

    /// <summary>The first cards of each column, in one statement: each part is one walk along an index.</summary>
    public static async Task<IReadOnlyList<BoardDeal>> CardsAsync(AppDb db, IQueryable<BoardDeal> deals, IReadOnlyList<BoardGroup> groups, CancellationToken ct)
    {
        var columns = groups.GroupBy(g => g.StageId).SelectMany(g => Parts(deals.Where(d => d.StageId == g.Key), g.Sum(s => s.Dated), g.Sum(s => s.Count))).ToList();
        if (columns.Count == 0) return [];
        var cards = await columns.Aggregate((all, column) => all.Concat(column)).ToListAsync(ct);
        var reach = db.Viewer.May(Permission.EditFunnel) ? db.Reaches.For(Kinds.Opportunity, AccessLevel.Edit) : Reach.None;
        return [.. cards.Select(c => c with { MayMove = c.Version > 0 && reach.Includes(c.Id, c.OwnerId) }).OrderBy(c => c.CloseOn is null).ThenBy(c => c.CloseOn).ThenBy(c => c.Id)];
    }

    // The engines put rows without a day at different ends, and to sort them elsewhere is to sort them all: what is dated comes by the index, and the rest after it where there is room.
    private static IEnumerable<IQueryable<BoardDeal>> Parts(IQueryable<BoardDeal> column, int dated, int count)
    {
        if (dated > 0) yield return column.Where(d => d.CloseOn != null).OrderBy(d => d.CloseOn).ThenBy(d => d.Id).Take(BoardStage.MostCards);
        if (dated < BoardStage.MostCards && dated < count) yield return column.Where(d => d.CloseOn == null).OrderBy(d => d.Id).Take(BoardStage.MostCards - dated);
    }
}
