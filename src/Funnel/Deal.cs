using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel;

/// <summary>What figures need of an opportunity. Composable: filter and group it further in SQL.</summary>
public sealed record Deal
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid StageId { get; init; }
    public required StageEnd End { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>; null is unknown.</summary>
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required string? Source { get; init; }
    public required Guid? ProductId { get; init; }
}

/// <summary>What a deal was in an interval, as we believe now.</summary>
public sealed record DealState
{
    public required Guid OpportunityId { get; init; }
    public required DateTime From { get; init; }
    public required DateTime? To { get; init; }
    public required Guid? StageId { get; init; }
    public required StageEnd End { get; init; }
    public required Guid OwnerId { get; init; }
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
}

/// <summary>A deal was in this stage, or at this end, from this moment on.</summary>
public sealed record StageMove(Guid OpportunityId, DateTime From, Guid? StageId, StageEnd End);

/// <summary>A named row of the funnel's lists: a stage or a product.</summary>
public sealed record NamedRow(Guid Id, string Name, string? Group, int Position);

/// <summary>The funnel as other modules may query it: limited to what the viewer may see.</summary>
public static class FunnelReads
{
    public static IQueryable<Deal> Deals(this AppDb db) => db.Opportunities.Select(o => new Deal
    {
        Id = o.Id, Name = o.Name, OwnerId = o.OwnerId, AccountId = o.AccountId, StageId = o.StageId, End = o.End, Amount = o.Amount, Currency = o.Currency,
        OpenedOn = o.OpenedOn, ClosedOn = o.ClosedOn, CloseOn = o.CloseOn, Source = o.Source, ProductId = o.MainProductId,
    }).Seen(db);

    /// <summary>What the visible deals answer in an own choice field; those that answer nothing are left out. Only for fields the viewer sees.</summary>
    public static IQueryable<FieldAnswer> DealAnswers(this AppDb db, CustomField field) => CustomSql.Answers(db.Opportunities, field);

    /// <summary>What the visible deals say in an own field that counts; those that say nothing are left out. Only for fields the viewer sees.</summary>
    public static IQueryable<FieldFigure> DealFigures(this AppDb db, CustomField field) => CustomSql.Figures(db.Opportunities, field);

    /// <summary>May the viewer see the deals of everyone, so that what they tell is the same for all such viewers?</summary>
    public static bool SeesAllDeals(this AppDb db) => db.Reaches.For(Kinds.Opportunity, AccessLevel.Read).Everyone;

    /// <summary>Each visible deal as it was at an instant, by what we believe now.</summary>
    public static IQueryable<DealState> DealsAsOf(this AppDb db, DateTime at) => db.StatesAt(at).Select(s => new DealState
    {
        OpportunityId = s.OpportunityId, From = s.From, To = s.To, StageId = s.StageId, End = s.End, OwnerId = s.OwnerId, Amount = s.Amount, Currency = s.Currency, CloseOn = s.CloseOn,
    }).Seen(db);

    /// <summary>The stages each visible deal went through, as we believe now: one deal after the other, each in order of time.</summary>
    public static IQueryable<StageMove> StageMoves(this AppDb db) => db.BelievedStates.OrderBy(s => s.OpportunityId).ThenBy(s => s.From).ThenBy(s => s.To == null).Select(s => new StageMove(s.OpportunityId, s.From, s.StageId, s.End));

    public static IQueryable<NamedRow> StageRows(this AppDb db) => db.Stages.OrderBy(s => s.Position).Select(s => new NamedRow(s.Id, s.Name, null, s.Position));

    public static IQueryable<NamedRow> ProductRows(this AppDb db) => db.Products.Select(p => new NamedRow(p.Id, p.Name, p.Family, 0));
}
