using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Charter;

/// <summary>What leaders expect of working together, by situation: the edition in force, whether the viewer agreed to it, and how many did.</summary>
internal static class ShowCharter
{
    private const int Most = 200;

    public sealed record Input
    {
        /// <summary>A situation with its earlier editions, and for a leader the form of the next.</summary>
        public CharterSituation? Of { get; init; }
    }

    public static async Task<Outcome<CharterView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (me, people) = (db.Viewer.PersonId, db.PersonRows());
        var editions = await db.CharterEditions.AsNoTracking().OrderByDescending(e => e.Number).ThenBy(e => e.Situation).Take(Most)
            .Select(e => new CharterEditionView { Id = e.Id, Situation = e.Situation, Number = e.Number, Leader = people.Where(p => p.Id == e.LeaderId).Select(p => p.Name).FirstOrDefault(), Objective = e.Objective, Principles = e.Principles, Behaviours = e.Behaviours, Balance = e.Balance, SaidOn = e.SaidOn }).ToListAsync(ct);
        var mine = await db.CharterAgreements.Where(a => a.PersonId == me).Select(a => new { a.Id, a.EditionId, a.AcknowledgedOn }).Take(Most * 2).ToDictionaryAsync(a => a.EditionId, ct);
        var counts = await db.CharterAgreements.Where(a => people.Any(p => p.Id == a.PersonId && p.IsHere)).GroupBy(a => a.EditionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var here = await people.CountAsync(p => p.IsHere, ct);
        var known = editions.ConvertAll(e => e with { AgreedOn = mine.GetValueOrDefault(e.Id)?.AcknowledgedOn, AgreementId = mine.GetValueOrDefault(e.Id)?.Id, Agreed = counts.GetValueOrDefault(e.Id) });
        return new CharterView
        {
            Situations = [.. Enum.GetValues<CharterSituation>().Select(s => new SituationView(s, known.Find(e => e.Situation == s), [.. known.Where(e => e.Situation == s).Skip(1)]))],
            People = here, Open = input.Of, MayWrite = db.Viewer.Role is Role.Leader, MaySeeDeals = db.Viewer.May(Permission.SeeFunnel), Today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today,
        };
    }

    public sealed record Posted { public CharterSituation? Situation { get; init; } }

    /// <summary>The same after an edition was posted.</summary>
    public static Task<Outcome<CharterView>> Again(Posted input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Of = input.Situation }, db, clock, ct);
}

/// <summary>The charter.</summary>
public sealed record CharterView
{
    /// <summary>All five, written or not.</summary>
    public required IReadOnlyList<SituationView> Situations { get; init; }

    /// <summary>People who are here.</summary>
    public required int People { get; init; }

    [JsonIgnore]
    public CharterSituation? Open { get; init; }

    [JsonIgnore]
    public bool MaySeeDeals { get; init; }

    [JsonIgnore]
    public bool MayWrite { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }
}

/// <summary>A situation.</summary>
/// <param name="Situation">Which.</param>
/// <param name="Edition">In force; null while no leader wrote one.</param>
/// <param name="Earlier">Editions before, the latest first.</param>
public sealed record SituationView([property: JsonConverter(typeof(JsonStringEnumConverter<CharterSituation>))] CharterSituation Situation, CharterEditionView? Edition, IReadOnlyList<CharterEditionView> Earlier);

/// <summary>What is expected in a situation.</summary>
public sealed record CharterEditionView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<CharterSituation>))]
    public required CharterSituation Situation { get; init; }
    public required int Number { get; init; }

    /// <summary>Who wrote it and answers for it.</summary>
    public string? Leader { get; init; }
    public required string Objective { get; init; }
    public required string Principles { get; init; }
    public required string Behaviours { get; init; }

    /// <summary>From 1, each for themselves, to 5, all for one.</summary>
    public required int Balance { get; init; }
    public required DateOnly SaidOn { get; init; }

    /// <summary>When the viewer agreed to it; null while they did not.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>How many who are here agreed.</summary>
    public int Agreed { get; init; }

    /// <summary>The viewer's agreement, by which it is taken back.</summary>
    public Guid? AgreementId { get; init; }
}
