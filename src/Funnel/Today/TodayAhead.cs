using Coxswain.Customers;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What is ahead of the viewer: meetings to prepare or to tell of, and contracts that can end. In one statement.</summary>
internal sealed record TodayAhead(IReadOnlyList<TodayMeeting> Meetings, IReadOnlyList<TodayContract> Contracts)
{
    private const int MostMeetings = 5, MeetingDays = 2, ToldDays = 7;

    public static TodayAhead None { get; } = new([], []);

    public static async Task<TodayAhead> ReadAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var lines = (await RowsOfMeetings(db, day).Concat(RowsOfContracts(db, day)).ToListAsync(ct)).OrderBy(l => l.On).ThenBy(l => l.StartsAt is null).ThenBy(l => l.StartsAt).ThenBy(l => l.Id).ToLookup(l => l.IsContract);
        // A column that is nothing at all has no type on PostgreSQL where rows are read together: who does not see amounts is told none here.
        var seesAmount = !db.Reaches.Fields.Hidden(Kinds.Contract).Contains(nameof(Contract.PerYear));
        return new(
            [.. lines[false].Select(l => new TodayMeeting { Id = l.Id, DealId = l.DealId, Deal = l.Name, Account = l.Account, On = l.On, StartsAt = l.StartsAt, Reason = l.Text, Best = l.Best, BestBy = l.BestBy, Says = l.Says, IsAgreed = l.IsAgreed })],
            [.. lines[true].Select(l => new TodayContract { Id = l.Id, Name = l.Name, Account = l.Account, NoticeOn = l.On, Minor = seesAmount ? l.Minor : null, Currency = l.Text })]);
    }

    // One that was held is asked about until somebody tells how it went, or nobody would know any more.
    private static IQueryable<Line> RowsOfMeetings(AppDb db, DateOnly day)
    {
        var (deals, accounts, lines, debriefs, from, until) = (db.Opportunities, db.AccountRows(), db.MeetingLines, db.Debriefs, day.AddDays(-ToldDays), day.AddDays(MeetingDays));
        return db.MeetingPlans.Where(m => m.On >= from && m.On <= until && !debriefs.Any(d => d.MeetingPlanId == m.Id)).Join(deals, m => m.OpportunityId, o => o.Id, (m, o) => new { Meeting = m, Deal = o })
            .Where(x => x.Deal.OwnerId == db.Viewer.PersonId || lines.Any(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId)).OrderBy(x => x.Meeting.On).ThenBy(x => x.Meeting.StartsAt == null).ThenBy(x => x.Meeting.StartsAt).ThenBy(x => x.Meeting.Id).Take(MostMeetings)
            .Select(x => new Line
            {
                IsContract = false, Id = x.Meeting.Id, DealId = x.Deal.Id, Name = x.Deal.Name, Account = accounts.Where(a => a.Id == x.Deal.AccountId).Select(a => a.Name).FirstOrDefault(), On = x.Meeting.On, StartsAt = x.Meeting.StartsAt, Text = x.Meeting.Reason, Best = x.Meeting.Best, BestBy = x.Meeting.BestBy,
                Says = lines.Where(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId && l.Kind != MeetingLineKind.They && l.Kind != MeetingLineKind.We).OrderBy(l => l.Id).Select(l => l.Text).FirstOrDefault(), IsAgreed = x.Meeting.AgreedOn != null, Minor = (long?)x.Meeting.Version,
            });
    }

    // From the first day on which notice is said to be due, until a renewal is open or the day is over.
    private static IQueryable<Line> RowsOfContracts(AppDb db, DateOnly day)
    {
        var (accounts, renewals, deals, all, until) = (db.AccountRows(), db.ContractRenewals, db.Rows<Opportunity>(), db.Rows<Contract>(), day.AddDays(Contract.Ahead));
        return db.Contracts.Where(c => c.OwnerId == db.Viewer.PersonId && c.NoticeOn >= day && c.NoticeOn <= until && c.StartsOn <= day && !renewals.Any(r => r.ContractId == c.Id && r.TermEndsOn == c.EndsOn && deals.Any(o => o.Id == r.OpportunityId)) && !all.Any(n => n.FollowsId == c.Id))
            .OrderBy(c => c.NoticeOn).ThenBy(c => c.Id).Take(TodayView.Shown)
            .Select(c => new Line { IsContract = true, Id = c.Id, DealId = c.Id, Name = c.Name, Account = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault(), On = c.NoticeOn!.Value, StartsAt = TimeOnly.MinValue, Text = c.Currency, Best = null, BestBy = c.NoticeOn, Says = null, IsAgreed = false, Minor = c.PerYear });
    }

    private sealed class Line
    {
        public required bool IsContract { get; init; }
        public required Guid Id { get; init; }

        /// <summary>Of a contract its own key, since rows read together have the same columns.</summary>
        public required Guid DealId { get; init; }
        public required string Name { get; init; }
        public required string? Account { get; init; }
        public required DateOnly On { get; init; }

        /// <summary>When a meeting begins, and by when they would take its best step; of a contract whatever is of the same kind.</summary>
        public required TimeOnly? StartsAt { get; init; }
        public required DateOnly? BestBy { get; init; }

        /// <summary>Why they give us the time, or the currency of a contract.</summary>
        public required string Text { get; init; }
        public required string? Best { get; init; }
        public required string? Says { get; init; }
        public required bool IsAgreed { get; init; }
        public required long? Minor { get; init; }
    }
}
