using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Strategy;

/// <summary>Says how the team goes into a deal: what was sent, the rest stays. Whoever may change the deal may say so.</summary>
internal static class SayFormation
{
    private const int Least = 1, Most = 5;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>From 1, guarding what we have, to 5, all forward.</summary>
        public int? Forward { get; init; }

        [StringLength(300)]
        public string? OurStrength { get; init; }

        [StringLength(300)]
        public string? OurWeakness { get; init; }

        /// <summary>Against whom, or against what.</summary>
        [StringLength(120)]
        public string? Opponent { get; init; }

        [StringLength(300)]
        public string? TheirStrength { get; init; }

        [StringLength(300)]
        public string? TheirWeakness { get; init; }

        /// <summary>What we do about what they do.</summary>
        [StringLength(500)]
        public string? Counter { get; init; }

        /// <summary>Of the team, from 1, poor, to 5, strong.</summary>
        public int? Condition { get; init; }
        public int? Climate { get; init; }
        public int? WellBeing { get; init; }
        public int? TeamSpirit { get; init; }
        public int? Collaboration { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<DealTeamView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var problems = new Problems();
        foreach (var (field, value) in new[] { ("Forward", input.Forward), ("Condition", input.Condition), ("Climate", input.Climate), ("WellBeing", input.WellBeing), ("TeamSpirit", input.TeamSpirit), ("Collaboration", input.Collaboration) }) problems.AddIf(value is < Least or > Most, field, T("Between {0} and {1}.", Least, Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;
        var row = await db.DealFormations.SingleOrDefaultAsync(f => f.OpportunityId == deal!.Id, ct);
        if (row is null) db.Add(row = new DealFormation { OpportunityId = deal!.Id, SaidOn = today });
        var merge = await db.MergeAsync(row, input.Version == 0 ? row.Version : input.Version, ct);
        if (input.Has("Forward")) row.Forward = merge.Take("Forward", row.Forward, input.Forward);
        if (input.Has("OurStrength")) row.OurStrength = merge.Take("OurStrength", row.OurStrength, Said(input.OurStrength));
        if (input.Has("OurWeakness")) row.OurWeakness = merge.Take("OurWeakness", row.OurWeakness, Said(input.OurWeakness));
        if (input.Has("Opponent")) row.Opponent = merge.Take("Opponent", row.Opponent, Said(input.Opponent));
        if (input.Has("TheirStrength")) row.TheirStrength = merge.Take("TheirStrength", row.TheirStrength, Said(input.TheirStrength));
        if (input.Has("TheirWeakness")) row.TheirWeakness = merge.Take("TheirWeakness", row.TheirWeakness, Said(input.TheirWeakness));
        if (input.Has("Counter")) row.Counter = merge.Take("Counter", row.Counter, Said(input.Counter));
        if (input.Has("Condition")) row.Condition = merge.Take("Condition", row.Condition, input.Condition);
        if (input.Has("Climate")) row.Climate = merge.Take("Climate", row.Climate, input.Climate);
        if (input.Has("WellBeing")) row.WellBeing = merge.Take("WellBeing", row.WellBeing, input.WellBeing);
        if (input.Has("TeamSpirit")) row.TeamSpirit = merge.Take("TeamSpirit", row.TeamSpirit, input.TeamSpirit);
        if (input.Has("Collaboration")) row.Collaboration = merge.Take("Collaboration", row.Collaboration, input.Collaboration);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        row.SaidOn = today;
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ShowTeam.Do(new() { Id = deal!.Id }, db, clock, ct)).View!).Saying(T("It is saved."));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
