using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Charter;

/// <summary>A leader writes what is expected of working together in a situation. It cannot be delegated: who writes it answers for it, and what was written before stays.</summary>
internal static class WriteCharter
{
    private const int MostEditions = 30;

    public sealed record Input
    {
        /// <summary><c>StrategicAccount</c>, <c>InsideTeam</c>, <c>LargeDeal</c>, <c>AccountTeams</c> or <c>Promotion</c>.</summary>
        public CharterSituation? Situation { get; init; }

        [StringLength(300)]
        public string? Objective { get; init; }

        /// <summary>One a line.</summary>
        [StringLength(1_500)]
        public string? Principles { get; init; }

        /// <summary>What people are expected to do, one a line.</summary>
        [StringLength(1_500)]
        public string? Behaviours { get; init; }

        /// <summary>From 1, each for themselves, to 5, all for one.</summary>
        [Range(1, 5)]
        public int? Balance { get; init; }
    }

    public static async Task<Outcome<CharterView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (db.Viewer.Role is not Role.Leader) return Outcome.Refused(T("A leader writes this, and nobody writes it for them."));
        var problems = new Problems().AddIf(input.Situation is null, "Situation", T("For which situation?")).AddIf(string.IsNullOrWhiteSpace(input.Objective), "Objective", T("What is it for?"))
            .AddIf(string.IsNullOrWhiteSpace(input.Principles), "Principles", T("By what do you want to be measured yourself?")).AddIf(string.IsNullOrWhiteSpace(input.Behaviours), "Behaviours", T("What will people do, so that somebody who watches sees it?"))
            .AddIf(input.Balance is null, "Balance", T("More for themselves, or more together?"));
        if (problems.Any) return Outcome.Invalid(problems);
        var last = await db.CharterEditions.Where(e => e.Situation == input.Situation).OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Objective, e.Principles, e.Behaviours, e.Balance }).FirstOrDefaultAsync(ct);
        var (objective, principles, behaviours) = (input.Objective!.Trim(), Lines(input.Principles!), Lines(input.Behaviours!));
        if (last is not null && (last.Objective, last.Principles, last.Behaviours, last.Balance) == (objective, principles, behaviours, input.Balance!.Value)) return Outcome.Invalid("", T("Nothing is different from the edition in force: everybody would be asked again for nothing."));
        if (last is { Number: >= MostEditions }) return Outcome.Invalid("", T("There are {0} editions of this already.", MostEditions));
        db.Add(new CharterEdition { Situation = input.Situation!.Value, Number = (last?.Number ?? 0) + 1, LeaderId = db.Viewer.PersonId, Objective = objective, Principles = principles, Behaviours = behaviours, Balance = input.Balance!.Value, SaidOn = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today });
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ShowCharter.Do(new(), db, clock, ct)).View!).Saying(last is null ? T("It is in force.") : T("A new edition is in force; everybody is asked to agree to it."));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>Agrees to the edition in force, each for themselves.</summary>
internal static class AgreeToCharter
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<CharterView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.CharterEditions.SingleOrDefaultAsync(e => e.Id == input.Id, ct) is not { } edition) return Outcome.Missing;
        if (await db.CharterEditions.AnyAsync(e => e.Situation == edition.Situation && e.Number > edition.Number, ct)) return Outcome.Refused(T("There is a newer edition: read that one."));
        var me = db.Viewer.PersonId;
        var agreed = await db.CharterAgreements.Where(a => a.EditionId == edition.Id && a.PersonId == me).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        if (agreed is null)
        {
            var row = new CharterAgreement { EditionId = edition.Id, PersonId = me, AcknowledgedOn = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today };
            db.Add(row);
            await db.SaveChangesAsync(ct);
            agreed = row.Id;
        }
        return Outcome.Done((await ShowCharter.Do(new(), db, clock, ct)).View!).Saying(T("You agreed: {0}", CharterWords.Of(edition.Situation)), $"/charter-agreements/{agreed}/removals");
    }
}

/// <summary>Takes one's agreement back.</summary>
internal static class TakeBackAgreement
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<CharterView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.CharterAgreements.SingleOrDefaultAsync(a => a.Id == input.Id && a.PersonId == db.Viewer.PersonId, ct) is not { } agreed) return Outcome.Missing;
        db.Remove(agreed);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ShowCharter.Do(new(), db, clock, ct)).View!).Saying(T("Taken back."));
    }
}
