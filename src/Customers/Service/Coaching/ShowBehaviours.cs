using System.Text.Json.Serialization;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>The three taught behaviours: how often they were seen where there was occasion, per person of the viewer's line, and what was seen lately.</summary>
internal static class ShowBehaviours
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "service.behaviours";
    private const int Latest = 15;

    public static async Task<Outcome<BehavioursView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var (since, me) = (today.AddYears(-1), db.Viewer.PersonId);
        var reach = db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read);
        var owners = reach.Owners;
        var seen = db.Rows<ServiceObservation>().AsNoTracking().Where(o => o.On > since && (reach.Everyone || owners.Contains(o.OwnerId) || o.ObserverId == me));
        var rows = await seen.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).Take(5_000).ToListAsync(ct);
        var names = await FigureNames.ReadAsync(db, ct);
        var people = rows.Where(r => reach.IncludesAllOf(r.OwnerId)).GroupBy(r => r.OwnerId).Select(g => new BehaviourRow(names.KeyOf(g.Key), names[g.Key], Of(g.Select(o => o.NextStep)), Of(g.Select(o => o.Widened)), Of(g.Select(o => o.Listened)), g.Count()) { PersonId = g.Key }).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        db.NoteLook(Look, people.Select(p => p.PersonId).Union(rows.Take(Latest).Select(r => r.OwnerId)));
        var coached = await Observe.Watched(db).Where(p => p.Role == Role.Support).OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name }).Take(200).ToListAsync(ct);
        return new BehavioursView(people, [.. rows.Take(Latest).Select(r => ObservationView.Of(r, names, me))], [.. coached.Select(p => new Choice(p.Id.ToString(), p.Name))], today, people.Any(p => !names.IsNamed(p.PersonId)));
    }

    private static Ratio? Of(IEnumerable<Seen?> all) => all.Where(s => s is Seen.Yes or Seen.No).ToList() is var known ? Ratio.Of(known.Count(s => s is Seen.Yes), known.Count) : null;
}

/// <summary>How often one person showed each behaviour, of the occasions a coach saw; null below five.</summary>
public sealed record BehaviourRow(string Person, string Name, Ratio? NextStep, Ratio? Widened, Ratio? Listened, int Seen)
{
    internal Guid PersonId { get; init; }
}

/// <summary>The behaviours as their page shows them.</summary>
public sealed record BehavioursView(IReadOnlyList<BehaviourRow> People, IReadOnlyList<ObservationView> Latest, IReadOnlyList<Choice> Coached, DateOnly Today, bool HasUnnamed);

/// <summary>What a coach saw once.</summary>
public sealed record ObservationView
{
    public required Guid Id { get; init; }
    public required string Person { get; init; }
    public required string Name { get; init; }
    public required string ObserverName { get; init; }
    public required DateOnly On { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Seen>))]
    public Seen? NextStep { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Seen>))]
    public Seen? Widened { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Seen>))]
    public Seen? Listened { get; init; }
    public int? Knowledge { get; init; }
    public int? Skill { get; init; }
    public string? Note { get; init; }

    /// <summary>The viewer made it.</summary>
    public bool IsOwn { get; init; }

    internal static ObservationView Of(ServiceObservation o, FigureNames names, Guid me) => new()
    {
        Id = o.Id, Person = names.KeyOf(o.OwnerId), Name = names[o.OwnerId], ObserverName = names[o.ObserverId], On = o.On, NextStep = o.NextStep, Widened = o.Widened, Listened = o.Listened, Knowledge = o.Knowledge, Skill = o.Skill, Note = o.Note, IsOwn = o.ObserverId == me,
    };
}
