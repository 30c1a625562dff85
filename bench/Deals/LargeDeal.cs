using System.Diagnostics;
using System.Globalization;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Bench.Deals;

/// <summary>A deal with forty people who decide and five hundred interactions, sixty rules of one's own that act, and as many open deals beside it as one wants.</summary>
internal sealed class LargeDeal(IServiceProvider services, int tenant)
{
    public const int Rules = 60;
    private const int People = 40, Interactions = 500, AtOnce = 500;
    private Guid _account, _owner, _stage;

    public Guid Id { get; private set; }

    /// <summary>An open deal like any other.</summary>
    public static async Task<Guid> OtherAsync(IServiceProvider services, int tenant)
    {
        await using var scope = services.AsSystem(tenant);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Opportunity>().Where(o => o.End == StageEnd.Open && o.AccountId != null).OrderBy(o => o.Amount).Select(o => o.Id).FirstAsync();
    }

    public async Task FillAsync()
    {
        await using var scope = services.AsSystem(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var deal = await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Open && o.AccountId != null).OrderByDescending(o => o.Amount).FirstAsync();
        (Id, _account, _owner, _stage) = (deal.Id, deal.AccountId!.Value, deal.OwnerId, deal.StageId);
        var (now, today) = (TimeProvider.System.GetUtcNow().UtcDateTime, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var contacts = Enumerable.Range(0, People).Select(i => new Contact { Name = $"Decider Number {i}", OwnerId = _owner, AccountId = _account, Title = $"Head of quay {i}" }).ToList();
        var places = contacts.Select(c => new MapPerson { AccountId = _account, ContactId = c.Id }).ToList();
        db.AddRange(contacts);
        await db.SaveChangesAsync();
        db.AddRange(places);
        await db.SaveChangesAsync();
        if (!await db.PlanJudgements.AnyAsync(j => j.OpportunityId == Id && j.Field == PlanField.Begun)) db.Add(Said(PlanField.Begun, null, null));
        foreach (var (place, i) in places.Select((p, i) => (p, i)))
        {
            db.Add(new MapPart { MapPersonId = place.Id, OpportunityId = Id, Part = (DealPart)(1 + i % 3), AsOf = today.AddDays(-30), SaidById = _owner });
            db.AddRange(Said(PlanField.Stance, place.Id, i % 2 == 0 ? 3 : -3), Said(PlanField.Receptiveness, place.Id, 1 + i % 4), Said(PlanField.Influence, place.Id, 1 + i % 3), Said(PlanField.Gain, place.Id, null), Said(PlanField.Result, place.Id, null));
        }
        for (var i = 0; i < Interactions; i++)
            db.Add(new Interaction { Kind = (InteractionKind)(i % 4), OwnerId = _owner, Subject = $"About quay {i}", OccurredAt = now.AddHours(-i), AccountId = _account, ContactId = contacts[i % People].Id, AboutKind = Funnel.Kinds.Opportunity, AboutId = Id });
        await db.SaveChangesAsync();

        PlanJudgement Said(PlanField field, Guid? person, int? value) => new() { OpportunityId = Id, MapPersonId = person, Field = field, Value = value, Text = $"Said so of {field}", On = today.AddDays(-3), SaidById = _owner };
    }

    /// <summary>Rules of every kind: of the deal, of its plan, of whoever decides. They make tasks where they hold, and most of them do not.</summary>
    public async Task RuleAsync()
    {
        await using var scope = services.AsSystem(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        string[] conditions = ["amount >= {0}00000000 and age >= 100", "quiet >= {0}0", "person.stance <= -{0} and person.influence >= 3", "coverage <= {0} and plan = yes", "closes-in <= -{0}00", "met >= 1{0}0"];
        db.AddRange(Enumerable.Range(0, Rules).Select(i => new DealRule { Where = string.Format(CultureInfo.InvariantCulture, conditions[i % conditions.Length], 5 + i % 5), Severity = Severity.Watch, Text = $"Rule {i}", Why = "It was asked for", TaskTitle = $"Look at rule {i}", TaskDays = 7, ReadyAt = TimeProvider.System.GetUtcNow().UtcDateTime }));
        await db.SaveChangesAsync();
        await RuleSet.FreshAsync(db, default);
    }

    /// <summary>What is done in the background after something about the deal was saved.</summary>
    public async Task<string> ReactAsync()
    {
        var taken = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            await using var scope = services.AsSystem(tenant);
            var watch = Stopwatch.StartNew();
            await RunRules.OnAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), [Id], TimeProvider.System.GetUtcNow().UtcDateTime, default);
            if (i >= 20) taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return $"{taken[taken.Count / 2]:0.0} / {taken[taken.Count * 95 / 100]:0.0} ms";
    }

    /// <summary>Adds open deals, and looks at all of them.</summary>
    public async Task<string> LookAsync(int open)
    {
        await using var scope = services.AsSystem(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await new BulkLoad(db, asItHappened: true).FillAsync(Batches(), null, default);
        var watch = Stopwatch.StartNew();
        await LookAtDeals.LookAsync(db, TimeProvider.System.GetUtcNow().UtcDateTime, null, default);
        return $"{watch.Elapsed.TotalSeconds:0.0} s, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB with the filling";

        IEnumerable<IReadOnlyList<Entity>> Batches()
        {
            var (random, today) = (new Random(7), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            for (var from = 0; from < open; from += AtOnce)
                yield return [.. Enumerable.Range(from, Math.Min(AtOnce, open - from)).Select(i => new Opportunity { Name = $"Deal {i}", OwnerId = _owner, AccountId = _account, StageId = _stage, End = StageEnd.Open, Amount = random.Next(1_000, 90_000) * 100L, Currency = "EUR", OpenedOn = today.AddDays(-random.Next(200)), CloseOn = today.AddDays(random.Next(-300, 120)), StageSince = today.AddDays(-random.Next(90)).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) })];
        }
    }
}
