using Coxswain.Funnel.Targets;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Calls;

/// <summary>The targets of some people and teams for one period, as they stood on a day.</summary>
internal sealed class TargetsOf
{
    private readonly ILookup<Guid, SalesTarget> _of;
    private readonly ForecastDesk _desk;
    private readonly DateOnly _day;

    private TargetsOf(ForecastDesk desk, IEnumerable<SalesTarget> rows, DateOnly day)
    {
        // Before its period begins a target is the one it will begin with; after it, the one it ended with.
        (_desk, _day) = (desk, day < desk.Period.From ? desk.Period.From : day > desk.Period.To ? desk.Period.To : day);
        _of = rows.OrderBy(t => t.Since).ThenBy(t => t.At).ThenBy(t => t.Id).ToLookup(t => (t.PersonId ?? t.TeamId)!.Value);
    }

    /// <summary>What the organisation as a whole means to win; null where nobody said.</summary>
    public long? Whole { get; private init; }

    public static async Task<TargetsOf> ReadAsync(ForecastDesk desk, IReadOnlyCollection<Guid> people, DateOnly day, AppDb db, CancellationToken ct)
    {
        var (from, to, currency) = (desk.Period.From, desk.Period.To, desk.Tenant.Currency);
        var unled = people.SelectMany(p => desk.People.UnledOf(p)).Select(t => t.Id).ToList();
        List<Guid> subjects = [.. people, .. people.SelectMany(p => desk.People.TeamsOf(p)).Select(t => t.Id)];
        var rows = await db.SalesTargets.AsNoTracking().Where(t => t.From == from && t.To == to && t.Currency == currency && (t.PersonId != null && subjects.Contains(t.PersonId.Value) || t.TeamId != null && subjects.Contains(t.TeamId.Value))).ToListAsync(ct);
        // Nobody leads these: they are read with the number they answer to.
        if (unled.Count > 0) rows.AddRange(await db.Rows<SalesTarget>().AsNoTracking().Where(t => t.From == from && t.To == to && t.Currency == currency && t.TeamId != null && unled.Contains(t.TeamId.Value)).ToListAsync(ct));
        var whole = desk.People.IsWhole(desk.PersonId) ? await db.Rows<WonTarget>().Where(t => t.From == from && t.To == to && t.Currency == currency).Select(t => (long?)t.Amount).FirstOrDefaultAsync(ct) : null;
        return new TargetsOf(desk, rows, day) { Whole = whole };
    }

    /// <summary>What a number is measured by: the teams somebody leads, or their own selling where they lead none.</summary>
    public long? Of(Guid person, bool own)
    {
        if (own || !_desk.People.Leads(person)) return Amount(person);
        // Of the teams without a leader those count that stand under no other: what is to be won below a team is part of what the team is to win.
        var teams = _desk.People.TeamsOf(person).Concat(_desk.People.UnledOf(person).Where(t => t.ParentId is null)).Select(t => Amount(t.Id)).OfType<long>().ToList();
        return person == _desk.PersonId && Whole is { } whole ? whole : teams.Count == 0 ? null : teams.Sum();
    }

    /// <summary>Of a person's own selling, of the teams they lead and of those without a leader that answer to them, each change, the newest first.</summary>
    public IEnumerable<(SalesTarget Row, string? Team, bool Counts)> ChangesOf(Guid person)
    {
        var subjects = new[] { (Id: person, Name: (string?)null) }.Concat(_desk.People.TeamsOf(person).Concat(_desk.People.UnledOf(person)).Select(t => (t.Id, Name: (string?)t.Name)));
        return subjects.SelectMany(s => _of[s.Id].Reverse().Select(t => (t, s.Name, t == Counting(s.Id))));
    }

    /// <summary>Of a team; null where none is set.</summary>
    public long? OfTeam(Guid team) => Amount(team);

    private long? Amount(Guid subject) => Counting(subject)?.Amount;

    private SalesTarget? Counting(Guid subject) => _of[subject].LastOrDefault(t => t.Since <= _day);
}
