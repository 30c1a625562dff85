using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Export;

/// <summary>People and teams in an export of everything; sign-ins stay, and so do the keys of programs.</summary>
internal static class PeopleExported
{
    public static void AddExported(this IServiceCollection services)
    {
        services.AddSingleton<IExported>(new Exported<Team>("team", "teams", 10, () => T("Teams")) { Above = [nameof(Team.ParentId)], Completes = KeepLeadersAsync });
        // Whoever sets the new organisation up is one of these already, with the role they gave themselves there.
        services.AddSingleton<IExported>(new Exported<Person>("person", "people", 11, () => T("People"))
        {
            Stays = [nameof(Person.LoginId), nameof(Person.ToldAt)], Kept = [nameof(Person.Role)],
            KnownBy = p => p.Email is null ? null : Folding.Fold(p.Email),
            Completes = LeadAsync,
        });
        services.AddSingleton<IExported>(new Exported<Membership>("membership", "memberships", 12, () => T("Who was in which team")));
    }

    // Teams come before people: one that is led by somebody who is here already under another key learns of it with them.
    private static async Task LeadAsync(OwnRows<Person> rows, CancellationToken ct)
    {
        var others = rows.Rows.Where(r => r.Named is { } named && named != r.Record.Id).ToDictionary(r => r.Named!.Value);
        if (others.Count == 0 || rows.Batch.IsTried) return;
        var named = others.Keys.ToList();
        foreach (var team in await rows.Batch.Db.Rows<Team>().Where(t => named.Contains(t.ManagerId!.Value)).ToListAsync(ct))
        {
            var leads = others[team.ManagerId!.Value];
            team.ManagerId = leads.Record.Id;
            rows.Beside("team", team, leads);
        }
    }

    // The same export again names who led it there, whom nobody here knows: whoever leads it here goes on.
    private static async Task KeepLeadersAsync(OwnRows<Team> rows, CancellationToken ct)
    {
        var db = rows.Batch.Db;
        var led = rows.Rows.Where(r => !r.IsNew && r.Record.ManagerId is not null && db.Entry(r.Record).Property(t => t.ManagerId) is { IsModified: true, OriginalValue: not null }).ToList();
        if (led.Count == 0) return;
        var leaders = led.ConvertAll(r => r.Record.ManagerId!.Value);
        var here = await db.People.Where(p => leaders.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        foreach (var team in led.Select(r => r.Record).Where(t => !here.Contains(t.ManagerId!.Value))) team.ManagerId = db.Entry(team).Property(t => t.ManagerId).OriginalValue;
    }
}
