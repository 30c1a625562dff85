using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>The viewer's own disagreements, and those that somebody let them read.</summary>
internal static class ShowWorksheets
{
    public static async Task<Outcome<WorksheetsView>> Do(AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (me, tenant) = (db.Viewer.PersonId, db.Viewer.TenantId);
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var rows = await db.Worksheets.AsNoTracking().OrderByDescending(w => w.Id).Take(KeepWorksheet.Most * 2).ToListAsync(ct);
        var opened = rows.ConvertAll(r => (Row: r, Words: r.Open(tenant, keeper)));
        var ids = opened.SelectMany(o => new[] { o.Words?.PersonId, o.Row.AuthorId }).OfType<Guid>().Distinct().ToList();
        var people = await db.PersonRows().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var asked = opened.Select(o => o.Words?.TeamId).OfType<Guid>().Distinct().ToList();
        var teams = await db.TeamRows().Where(t => asked.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        return new WorksheetsView
        {
            Rows = [.. opened.Select(o => Line(o.Row, o.Words)).OrderBy(l => l.EndedOn is not null)], Today = today, MaySeeTurf = db.Viewer.May(Permission.SeeAllFigures),
        };

        WorksheetLine Line(Worksheet row, SheetWords? words) => words is null ? new() { Id = row.Id, IsLocked = true } : new()
        {
            Id = row.Id, With = WithOf(words, people.GetValueOrDefault, teams.GetValueOrDefault), Issue = words.Issue, Since = words.Since, EndedOn = words.EndedOn, IsExcluded = words.IsExcluded,
            Gestures = words.Gestures.Count, Toward = words.Gestures.Count(g => g.Response is Response.Toward), Answered = words.Gestures.Count(g => g.Response is not null),
            Next = words.IsExcluded || words.EndedOn is not null ? null : Ladder.Next(words, today), Author = row.AuthorId == me ? null : people.GetValueOrDefault(row.AuthorId) ?? T("someone"),
        };
    }

    /// <summary>Whom it is with, as they are called now.</summary>
    public static string WithOf(SheetWords words, Func<Guid, string?> person, Func<Guid, string?> team) => words.Name ?? (words.PersonId is { } one ? person(one) : words.TeamId is { } some ? team(some) : null) ?? T("someone");
}

/// <summary>Disagreements one works on.</summary>
public sealed record WorksheetsView
{
    public required IReadOnlyList<WorksheetLine> Rows { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public bool MaySeeTurf { get; init; }
}
