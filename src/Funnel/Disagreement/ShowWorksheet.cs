using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Shows one disagreement to whoever wrote it and whom they let.</summary>
internal static class ShowWorksheet
{
    private const int MostChoices = 200, MostMonths = 12;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WorksheetView>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Worksheets.AsNoTracking().SingleOrDefaultAsync(w => w.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        var (me, today, words) = (db.Viewer.PersonId, (await Standing.ReadAsync(db, clock, ct)).Today, row.Open(db.Viewer.TenantId, keeper));
        var named = new[] { row.AuthorId, row.MediatorId, words?.PersonId }.OfType<Guid>().ToList();
        var people = await db.PersonRows().Where(p => named.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.IsHere }).ToDictionaryAsync(p => p.Id, ct);
        var (choices, teams) = await ChoicesAsync(db, ct);
        string? Person(Guid? id) => id is { } one ? people.GetValueOrDefault(one)?.Name : null;
        var view = new WorksheetView
        {
            Id = row.Id, Version = row.Version, IsLocked = words is null, Author = Person(row.AuthorId) ?? T("someone"), MediatorId = row.MediatorId, Mediator = Person(row.MediatorId),
            IsOwn = row.AuthorId == me, Today = today, People = choices, Teams = teams,
        };
        if (words is null) return view;
        var made = Ladder.InOrder(words).ToList();
        var (answered, toward) = (made.Count(g => g.Response is not null), made.Count(g => g.Response is Response.Toward));
        return view with
        {
            With = ShowWorksheets.WithOf(words, id => Person(id), id => teams.FirstOrDefault(t => t.Value == id.ToString())?.Label), PersonId = words.PersonId, TeamId = words.TeamId, Name = words.Name, HasLeft = words.PersonId is { } with && people.GetValueOrDefault(with) is { IsHere: false },
            Issue = words.Issue, Since = words.Since, TimesAWeek = words.TimesAWeek, MyNeed = words.MyNeed, TheirNeed = words.TheirNeed, IsStructural = words.IsStructural, IsAbility = words.IsAbility, IsBadFaith = words.IsBadFaith, IsExcluded = words.IsExcluded,
            EndedOn = words.EndedOn, Ending = words.Ending, Ladder = Ladder.All(words), Next = words.IsExcluded || words.EndedOn is not null ? null : Ladder.Next(words, today),
            Gestures = [.. made.AsEnumerable().Reverse().Select(g => new GestureView(g.Id, g.Said ?? Ladder.Of(g.Rung), g.Size, g.Text, g.On, g.Response, g.RespondedOn, g.Note))],
            Months = Months(made, today), Answered = answered, Toward = toward, TowardShare = Ratio.Of(toward, answered),
        };
    }

    /// <summary>The people and departments to choose from, without the viewer.</summary>
    public static async Task<(IReadOnlyList<Choice> People, IReadOnlyList<Choice> Teams)> ChoicesAsync(AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var people = await db.PersonRows().Where(p => p.IsHere && p.Id != me).OrderBy(p => p.FoldedName).ThenBy(p => p.Id).Take(MostChoices).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var teams = await db.TeamRows().OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MostChoices).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        return ([.. people.Select(p => new Choice(p.Id.ToString(), p.Name))], [.. teams.Select(t => new Choice(t.Id.ToString(), t.Name))]);
    }

    // From the first gesture on, a month without one among them; of the last twelve months.
    private static IReadOnlyList<GestureMonth> Months(List<Gesture> made, DateOnly today)
    {
        if (made.Count == 0) return [];
        static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
        var from = First(made[0].On) is var began && First(today).AddMonths(1 - MostMonths) is var earliest && began < earliest ? earliest : began;
        var by = made.ToLookup(g => First(g.On));
        return [.. Enumerable.Range(0, MostMonths).Select(from.AddMonths).TakeWhile(m => m <= today).Select(m => new GestureMonth(m, by[m].Count(), by[m].Any() ? by[m].Average(g => g.Size) : null))];
    }
}
