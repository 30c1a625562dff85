using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Shared;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Efforts;

/// <summary>What somebody did: we for a customer, or the customer. What is late or was not kept is counted by itself, and hours stand beside both.</summary>
public enum EffortSort { Talked, Met, Wrote, Helped, Proposed, Prepared, Told, Came, Shown, Kept, Stepped, Confirmed, Bought, Late, Broken, Hours }

/// <summary>Something that was done for a customer or by them, on a day.</summary>
internal sealed class EffortLine
{
    /// <summary>An <see cref="EffortSort"/>: as a number, since rows read together are of one type on both databases.</summary>
    public required int Sort { get; init; }
    public required Guid Account { get; init; }
    public required Guid? Deal { get; init; }
    public required Guid Id { get; init; }
    public required DateOnly? On { get; init; }

    /// <summary>Minutes it took, of a talk and of help; hours, where it is about those; of the others nothing anybody reads.</summary>
    public required int? Minutes { get; init; }

    /// <summary>Who of us it was, of a talk and of help; of the others the row itself.</summary>
    public required Guid? Who { get; init; }
    public required string? Text { get; init; }
}

/// <summary>Reads what was done for customers and by them, out of what is recorded anyway: nobody notes anything for it.</summary>
internal static class EffortLines
{
    /// <summary>So many days are looked at: the day itself and those before it.</summary>
    public const int Days = 90;

    private const int Theirs = (int)EffortSort.Came, Beside = (int)EffortSort.Late;

    /// <summary>What counts: what we did and what they did.</summary>
    /// <param name="db">The database.</param>
    /// <param name="talks">Talks with accounts.</param>
    /// <param name="all">Deals to look at.</param>
    /// <param name="accounts">Whose.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static IQueryable<EffortLine> Done(AppDb db, IQueryable<InteractionAbout> talks, IQueryable<Opportunity> all, IReadOnlyCollection<Guid> accounts, DateOnly from, DateOnly to)
    {
        var deals = all.Where(o => accounts.Contains(o.AccountId!.Value));
        var (begin, end) = (from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var talked = talks.Where(i => accounts.Contains(i.AccountId!.Value) && i.OccurredAt >= begin && i.OccurredAt < end).Select(i => new EffortLine
        {
            Sort = i.Inbound == true ? (int)EffortSort.Came : i.Kind == InteractionKind.Meeting ? (int)EffortSort.Met : i.Kind == InteractionKind.Call ? (int)EffortSort.Talked : (int)EffortSort.Wrote,
            Account = i.AccountId!.Value, Deal = i.AboutId, Id = i.Id, On = DateOnly.FromDateTime(i.OccurredAt), Minutes = i.Minutes, Who = i.OwnerId, Text = i.Subject,
        });
        // What the customer ticked in the shared plan is a step they took, and shows the stage too: it counts once.
        var shown = db.StageEvidence.Where(e => e.On >= from && e.On <= to && e.SharedStepId == null).Join(deals, e => e.OpportunityId, o => o.Id, (e, o) => new EffortLine { Sort = (int)EffortSort.Shown, Account = o.AccountId!.Value, Deal = o.Id, Id = e.Id, On = e.On, Minutes = e.Version, Who = e.Id, Text = e.Text });
        var kept = db.DealAgreements.Where(a => a.Kept == true && a.KeptOn >= from && a.KeptOn <= to).Join(deals, a => a.OpportunityId, o => o.Id, (a, o) => new EffortLine { Sort = (int)EffortSort.Kept, Account = o.AccountId!.Value, Deal = o.Id, Id = a.Id, On = a.KeptOn, Minutes = a.Version, Who = a.Id, Text = a.Text });
        var stepped = db.SharedSteps.Where(s => s.Side == SharedSide.Theirs && s.DoneOn >= from && s.DoneOn <= to).Join(deals, s => s.OpportunityId, o => o.Id, (s, o) => new EffortLine { Sort = (int)EffortSort.Stepped, Account = o.AccountId!.Value, Deal = o.Id, Id = s.Id, On = s.DoneOn, Minutes = s.Version, Who = s.Id, Text = s.Title });
        var confirmed = db.DealIssues.Where(i => i.ConfirmedOn >= from && i.ConfirmedOn <= to).Join(deals, i => i.OpportunityId, o => o.Id, (i, o) => new EffortLine { Sort = (int)EffortSort.Confirmed, Account = o.AccountId!.Value, Deal = o.Id, Id = i.Id, On = i.ConfirmedOn, Minutes = i.Version, Who = i.Id, Text = i.Text });
        var bought = deals.Where(o => o.End == StageEnd.Won && o.ClosedOn >= from && o.ClosedOn <= to).Select(o => new EffortLine { Sort = (int)EffortSort.Bought, Account = o.AccountId!.Value, Deal = o.Id, Id = o.Id, On = o.ClosedOn, Minutes = o.Version, Who = o.Id, Text = o.Name });
        var proposed = db.Proposals.Where(p => p.SentOn >= from && p.SentOn <= to).Join(deals, p => p.OpportunityId, o => o.Id, (p, o) => new EffortLine { Sort = (int)EffortSort.Proposed, Account = o.AccountId!.Value, Deal = o.Id, Id = p.Id, On = p.SentOn, Minutes = p.Version, Who = p.Id, Text = o.Name });
        var prepared = db.MeetingPlans.Where(m => m.On >= from && m.On <= to).Join(deals, m => m.OpportunityId, o => o.Id, (m, o) => new EffortLine { Sort = (int)EffortSort.Prepared, Account = o.AccountId!.Value, Deal = o.Id, Id = m.Id, On = m.On, Minutes = m.Version, Who = m.Id, Text = m.Reason });
        var told = db.Debriefs.Where(d => d.On >= from && d.On <= to).Join(deals, d => d.OpportunityId, o => o.Id, (d, o) => new EffortLine { Sort = (int)EffortSort.Told, Account = o.AccountId!.Value, Deal = o.Id, Id = d.Id, On = d.On, Minutes = d.Version, Who = d.ToldById, Text = o.Name });
        // That help came is known to whoever sees the customer; what it was about is not.
        var helped = db.Rows<Help.HelpRequest>().Where(r => accounts.Contains(r.AccountId!.Value) && r.HelperId != null && r.AllocatedAt >= begin && r.AllocatedAt < end).Select(r => new EffortLine { Sort = (int)EffortSort.Helped, Account = r.AccountId!.Value, Deal = r.OpportunityId, Id = r.Id, On = DateOnly.FromDateTime(r.AllocatedAt!.Value), Minutes = r.Spent, Who = r.Id, Text = r.Currency });
        return talked.Concat(shown).Concat(kept).Concat(stepped).Concat(confirmed).Concat(bought).Concat(proposed).Concat(prepared).Concat(told).Concat(helped);
    }

    /// <summary>What they are late with or did not keep, and the hours that were stated: for the page of one customer.</summary>
    public static IQueryable<EffortLine> Besides(AppDb db, IQueryable<Opportunity> all, Guid account, DateOnly from, DateOnly to)
    {
        var deals = all.Where(o => o.AccountId == account);
        var late = db.DealAgreements.Where(a => a.Kept == null && a.DueOn < to).Join(deals.Where(o => o.End == StageEnd.Open), a => a.OpportunityId, o => o.Id, (a, o) => new EffortLine { Sort = (int)EffortSort.Late, Account = o.AccountId!.Value, Deal = o.Id, Id = a.Id, On = a.DueOn, Minutes = a.Version, Who = a.Id, Text = a.Text });
        var broken = db.DealAgreements.Where(a => a.Kept == false && a.KeptOn >= from && a.KeptOn <= to).Join(deals, a => a.OpportunityId, o => o.Id, (a, o) => new EffortLine { Sort = (int)EffortSort.Broken, Account = o.AccountId!.Value, Deal = o.Id, Id = a.Id, On = a.KeptOn, Minutes = a.Version, Who = a.Id, Text = a.Text });
        var open = db.SharedSteps.Where(s => s.Side == SharedSide.Theirs && s.DoneOn == null && s.DueOn < to).Join(deals.Where(o => o.End == StageEnd.Open), s => s.OpportunityId, o => o.Id, (s, o) => new EffortLine { Sort = (int)EffortSort.Late, Account = o.AccountId!.Value, Deal = o.Id, Id = s.Id, On = s.DueOn, Minutes = s.Version, Who = s.Id, Text = s.Title });
        var hours = db.PursuitSayings.Where(s => s.Field == PursuitField.Hours && s.Value != null && s.On >= from && s.On <= to).Join(deals, s => s.OpportunityId, o => o.Id, (s, o) => new EffortLine { Sort = (int)EffortSort.Hours, Account = o.AccountId!.Value, Deal = o.Id, Id = s.Id, On = s.On, Minutes = s.Value, Who = s.SaidById, Text = o.Name });
        return late.Concat(broken).Concat(open).Concat(hours);
    }

    public static bool IsOurs(EffortSort sort) => (int)sort < Theirs;

    public static bool IsTheirs(EffortSort sort) => (int)sort is >= Theirs and < Beside;

    /// <summary>How much was done on each day by each side.</summary>
    public static IQueryable<EffortDay> ByDay(IQueryable<EffortLine> lines) =>
        lines.GroupBy(l => new { l.Account, l.On, IsTheirs = l.Sort >= Theirs }).Select(g => new EffortDay { Account = g.Key.Account, On = g.Key.On!.Value, IsTheirs = g.Key.IsTheirs, Count = g.Count() });
}

/// <summary>How much one side did on a day.</summary>
internal sealed class EffortDay
{
    public required Guid Account { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsTheirs { get; init; }
    public required int Count { get; init; }
}
