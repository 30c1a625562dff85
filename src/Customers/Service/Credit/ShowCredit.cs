using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Credit;

/// <summary>Whether sales and support pull together: how many tips sales takes, how long that takes, who is credited with what, and what was asked about it; of a year.</summary>
internal static class ShowCredit
{
    public static async Task<Outcome<CreditView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var since = today.AddYears(-1);
        var tips = await db.Rows<Tip>().Where(t => t.HeardOn > since).Select(t => new { t.State, t.HeardOn, t.DecidedAt }).ToListAsync(ct);
        var decided = tips.Where(t => t.State is not TipState.Waiting).ToList();
        var waits = decided.Where(t => t.DecidedAt is not null).Select(t => DateOnly.FromDateTime(t.DecidedAt!.Value).DayNumber - t.HeardOn.DayNumber).Order().ToList();
        var (me, manages) = (db.Viewer.PersonId, db.Viewer.May(Permission.ManageProcess));
        var concerned = DisputeView.Seen(db);
        var disputes = await concerned.Where(d => d.SettledOn == null || d.RaisedOn > since).OrderBy(d => d.SettledOn != null).ThenByDescending(d => d.RaisedOn).ThenBy(d => d.Id).Take(100).Select(DisputeView.Reading(db)).ToListAsync(ct);
        var raised = await db.Rows<TipDispute>().Where(d => d.RaisedOn > since).Select(d => d.Settlement).ToListAsync(ct);
        var terms = await ServiceTerms.OnAsync(db, today, ct);
        var people = manages ? await db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name }).Take(500).ToListAsync(ct) : [];
        return new CreditView(tips.Count, tips.Count - decided.Count, Ratio.Of(decided.Count(t => t.State is TipState.Accepted), decided.Count), waits.Count < Ratio.Floor ? null : waits[waits.Count / 2], terms.ToHearer, terms.ToSeller, raised.Count, raised.Count(s => s is null), disputes, today)
        { MaySettle = manages, Me = me, People = [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))] };
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same after a form of one of them was posted.</summary>
    public static Task<Outcome<CreditView>> Again(OfOne input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(db, clock, ct);
}

/// <summary>How sales and support share what began in support.</summary>
/// <param name="Heard">Tips of a year.</param>
/// <param name="Waiting">Of them, not decided.</param>
/// <param name="Taken">The share of the decided that sales took; null below five.</param>
/// <param name="DaysToDecide">The median; null below five.</param>
/// <param name="ToHearer">Hundredths of a won deal credited to who heard it.</param>
/// <param name="ToSeller">And to who sold it.</param>
/// <param name="Raised">Questions of credit of a year.</param>
/// <param name="Open">Of them, not settled.</param>
/// <param name="Disputes">Those that concern the viewer; all, for who sees to the process.</param>
/// <param name="Today">The day.</param>
public sealed record CreditView(int Heard, int Waiting, Ratio? Taken, int? DaysToDecide, int ToHearer, int ToSeller, int Raised, int Open, IReadOnlyList<DisputeView> Disputes, DateOnly Today)
{
    public bool MaySettle { get; init; }
    internal Guid Me { get; init; }
    internal IReadOnlyList<Choice> People { get; init; } = [];
}

/// <summary>A question of credit as pages and the API show it.</summary>
public sealed record DisputeView
{
    public required Guid Id { get; init; }
    public required Guid TipId { get; init; }
    public string? Heard { get; init; }
    public required Guid RaisedById { get; init; }
    public string? RaisedByName { get; init; }
    public required string Says { get; init; }
    public required DateOnly RaisedOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<CreditSettlement>))]
    public CreditSettlement? Settlement { get; init; }
    public string? CreditToName { get; init; }
    public string? Because { get; init; }
    public DateOnly? SettledOn { get; init; }

    /// <summary>Those of one's own tips, those one raised, and all for who settles them.</summary>
    internal static IQueryable<TipDispute> Seen(AppDb db)
    {
        var (me, rows) = (db.Viewer.PersonId, db.Rows<TipDispute>().AsNoTracking());
        if (db.Viewer.May(Permission.ManageProcess)) return rows;
        var mine = db.Rows<Tip>().Where(t => t.OwnerId == me || t.ToId == me).Select(t => t.Id);
        return rows.Where(d => d.RaisedById == me || d.CreditToId == me || mine.Contains(d.TipId));
    }

    internal static async Task<DisputeView?> OneAsync(AppDb db, Guid id, CancellationToken ct) => await db.Rows<TipDispute>().AsNoTracking().Where(d => d.Id == id).Select(Reading(db)).SingleOrDefaultAsync(ct);

    internal static Expression<Func<TipDispute, DisputeView>> Reading(AppDb db)
    {
        var (people, tips) = (db.PersonRows(), db.Rows<Tip>());
        return d => new DisputeView
        {
            Id = d.Id, TipId = d.TipId, Heard = tips.Where(t => t.Id == d.TipId).Select(t => t.Heard).FirstOrDefault(), RaisedById = d.RaisedById, RaisedByName = people.Where(p => p.Id == d.RaisedById).Select(p => p.Name).FirstOrDefault(), Says = d.Says, RaisedOn = d.RaisedOn,
            Settlement = d.Settlement, CreditToName = people.Where(p => p.Id == d.CreditToId).Select(p => p.Name).FirstOrDefault(), Because = d.Because, SettledOn = d.SettledOn,
        };
    }
}
