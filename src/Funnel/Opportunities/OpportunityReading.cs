using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Reads opportunities with the names beside them, in one statement.</summary>
internal static class OpportunityReading
{
    public static IQueryable<OpportunityView> Views(this AppDb db, IQueryable<Opportunity> rows) => rows.Select(Reading(db));

    /// <summary>One of them, as far as the viewer sees it; null where they do not.</summary>
    public static async Task<OpportunityView?> DealAsync(this AppDb db, Guid id, CancellationToken ct) => (await ByKey.ToListAsync(db, new(id), ct)).SingleOrDefault();

    private static readonly Prepared<OneDeal, OpportunityView> ByKey = new((db, one) => db.Views(db.Opportunities.AsNoTracking().Where(o => o.Id == one.Id)), db => db.SeesAllRecords());

    private sealed record OneDeal(Guid Id);

    public static Expression<Func<Opportunity, OpportunityView>> Reading(AppDb db)
    {
        var (accounts, people, stages, steps) = (db.AccountRows(), db.PersonRows(), db.Stages, db.OpenTasksAbout(Kinds.Opportunity));
        return db.Seen<Opportunity, OpportunityView>(o => new OpportunityView
        {
            Id = o.Id, Version = o.Version, SourceId = o.SourceId, CustomFields = o.CustomFields, Name = o.Name, AccountId = o.AccountId, OwnerId = o.OwnerId, StageId = o.StageId, End = o.End, Category = o.Category, Business = o.Business,
            Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, OpenedOn = o.OpenedOn, ClosedOn = o.ClosedOn, Source = o.Source, ClosedBecause = o.ClosedBecause, PriceListId = o.PriceListId, ProcessId = o.ProcessId, FollowsSince = o.FollowsSince, StageSince = o.StageSince,
            AccountName = accounts.Where(a => a.Id == o.AccountId).Select(a => a.Name).FirstOrDefault(),
            OwnerName = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault(),
            StageName = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).First(),
            NextStep = steps.Where(t => t.AboutId == o.Id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).Select(t => t.Title).FirstOrDefault(),
            NextStepOn = steps.Where(t => t.AboutId == o.Id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).Select(t => t.DueOn).FirstOrDefault(),
        });
    }
}
