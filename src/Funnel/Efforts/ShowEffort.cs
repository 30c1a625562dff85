using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Efforts;

/// <summary>Shows what went into a customer in 90 days beside what the customer did.</summary>
internal static class ShowEffort
{
    // What the customer did is listed first: it is little where it matters.
    private const int Most = 400, MostDeals = 5;

    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<EffortView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.AccountRows().SingleOrDefaultAsync(a => a.Id == input.Id, ct) is not { } account) return Outcome.Missing;
        var day = (await Standing.ReadAsync(db, clock, ct)).Day;
        var (from, id, talks, people) = (day.AddDays(1 - EffortLines.Days), account.Id, db.AccountTalks(), db.PersonRows());
        var done = EffortLines.Done(db, talks, db.Opportunities, [id], from, day);
        var sums = (await done.GroupBy(l => l.Sort).Select(g => new { g.Key, Count = g.Count(), Timed = g.Count(l => l.Minutes != null), Minutes = g.Sum(l => l.Minutes ?? 0) }).ToListAsync(ct)).Select(s => new EffortCount((EffortSort)s.Key, s.Count) { Timed = s.Timed, Minutes = s.Minutes }).ToList();
        var lines = await done.OrderByDescending(l => l.Sort >= (int)EffortSort.Came).ThenByDescending(l => l.On).ThenByDescending(l => l.Id).Take(Most)
            .Select(l => new EffortRow { Sort = (EffortSort)l.Sort, Id = l.Id, DealId = l.Deal, On = l.On!.Value, Text = l.Text, Minutes = l.Minutes, By = people.Where(p => p.Id == l.Who).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var besides = await EffortLines.Besides(db, db.Opportunities, id, from, day).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).Take(Most).Select(l => new EffortRow { Sort = (EffortSort)l.Sort, Id = l.Id, DealId = l.Deal, On = l.On!.Value, Text = l.Text, Minutes = l.Minutes }).ToListAsync(ct);
        var open = await db.Opportunities.Where(o => o.AccountId == id && o.End == StageEnd.Open).OrderByDescending(o => o.Id).Take(MostDeals).Select(o => new EffortDeal(o.Id, o.Name)).ToListAsync(ct);
        return Of(account, day, sums, [.. lines.Concat(besides)], (await EffortNorm.ReadAsync(db, ct)).At(day)) with { Deals = open, IsAsked = await BesideRules.IsOnAsync(db, BesideRules.LittleBack, ct) };
    }

    private static EffortView Of(AccountRow account, DateOnly day, IReadOnlyList<EffortCount> sums, IReadOnlyList<EffortRow> rows, EffortQuarters? won)
    {
        var talks = sums.Where(s => s.Sort is EffortSort.Talked or EffortSort.Met or EffortSort.Wrote or EffortSort.Came).ToList();
        // Hours are said as they come to so far: the latest of each deal counts.
        var hours = rows.Where(r => r.Sort is EffortSort.Hours).DistinctBy(r => r.DealId).ToList();
        return new EffortView
        {
            AccountId = account.Id, Account = account.Name, From = day.AddDays(1 - EffortLines.Days), To = day,
            Done = new(sums.Where(s => EffortLines.IsOurs(s.Sort)).Sum(s => s.Count), sums.Where(s => EffortLines.IsTheirs(s.Sort)).Sum(s => s.Count), won),
            Ours = [.. sums.Where(s => EffortLines.IsOurs(s.Sort)).OrderBy(s => s.Sort)], Theirs = [.. sums.Where(s => EffortLines.IsTheirs(s.Sort)).OrderBy(s => s.Sort)],
            Overdue = rows.Count(r => r.Sort is EffortSort.Late), NotKept = rows.Count(r => r.Sort is EffortSort.Broken), Talks = talks.Sum(t => t.Count), Timed = talks.Sum(t => t.Timed), Minutes = talks.Sum(t => t.Minutes), Hours = hours.Count == 0 ? null : hours.Sum(h => h.Minutes ?? 0),
            OurRows = [.. rows.Where(r => EffortLines.IsOurs(r.Sort)).Select(Shown)], TheirRows = [.. rows.Where(r => EffortLines.IsTheirs(r.Sort) || r.Sort is EffortSort.Late or EffortSort.Broken).OrderByDescending(r => r.On).Select(Shown)],
        };
    }

    // What a colleague was asked is theirs and whoever asked; and only of talks the minutes are minutes.
    private static EffortRow Shown(EffortRow row) => row with { Text = row.Sort is EffortSort.Helped ? null : row.Text, Minutes = row.Sort is EffortSort.Talked or EffortSort.Met or EffortSort.Wrote or EffortSort.Came ? row.Minutes : null };
}

/// <summary>What went into a customer in 90 days, beside what the customer did.</summary>
public sealed record EffortView
{
    public required Guid AccountId { get; init; }
    public required string Account { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>How much both sides did, beside own won deals.</summary>
    public required EffortFact Done { get; init; }

    /// <summary>What we did, by what it was.</summary>
    public required IReadOnlyList<EffortCount> Ours { get; init; }

    /// <summary>What they did, by what it was.</summary>
    public required IReadOnlyList<EffortCount> Theirs { get; init; }

    /// <summary>Steps and agreements of theirs whose day has passed, and those they did not keep; they count nothing.</summary>
    public required int Overdue { get; init; }
    public required int NotKept { get; init; }

    /// <summary>Talks with them, of these those whose minutes are noted, and these minutes.</summary>
    public required int Talks { get; init; }
    public required int Timed { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Hours beside the talks, as stated within these days for its deals; null where nobody said.</summary>
    public required int? Hours { get; init; }

    /// <summary>The latest of what we did.</summary>
    public required IReadOnlyList<EffortRow> OurRows { get; init; }

    /// <summary>What they did, what is overdue and what they did not keep, the latest first.</summary>
    public required IReadOnlyList<EffortRow> TheirRows { get; init; }

    /// <summary>The rule that warns of it is on.</summary>
    [JsonIgnore]
    public bool IsAsked { get; init; }

    /// <summary>Open deals of theirs.</summary>
    [JsonIgnore]
    public IReadOnlyList<EffortDeal> Deals { get; init; } = [];
}

/// <summary>How often something was done.</summary>
public sealed record EffortCount([property: JsonConverter(typeof(JsonStringEnumConverter<EffortSort>))] EffortSort Sort, int Count)
{
    internal int Timed { get; init; }

    internal int Minutes { get; init; }
}

/// <summary>Something that was done.</summary>
public sealed record EffortRow
{
    [JsonConverter(typeof(JsonStringEnumConverter<EffortSort>))]
    public required EffortSort Sort { get; init; }
    public required Guid Id { get; init; }
    public Guid? DealId { get; init; }
    public required DateOnly On { get; init; }
    public string? Text { get; init; }

    /// <summary>Minutes of a talk; null where nobody noted them.</summary>
    public int? Minutes { get; init; }

    /// <summary>Who of us, of a talk.</summary>
    public string? By { get; init; }
}

/// <summary>An open deal of a customer.</summary>
public sealed record EffortDeal(Guid Id, string Name);
