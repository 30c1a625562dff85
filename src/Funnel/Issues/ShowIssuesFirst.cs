using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Issues;

/// <summary>How often an issue was confirmed before a proposal went, of a year: for the organisation, and for each person of the viewer's line.</summary>
internal static class ShowIssuesFirst
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "issues.first";

    public static async Task<Outcome<IssuesFirstView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, calendar) = ((await Standing.ReadAsync(db, clock, ct)).Day, Periods.Of(await db.TenantAsync(ct)));
        var since = today.AddYears(-1);
        var (issues, deals) = (db.DealIssues, db.Rows<Opportunity>());
        var sent = await db.Proposals.Where(p => p.SentOn > since && p.SentOn <= today && deals.Any(o => o.Id == p.OpportunityId))
            .Select(p => new { p.SentById, Stated = p.StatedBy != null, After = issues.Any(i => i.OpportunityId == p.OpportunityId && i.ConfirmedOn != null && i.ConfirmedOn <= p.SentOn) })
            .GroupBy(p => new { p.SentById, p.Stated, p.After }).Select(g => new { g.Key.SentById, g.Key.Stated, g.Key.After, Count = g.Count() }).ToListAsync(ct);
        var talked = await issues.Where(i => i.Level != null && i.UnderstoodOn > since && i.UnderstoodOn <= today).Join(deals, i => i.OpportunityId, o => o.Id, (i, o) => new { o.OwnerId, i.Level })
            .GroupBy(i => new { i.OwnerId, i.Level }).Select(g => new { g.Key.OwnerId, g.Key.Level, Count = g.Count() }).ToListAsync(ct);
        var (names, reach) = (await FigureNames.ReadAsync(db, ct), db.Reaches.For(Kinds.IssueFigures, AccessLevel.Read));
        var own = sent.Where(s => !s.Stated).ToList();
        var people = own.Select(s => s.SentById).Union(talked.Select(t => t.OwnerId)).ToList();
        var rows = people.Where(reach.IncludesAllOf).Select(id => new IssuesFirstRow(names.KeyOf(id), names[id], Ratio.Of(own.Where(s => s.SentById == id && s.After).Sum(s => s.Count), own.Where(s => s.SentById == id).Sum(s => s.Count)), own.Where(s => s.SentById == id).Sum(s => s.Count),
            Talks(TalkLevel.Product, id), Talks(TalkLevel.Market, id), Talks(TalkLevel.Thinking, id)) { PersonId = id }).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        var levels = await TalkLevels.ReadAsync(db, calendar, today, ct);
        var rated = levels.People.Where(reach.IncludesAllOf).ToList();
        db.NoteLook(Look, rows.Select(r => r.PersonId).Union(rated));
        // Each could take their own figure off those of so few and be left with the others'.
        var alone = people.Count < 3 && rows.Count < people.Count;
        return new IssuesFirstView
        {
            From = since.AddDays(1), To = today, Proposals = alone ? null : own.Sum(s => s.Count), All = alone ? null : Ratio.Of(own.Where(s => s.After).Sum(s => s.Count), own.Sum(s => s.Count)), Stated = sent.Where(s => s.Stated).Sum(s => s.Count),
            Rows = rows, Levels = [.. rated.OrderBy(id => names[id], StringComparer.CurrentCulture).ThenBy(id => id).SelectMany(id => levels.Of(id, names.KeyOf(id), names[id]))], HasUnnamed = rows.Any(r => !names.IsNamed(r.PersonId)) || rated.Any(id => !names.IsNamed(id)),
        };

        int Talks(TalkLevel level, Guid id) => talked.Where(t => t.OwnerId == id && t.Level == level).Sum(t => t.Count);
    }
}

/// <summary>How often an issue came before a proposal.</summary>
public sealed record IssuesFirstView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Proposals recorded here; null where so few people sent them that a figure would tell of one.</summary>
    public required int? Proposals { get; init; }

    /// <summary>The share that went after a confirmed issue; null below five.</summary>
    public required Ratio? All { get; init; }

    /// <summary>Proposals that other systems state: they are in no share, since nobody could be asked for a reason.</summary>
    public required int Stated { get; init; }

    /// <summary>The viewer and the people of their line.</summary>
    public required IReadOnlyList<IssuesFirstRow> Rows { get; init; }

    /// <summary>What talks were about, of the same people, of each the latest of four quarters first.</summary>
    public required IReadOnlyList<TalkLevelRow> Levels { get; init; }
    public required bool HasUnnamed { get; init; }
}

/// <summary>The same of one person, and what their talks were about.</summary>
/// <param name="Person">What the row is found by: a letter until the team was told.</param>
/// <param name="Name">As they are called.</param>
/// <param name="First">Of their proposals; null below five.</param>
/// <param name="Proposals">How many they sent.</param>
/// <param name="Product">Issues understood in talks about the product.</param>
/// <param name="Market">In talks about the customer's market.</param>
/// <param name="Thinking">In talks that challenged the customer's thinking.</param>
public sealed record IssuesFirstRow(string Person, string Name, Ratio? First, int Proposals, int Product, int Market, int Thinking)
{
    internal Guid PersonId { get; init; }
}
