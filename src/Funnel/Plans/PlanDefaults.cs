using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>What plans of deals are counted by.</summary>
/// <param name="JudgementDays">A judgement older than so many days has aged.</param>
/// <param name="CloseOutChance">From so many of 100, as a seller states it, a deal is among those to be closed.</param>
public sealed record PlanSettings(int JudgementDays, int CloseOutChance)
{
    internal static PlanSettings Of(Tenant tenant) => new(tenant.JudgementDays, tenant.CloseOutChance);

    /// <summary>As it stood a moment ago at most. Kept with the rules, which every page of a plan asks for.</summary>
    internal static async Task<PlanSettings> ReadAsync(AppDb db, CancellationToken ct) => (await RuleSet.ReadAsync(db, ct)).Counted;
}

/// <summary>Shows what plans of deals are counted by.</summary>
internal static class ShowPlanDefaults
{
    public static async Task<Outcome<PlanSettings>> Do(AppDb db, CancellationToken ct) => PlanSettings.Of(await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct));
}

/// <summary>Changes what plans of deals are counted by. Nothing stored is rewritten: plans, warnings and past days are read anew by it.</summary>
internal static class ChangePlanDefaults
{
    public sealed record Input
    {
        /// <summary>A judgement older than so many days has aged; as it is where nothing is said.</summary>
        [Range(7, 365)]
        public int? JudgementDays { get; init; }

        /// <summary>From so many of 100, as a seller states it, a deal is among those to be closed; as it is where nothing is said.</summary>
        [Range(50, 100)]
        public int? CloseOutChance { get; init; }
    }

    public static async Task<Outcome<PlanSettings>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var (days, chance) = (input.JudgementDays ?? tenant.JudgementDays, input.CloseOutChance ?? tenant.CloseOutChance);
        foreach (var change in new[] { PlanSettingChanged.Of(nameof(Tenant.JudgementDays), tenant.JudgementDays, days), PlanSettingChanged.Of(nameof(Tenant.CloseOutChance), tenant.CloseOutChance, chance) }.Where(c => c.Before != c.After)) db.Happened("organisation", Guid.Empty, change);
        (tenant.JudgementDays, tenant.CloseOutChance) = (days, chance);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new PlanSettings(days, chance)).Saying(T("Saved."));
    }
}

/// <summary>Something that plans are counted by changed.</summary>
internal sealed record PlanSettingChanged(string Setting, string Before, string After) : News("organisation.changed")
{
    public static PlanSettingChanged Of(string setting, int before, int after) => new(setting, before.ToString(CultureInfo.InvariantCulture), after.ToString(CultureInfo.InvariantCulture));
}
