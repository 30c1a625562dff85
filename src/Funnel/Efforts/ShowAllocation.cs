using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Efforts;

/// <summary>Where somebody's effort goes: their open deals with what went into each, beside what is advised. For oneself and one's line.</summary>
internal static class ShowAllocation
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "effort.allocation";

    private const int Most = 200, MostPeople = 500, Short = 30;

    public sealed record Input
    {
        /// <summary>Whose; one's own where nothing is said.</summary>
        public Guid? Person { get; init; }

        /// <summary>30 or 90 days; 90 where nothing is said.</summary>
        public int? Days { get; init; }
    }

    public static async Task<Outcome<AllocationView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var reach = db.Reaches.For(Kinds.EffortFigures, AccessLevel.Read);
        var person = input.Person ?? db.Viewer.PersonId;
        var (names, here) = (await FigureNames.ReadAsync(db, ct), await db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync(ct));
        // Deals tell whose they are: who goes by a letter is not shown at all.
        var people = here.Where(p => p.Id == db.Viewer.PersonId || reach.IncludesAllOf(p.Id) && names.IsNamed(p.Id)).Select(p => new Choice(p.Id.ToString(), p.Name)).ToList();
        if (person != db.Viewer.PersonId && people.All(p => p.Value != person.ToString())) return Outcome.Missing;
        db.NoteLook(Look, [person]);
        var (day, days) = ((await Standing.ReadAsync(db, clock, ct)).Day, input.Days is Short ? Short : EffortLines.Days);
        var from = day.AddDays(1 - days);
        var begin = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var talks = await db.InteractionsAbout(Kinds.Opportunity).Where(i => i.OwnerId == person && i.Kind != InteractionKind.Note && i.OccurredAt >= begin && i.OccurredAt < end).GroupBy(i => i.AboutId!.Value)
            .Select(g => new Talked(g.Key, g.Count(), g.Count(i => i.Minutes != null), g.Sum(i => i.Minutes ?? 0))).ToListAsync(ct);
        var said = db.PursuitSayings;
        var own = db.Opportunities.Where(o => o.OwnerId == person && o.End == StageEnd.Open);
        var (ids, open) = (talks.OrderByDescending(t => t.Talks).ThenBy(t => t.Deal).Take(Most).Select(t => t.Deal).ToList(), await own.CountAsync(ct));
        var deals = await db.Views(own.AsNoTracking().Where(o => ids.Contains(o.Id) || said.Any(s => s.OpportunityId == o.Id && s.Field == PursuitField.Hours && s.Value != null && s.On >= from && s.On <= day)).OrderByDescending(o => o.Id).Take(Most)).ToListAsync(ct);
        var facts = await PursuitReading.OfManyAsync(db, deals, day, ct);
        var (by, advised) = (talks.ToDictionary(t => t.Deal), await PursuitAdvisor.AdviseAsync(db, await RuleSet.ReadAsync(db, ct), [.. facts.Values], ct));
        var rows = deals.Select(d => Row(facts[d.Id], advised[d.Id], by.GetValueOrDefault(d.Id), from)).OrderByDescending(r => r.Talks).ThenByDescending(r => r.Minutes).ThenByDescending(r => r.Hours ?? 0).ThenBy(r => r.Id).ToList();
        return new AllocationView { Person = person, Name = names[person], IsOwn = person == db.Viewer.PersonId, From = from, To = day, Days = days, Open = open, Rows = rows, Elsewhere = talks.Sum(t => t.Talks) - rows.Sum(r => r.Talks), People = people, HasUnnamed = here.Any(p => reach.IncludesAllOf(p.Id) && p.Id != db.Viewer.PersonId && !names.IsNamed(p.Id)) };
    }

    private static AllocationRow Row(PursuitFacts facts, PursuitAdvice advice, Talked? talked, DateOnly from)
    {
        var hours = facts.Said(PursuitField.Hours) is { } said && said.On >= from ? said.Value : null;
        return new()
        {
            Id = facts.Deal.Id, Deal = facts.Deal.Name, Account = facts.Deal.AccountName, Talks = talked?.Talks ?? 0, Timed = talked?.Timed ?? 0, Minutes = talked?.Minutes ?? 0, Hours = hours,
            Advised = advice.Choice, Advice = advice.Text, Holding = facts.Holding, Minor = facts.Deal.Minor, Currency = facts.Deal.Currency, Chance = facts.Value(PursuitField.Chance),
        };
    }

    private sealed record Talked(Guid Deal, int Talks, int Timed, int Minutes);
}

/// <summary>Where somebody's effort goes.</summary>
public sealed record AllocationView
{
    /// <summary>Whose.</summary>
    public required Guid Person { get; init; }
    public required string Name { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int Days { get; init; }

    /// <summary>Open deals of theirs.</summary>
    public required int Open { get; init; }

    /// <summary>Those into which something went, the most talks first; at most two hundred.</summary>
    public required IReadOnlyList<AllocationRow> Rows { get; init; }

    /// <summary>Talks of theirs about deals that are closed, or other people's.</summary>
    public required int Elsewhere { get; init; }

    /// <summary>Talks about their open deals.</summary>
    public int Talks => Rows.Sum(r => r.Talks);

    /// <summary>Of these, those about deals that are advised to be left or of which nothing holds.</summary>
    public int Doubtful => Rows.Where(r => r.IsDoubtful).Sum(r => r.Talks);

    /// <summary>Talks whose minutes are noted, and these minutes.</summary>
    public int Timed => Rows.Sum(r => r.Timed);
    public int Minutes => Rows.Sum(r => r.Minutes);

    [JsonIgnore]
    public bool IsOwn { get; init; }

    /// <summary>Who may be chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>Somebody of the line is not shown, since their team was not told yet.</summary>
    [JsonIgnore]
    public bool HasUnnamed { get; init; }
}

/// <summary>What went into a deal.</summary>
public sealed record AllocationRow
{
    public required Guid Id { get; init; }
    public required string Deal { get; init; }
    public string? Account { get; init; }
    public required int Talks { get; init; }

    /// <summary>Talks whose minutes are noted, and these minutes.</summary>
    public required int Timed { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Hours beside the talks so far, as stated within these days; null where nobody said.</summary>
    public int? Hours { get; init; }

    /// <summary>What is advised.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PursuitChoice>))]
    public required PursuitChoice Advised { get; init; }
    public required string Advice { get; init; }

    /// <summary>Of the three that have to hold, so many do.</summary>
    public required int Holding { get; init; }

    /// <summary>The amount in minor units of the currency; null is unknown.</summary>
    public long? Minor { get; init; }
    public required string Currency { get; init; }

    /// <summary>The chance of 100, as stated; null where nobody said.</summary>
    public int? Chance { get; init; }

    /// <summary>It is advised to be left, or nothing holds.</summary>
    public bool IsDoubtful => Advised is PursuitChoice.Leave || Holding == 0;
}
