using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>Sets what was agreed with support from a day on. What was before stays on record; nowhere is there a number of tips to reach.</summary>
internal static class SetTerms
{
    private const int Widest = 50;

    public sealed record Input
    {
        /// <summary>In force from; today, where nobody says.</summary>
        public DateOnly? From { get; init; }

        /// <summary>What a point pays, in the organisation's currency; empty pays nothing.</summary>
        public decimal? PointWorth { get; init; }

        [Range(0, 100)]
        public int? ToHearer { get; init; }

        [Range(0, 100)]
        public int? ToSeller { get; init; }

        [StringLength(120)]
        public string? SkillOne { get; init; }

        [StringLength(120)]
        public string? SkillTwo { get; init; }

        [Range(0, Widest)]
        public int? MostDrop { get; init; }
    }

    public static async Task<Outcome<TermsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, currency) = (await ListTasks.TodayAsync(db, clock, ct), (await db.TenantAsync(ct)).Currency);
        var (from, all) = (input.From ?? today, await db.Rows<ServiceTerms>().OrderBy(t => t.From).ToListAsync(ct));
        var paid = await db.Rows<RewardPayout>().MaxAsync(p => (DateOnly?)p.Month, ct);
        var problems = new Problems().AddIf(all.LastOrDefault() is { } last && from < last.From, "From", T("Later terms are set already, from {0}.", all.LastOrDefault()?.From)).AddIf(paid is { } month && from < month.AddMonths(1), "From", T("Points up to then were paid by the rule of that time: take a later day."))
            .AddIf(input.PointWorth is < 0 or > 1_000_000, "PointWorth", T("From 0 on."));
        if (problems.Any) return Outcome.Invalid(problems);
        var before = ServiceTerms.In(all, from);
        if (all.LastOrDefault(t => t.From == from) is not { } terms) db.Add(terms = new ServiceTerms { From = from });
        terms.PointWorth = input.PointWorth is { } worth ? Minor.FromMajor(worth, currency) : null;
        (terms.ToHearer, terms.ToSeller, terms.MostDrop) = (input.ToHearer ?? before.ToHearer, input.ToSeller ?? before.ToSeller, input.MostDrop ?? before.MostDrop);
        (terms.SkillOne, terms.SkillTwo, terms.SaidById) = (input.SkillOne ?? before.SkillOne, input.SkillTwo ?? before.SkillTwo, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await ShowTerms.ViewAsync(db, today, ct)).Saying(T("Set from {0} on.", Platform.Ui.DayText.Short(from, today)));
    }
}

/// <summary>What was agreed with support, and the rules of its rewards, with those before.</summary>
internal static class ShowTerms
{
    public static async Task<Outcome<TermsView>> Do(AppDb db, TimeProvider clock, CancellationToken ct) => await ViewAsync(db, await ListTasks.TodayAsync(db, clock, ct), ct);

    internal static async Task<TermsView> ViewAsync(AppDb db, DateOnly today, CancellationToken ct)
    {
        var (all, currency) = (await ServiceTerms.AllAsync(db, ct), (await db.TenantAsync(ct)).Currency);
        return new TermsView(TermsRow.Of(ServiceTerms.In(all, today)), [.. all.AsEnumerable().Reverse().Select(TermsRow.Of)], RuleView.Of(await RewardReading.RulesAsync(db, ct), today), currency, today);
    }
}

/// <summary>Terms and rules as their page shows them.</summary>
public sealed record TermsView(TermsRow Now, IReadOnlyList<TermsRow> All, IReadOnlyList<RuleView> Rules, string Currency, DateOnly Today);

/// <summary>Terms from a day on.</summary>
public sealed record TermsRow(DateOnly From, long? PointWorth, int ToHearer, int ToSeller, string? SkillOne, string? SkillTwo, int MostDrop)
{
    internal static TermsRow Of(ServiceTerms t) => new(t.From, t.PointWorth, t.ToHearer, t.ToSeller, t.SkillOne, t.SkillTwo, t.MostDrop);
}
