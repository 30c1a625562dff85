using System.Text.Json.Serialization;
using Coxswain.Funnel.Help;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Disagreement;

/// <summary>What stands between departments, what is done about it by whom, and how often each refuses requests for help.</summary>
internal static class ShowTurf
{
    private const int Most = 100, MostChoices = 200, MostRequests = 1_000;

    public sealed record Input
    {
        /// <summary>A matter to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<TurfView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (people, teams) = (db.PersonRows(), db.TeamRows());
        var rows = await db.TurfCases.AsNoTracking().OrderBy(c => c.State == TurfState.Settled ? 1 : 0).ThenBy(c => c.Since == null).ThenBy(c => c.Since).ThenBy(c => c.Id).Take(Most).Select(c => new TurfView.Case
        {
            Id = c.Id, Version = c.Version, FirstTeamId = c.FirstTeamId, First = teams.Where(t => t.Id == c.FirstTeamId).Select(t => t.Name).FirstOrDefault(), SecondTeamId = c.SecondTeamId, Second = teams.Where(t => t.Id == c.SecondTeamId).Select(t => t.Name).FirstOrDefault(),
            Issue = c.Issue, Since = c.Since, Action = c.Action, OwnerId = c.OwnerId, Owner = people.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(), State = c.State, SettledOn = c.SettledOn, Resolution = c.Resolution,
        }).ToListAsync(ct);
        var year = clock.GetUtcNow().UtcDateTime.AddYears(-1);
        var shown = rows.Select(c => (Guid?)c.Id).ToList();
        // Those a matter points at first, however old: what is not drawn would be taken from it.
        var requests = await db.HelpRequests.AsNoTracking().Where(r => r.TurfCaseId != null && shown.Contains(r.TurfCaseId) || r.TurfCaseId == null && r.Refusal != null && r.AskedAt > year).OrderBy(r => r.TurfCaseId == null ? 1 : 0).ThenByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Take(MostRequests).Select(r => new { r.Id, r.What, r.AskedAt, r.TurfCaseId, Department = teams.Where(t => t.Id == r.DepartmentId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(ct);
        var help = (await ShowHelpFigures.Do(db, clock, ct)).View!;
        var leaders = await people.Where(p => p.IsHere && (p.Role == Role.Leader || p.Role == Role.Admin)).OrderBy(p => p.FoldedName).ThenBy(p => p.Id).Take(MostChoices).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var all = await teams.OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MostChoices).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        return new TurfView
        {
            Rows = [.. rows.Select(c => c with { Requests = [.. requests.Where(r => r.TurfCaseId == c.Id).Select(r => new TurfRequest(r.Id, r.What, DateOnly.FromDateTime(r.AskedAt), r.Department))] })],
            Refused = [.. requests.Where(r => r.TurfCaseId is null).Select(r => new Choice(r.Id.ToString(), r.What, string.Join(" · ", new[] { r.Department, DayText.Whole(DateOnly.FromDateTime(r.AskedAt)) }.OfType<string>())))], Departments = help.Departments, From = help.From, Editing = input.Edit, Me = db.Viewer.PersonId, Today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today,
            Leaders = [.. leaders.Select(l => new Choice(l.Id.ToString(), l.Name))], Teams = [.. all.Select(t => new Choice(t.Id.ToString(), t.Name))],
        };
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same after a form of a matter was posted.</summary>
    public static Task<Outcome<TurfView>> Again(OfOne input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Edit = input.Id }, db, clock, ct);
}

/// <summary>The register of what stands between departments.</summary>
public sealed record TurfView
{
    /// <summary>Those that are not settled first, the oldest of them at the top.</summary>
    public required IReadOnlyList<Case> Rows { get; init; }

    /// <summary>How often departments refused requests for help within a year; of five people or more with five answers or more.</summary>
    public required IReadOnlyList<HelpDepartment> Departments { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Requests for help that were refused within a year, the latest first: what a matter can have shown in.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Refused { get; init; } = [];

    [JsonIgnore]
    public Guid? Editing { get; init; }

    [JsonIgnore]
    public Guid Me { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> Leaders { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<Choice> Teams { get; init; } = [];

    /// <summary>A matter between two departments.</summary>
    public sealed record Case
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid FirstTeamId { get; init; }
        public string? First { get; init; }
        public required Guid SecondTeamId { get; init; }
        public string? Second { get; init; }
        public required string Issue { get; init; }
        public DateOnly? Since { get; init; }
        public string? Action { get; init; }
        public required Guid OwnerId { get; init; }
        public string? Owner { get; init; }
        public required TurfState State { get; init; }
        public DateOnly? SettledOn { get; init; }

        /// <summary>How it was settled.</summary>
        public string? Resolution { get; init; }

        /// <summary>The requests for help it showed in, the latest first.</summary>
        public IReadOnlyList<TurfRequest> Requests { get; init; } = [];
    }
}

/// <summary>A request for help that a matter between departments showed in: of departments, never of a person.</summary>
/// <param name="Id">Its key.</param>
/// <param name="What">What was needed.</param>
/// <param name="AskedOn">When.</param>
/// <param name="Department">Which department was asked; null where it was nobody in particular.</param>
public sealed record TurfRequest(Guid Id, string What, DateOnly AskedOn, string? Department);
