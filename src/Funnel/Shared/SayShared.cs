using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>Says what the customer wants and by when: what was sent, the rest stays.</summary>
internal static class SayShared
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>In their words; they read it.</summary>
        [StringLength(300)]
        public string? Aim { get; init; }

        /// <summary>The day they want it to work.</summary>
        public DateOnly? WantedOn { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<SharedView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        // Two who begin at the same moment make two rows; the first one counts.
        var plan = await db.SharedPlans.Where(p => p.OpportunityId == deal!.Id).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);
        if (plan is null) db.Add(plan = new SharedPlan { OpportunityId = deal!.Id });
        var merge = await db.MergeAsync(plan, input.Version == 0 ? plan.Version : input.Version, ct);
        if (input.Has("Aim")) plan.Aim = merge.Take("Aim", plan.Aim, string.IsNullOrWhiteSpace(input.Aim) ? null : input.Aim.Trim());
        if (input.Has("WantedOn")) plan.WantedOn = merge.Take("WantedOn", plan.WantedOn, input.WantedOn);
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var problems = new Problems().AddIf(input.Has("WantedOn") && (plan.WantedOn < today.AddYears(-5) || plan.WantedOn > today.AddYears(10)), "WantedOn", T("This day cannot be right."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return (await ShowShared.Do(new() { Id = deal!.Id }, db, clock, ct)).Saying(T("It is saved."));
    }
}

/// <summary>Whoever works on the deal has read what the customer did.</summary>
internal static class ReadShared
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<SharedRead>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var now = clock.GetUtcNow().UtcDateTime;
        var unread = await db.SharedSayings.Where(s => s.OpportunityId == deal!.Id && s.SeenAt == null).OrderBy(s => s.Id).Take(BuyerSayings.Most).ToListAsync(ct);
        foreach (var saying in unread) saying.SeenAt = now;
        await db.SaveChangesAsync(ct);
        return new SharedRead(unread.Count, LocalPath.Or(input.Back, $"/opportunities/{deal!.Id}/shared"));
    }
}

/// <summary>What the customer did is read.</summary>
/// <param name="Count">How much of it.</param>
/// <param name="Url">Where to go on.</param>
public sealed record SharedRead(int Count, string Url);
