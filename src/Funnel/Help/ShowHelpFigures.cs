using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Help;

/// <summary>
/// How fast requests find somebody, and how often departments refuse, of a year. Never by person: a department of fewer than five people or
/// with fewer than five answers is left out, and all that is said of refusals is said of those that are shown, so that nothing follows by taking one from another.
/// </summary>
internal static class ShowHelpFigures
{
    private const int MostTimes = 2_000;

    public static async Task<Outcome<HelpFiguresView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (since, people) = (now.AddYears(-1), db.PersonRows().Where(p => p.IsHere));
        var year = db.Rows<HelpRequest>().Where(r => r.AskedAt > since && r.AskedAt <= now);
        var times = (await year.Where(r => r.AllocatedAt != null).OrderByDescending(r => r.AskedAt).Take(MostTimes).Select(r => new { r.AskedAt, r.AllocatedAt }).ToListAsync(ct)).Select(r => (r.AllocatedAt!.Value - r.AskedAt).TotalMinutes).Order().ToList();
        var answers = await year.Where(r => r.DepartmentId != null && (r.RefusedAt != null || r.HelperId != null && !r.IsRescued)).GroupBy(r => new { r.DepartmentId, Refused = r.RefusedAt != null, r.Refusal, Rescued = r.RefusedAt != null && r.IsRescued })
            .Select(g => new { g.Key.DepartmentId, g.Key.Refused, g.Key.Refusal, g.Key.Rescued, Count = g.Count() }).ToListAsync(ct);
        var teams = await db.TeamRows().Select(t => new { t.Id, t.Name, People = people.Count(p => p.TeamId == t.Id) }).ToListAsync(ct);
        var shown = answers.GroupBy(a => a.DepartmentId!.Value).Select(g => (Team: teams.Find(t => t.Id == g.Key), Rows: g.ToList())).Where(g => g.Team is { People: >= Ratio.Floor } && g.Rows.Sum(a => a.Count) >= Ratio.Floor).ToList();
        var refused = shown.SelectMany(s => s.Rows).Where(a => a.Refused).ToList();
        var all = refused.Sum(a => a.Count);
        return new HelpFiguresView
        {
            From = DateOnly.FromDateTime(since).AddDays(1), To = Standing.Of(await db.TenantAsync(ct), now).Today, Allocated = times.Count, MedianMinutes = times.Count < Ratio.Floor ? null : Middle(times),
            Departments = [.. shown.Select(s => new HelpDepartment(s.Team!.Id, s.Team.Name, Ratio.Of(s.Rows.Where(a => a.Refused).Sum(a => a.Count), s.Rows.Sum(a => a.Count))!)).OrderBy(d => d.Name, StringComparer.CurrentCulture).ThenBy(d => d.Id)],
            Refused = all, Rescued = Ratio.Of(refused.Where(a => a.Rescued).Sum(a => a.Count), all),
            Reasons = all < Ratio.Floor ? [] : [.. refused.GroupBy(a => a.Refusal ?? HelpRefusal.Other).Select(g => new HelpReason(g.Key, g.Sum(a => a.Count))).OrderByDescending(r => r.Count).ThenBy(r => r.Why)],
        };
    }

    private static double Middle(List<double> sorted) => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
}

/// <summary>How fast help comes, and how often it is refused.</summary>
public sealed record HelpFiguresView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Requests that found somebody.</summary>
    public required int Allocated { get; init; }

    /// <summary>Minutes from asking until somebody took it, of the middle one; null below five.</summary>
    public required double? MedianMinutes { get; init; }

    /// <summary>Departments of at least five people with at least five answers.</summary>
    public required IReadOnlyList<HelpDepartment> Departments { get; init; }

    /// <summary>Refusals of those departments.</summary>
    public required int Refused { get; init; }

    /// <summary>Of those the share that somebody else took; null below five.</summary>
    public required Ratio? Rescued { get; init; }

    /// <summary>Why those were refused; none below five.</summary>
    public required IReadOnlyList<HelpReason> Reasons { get; init; }
}

/// <summary>How often a department refused.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">As it is called.</param>
/// <param name="Refused">Of the requests it answered.</param>
public sealed record HelpDepartment(Guid Id, string Name, Ratio Refused);

/// <summary>A reason and how often it was given.</summary>
public sealed record HelpReason([property: System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<HelpRefusal>))] HelpRefusal Why, int Count);
