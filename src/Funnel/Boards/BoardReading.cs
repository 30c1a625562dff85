using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Boards;

/// <summary>How many open deals of one stage, owner and currency there are, and what they come to.</summary>
internal sealed record BoardGroup(Guid? StageId, Guid OwnerId, string Owner, string Currency, int Count, int Known, long Sum);

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
        });
    }

    public static IQueryable<BoardDeal> Past(AppDb db, DateOnly day)
    {
        var accounts = db.AccountRows();
        return from s in db.StatesAt(Standing.EndOf(day)) where s.End == StageEnd.Open join o in db.Opportunities on s.OpportunityId equals o.Id select new BoardDeal
        {
            Id = o.Id, Version = 0, Name = o.Name, OwnerId = s.OwnerId, StageId = s.StageId, Minor = s.Amount, Currency = s.Currency, CloseOn = s.CloseOn, StageSince = null,
            Account = accounts.Where(a => a.Id == o.AccountId).Select(a => a.Name).FirstOrDefault(),
        };
    }

    public static Task<List<BoardGroup>> GroupsAsync(AppDb db, IQueryable<BoardDeal> deals, CancellationToken ct)
    {
        var people = db.PersonRows();
        return (from d in deals group d by new { d.StageId, d.OwnerId, d.Currency } into g
                select new BoardGroup(g.Key.StageId, g.Key.OwnerId, people.Where(p => p.Id == g.Key.OwnerId).Select(p => p.Name).First(), g.Key.Currency, g.Count(), g.Count(d => d.Minor != null), g.Sum(d => d.Minor ?? 0))).ToListAsync(ct);
    }

    /// <summary>The first cards of each column, in one statement: each part is one walk along an index.</summary>
    public static async Task<IReadOnlyList<BoardDeal>> CardsAsync(AppDb db, IQueryable<BoardDeal> deals, IReadOnlyList<NamedRow> stages, CancellationToken ct)
    {
        var columns = stages.Select(s => (Guid?)s.Id).Append(null).Select(id => deals.Where(d => d.StageId == id).OrderBy(d => d.CloseOn == null).ThenBy(d => d.CloseOn).ThenBy(d => d.Id).Take(BoardStage.MostCards));
        var cards = await columns.Aggregate((all, column) => all.Concat(column)).ToListAsync(ct);
        var reach = db.Viewer.May(Permission.EditFunnel) ? db.Reaches.For(Kinds.Opportunity, AccessLevel.Edit) : Reach.None;
        return [.. cards.Select(c => c with { MayMove = c.Version > 0 && reach.Includes(c.Id, c.OwnerId) }).OrderBy(c => c.CloseOn is null).ThenBy(c => c.CloseOn).ThenBy(c => c.Id)];
    }
}
