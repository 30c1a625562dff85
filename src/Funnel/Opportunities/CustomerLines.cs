using Coxswain.Funnel.Contracts;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Reads what an account bought and agreed to: its deals and its contracts.</summary>
internal static class CustomerLines
{
    private static readonly StageEnd[] Ends = [StageEnd.Open, StageEnd.Won, StageEnd.Lost, StageEnd.NoDecision];

    public static async Task<(IReadOnlyList<CustomerDeal> Deals, IReadOnlyList<AccountContract> Contracts)> ReadAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        var (deals, contracts) = (Deals(db, accountId), Contracts(db, accountId));
        // What a role does not see is read as nothing, which has no type when several are read as one.
        List<Line> lines = db.Reaches.Fields.Hidden(Kinds.Opportunity).Count + db.Reaches.Fields.Hidden(Kinds.Contract).Count == 0
            ? await deals.Concat(contracts).ToListAsync(ct) : [.. await deals.Seen(db).ToListAsync(ct), .. await contracts.Seen(db).ToListAsync(ct)];
        return (
            [.. lines.Where(l => !l.IsContract).OrderBy(l => l.Ended != 0).ThenByDescending(l => l.ClosedOn).ThenBy(l => l.CloseOn is null).ThenBy(l => l.CloseOn).ThenBy(l => l.Id)
                .Select(l => new CustomerDeal { Id = l.Id, AccountId = l.AccountId, Name = l.Name, End = Ends[l.Ended], Minor = l.Minor, Currency = l.Currency, CloseOn = l.CloseOn, ClosedOn = l.ClosedOn, StageName = l.More ?? "", OwnerName = l.OwnerName })],
            [.. lines.Where(l => l.IsContract).Select(l => new AccountContract { Id = l.Id, Name = l.Name, StartsOn = l.ClosedOn!.Value, EndsOn = l.CloseOn, RenewsMonths = l.Months, NoticeDays = l.Days, NoticeGivenOn = l.Third, Minor = l.Minor, Currency = l.Currency })]);
    }

    // Of a deal there is some number and day where only a contract has one, which nobody reads: the arms have to be of the same types on both databases.
    private static IQueryable<Line> Deals(AppDb db, Guid accountId)
    {
        var (people, stages) = (db.PersonRows(), db.Stages);
        return db.Opportunities.Where(o => o.AccountId == accountId).OrderBy(o => o.End != StageEnd.Open).ThenByDescending(o => o.ClosedOn).ThenBy(o => o.CloseOn == null).ThenBy(o => o.CloseOn).ThenBy(o => o.Id).Take(CustomerDealsView.Shown + 1).Select(o => new Line
        {
            IsContract = false, Id = o.Id, AccountId = o.AccountId, Name = o.Name, Ended = o.End == StageEnd.Open ? 0 : o.End == StageEnd.Won ? 1 : o.End == StageEnd.Lost ? 2 : 3, Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, ClosedOn = o.ClosedOn, Third = o.OpenedOn, Months = (int?)o.Version, Days = (int?)o.Version,
            More = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).FirstOrDefault(), OwnerName = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault(),
        });
    }

    private static IQueryable<Line> Contracts(AppDb db, Guid accountId) =>
        db.Contracts.Where(c => c.AccountId == accountId).OrderByDescending(c => c.EndsOn == null || c.RenewsMonths != null && c.NoticeGivenOn == null).ThenByDescending(c => c.EndsOn).ThenByDescending(c => c.Id).Take(AccountContractsView.Most + 1).Select(c => new Line
        {
            IsContract = true, Id = c.Id, AccountId = c.AccountId, Name = c.Name, Ended = 0, Minor = c.PerYear, Currency = c.Currency, CloseOn = c.EndsOn, ClosedOn = c.StartsOn, Third = c.NoticeGivenOn, Months = c.RenewsMonths, Days = c.NoticeDays, More = c.Name, OwnerName = c.Name,
        });

    private sealed class Line
    {
        public required bool IsContract { get; init; }
        public required Guid Id { get; init; }
        public required Guid? AccountId { get; init; }
        public required string Name { get; init; }

        /// <summary>How a deal ended, by its place in <see cref="Ends"/>: a constant of an enumeration has no one type in several arms.</summary>
        public required int Ended { get; init; }
        public required long? Minor { get; init; }
        public required string Currency { get; init; }

        /// <summary>Of a contract its last day.</summary>
        public required DateOnly? CloseOn { get; init; }

        /// <summary>Of a contract its first day.</summary>
        public required DateOnly? ClosedOn { get; init; }

        /// <summary>Of a contract the day notice was given.</summary>
        public required DateOnly? Third { get; init; }
        public required int? Months { get; init; }
        public required int? Days { get; init; }
        public required string? More { get; init; }
        public required string? OwnerName { get; init; }
    }
}
