using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>Adds a line to a plan, or says one anew: what was sent, the rest stays. From then on it is of this day and by whoever said it.</summary>
internal static class ChangePlanItem
{
    private const decimal MostAmount = 1_000_000_000_000;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The account where a line is added, the line where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Said once, when it is added.</summary>
        public PlanKind? Kind { get; init; }

        [StringLength(500)]
        public string? Text { get; init; }

        [StringLength(1_000)]
        public string? Evidence { get; init; }
        public Guid? FromId { get; init; }
        public Guid? StrengthId { get; init; }
        public Guid? PlayerId { get; init; }
        public DateOnly? On { get; init; }

        [Range(1, PlanWords.Rungs)]
        public int? Rung { get; init; }

        [Range(1, PlanWords.Rungs)]
        public int? Target { get; init; }

        [Range(2000, 2100)]
        public int? Year { get; init; }
        public decimal? Amount { get; init; }
        public Guid? OpportunityId { get; init; }
        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<PlanItemView>> Add(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (input.Kind is not { } kind) return Outcome.Invalid("Kind", T("Please fill this in."));
        var problems = await CheckAsync(input, input.Id, kind, null, db, deals, ct);
        problems.AddIf(await db.Rows<PlanItem>().CountAsync(i => i.AccountId == input.Id, ct) >= PlanReading.Most, "", T("There are {0} lines already; nobody reads a longer plan.", PlanReading.Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var item = new PlanItem { AccountId = input.Id, Kind = kind, AsOf = await ListTasks.TodayAsync(db, clock, ct), SaidById = db.Viewer.PersonId };
        Take(item, input, (await db.TenantAsync(ct)).Currency, null);
        db.Add(item);
        await db.SaveChangesAsync(ct);
        return (await PlanReading.ItemsAsync(db, input.Id, ct)).Single(i => i.Id == item.Id);
    }

    public static async Task<Outcome<PlanItemView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var (item, no) = await OpenAsync(db, input.Id, ct);
        if (no is not null) return no;
        var problems = await CheckAsync(input, item!.AccountId, item.Kind, item, db, deals, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(item, item.Drawn(input.Version), ct);
        Take(item, input, item.Currency ?? (await db.TenantAsync(ct)).Currency, merge);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        (item.AsOf, item.SaidById) = (await ListTasks.TodayAsync(db, clock, ct), db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return (await PlanReading.ItemsAsync(db, item.AccountId, ct)).Single(i => i.Id == item.Id);
    }

    public static async Task<Outcome<WentBack>> AddOnPage(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var added = await Add(input, db, deals, clock, ct);
        return added.View is { } item ? Outcome.Done(new WentBack($"/accounts/{input.Id}/plan")).Saying(T("Noted: {0}", PlanWords.Said(item)), $"/plan-items/{item.Id}/removals") : added.No;
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Do(input, db, deals, clock, ct);
        if (changed.View is not { } item) return changed.No;
        var account = await db.Rows<PlanItem>().Where(i => i.Id == item.Id).Select(i => i.AccountId).SingleAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{account}/plan")).Saying(T("Noted: {0}", PlanWords.Said(item)));
    }

    public sealed record One { public Guid Id { get; init; } }

    /// <summary>Says that a line is still so, today.</summary>
    public static async Task<Outcome<WentBack>> StillSo(One input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (item, no) = await OpenAsync(db, input.Id, ct);
        if (no is not null) return no;
        (item!.AsOf, item.SaidById) = (await ListTasks.TodayAsync(db, clock, ct), db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{item.AccountId}/plan")).Saying(T("Still so as of today."));
    }

    public static async Task<Outcome<WentBack>> Remove(One input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await OpenAsync(db, input.Id, ct), clock, i => i.Text ?? PlanWords.Of(i.Kind), i => new WentBack($"/accounts/{i.AccountId}/plan"), i => $"/plan-items/{i.Id}/restorations", ct);

    /// <summary>Brings a line back, unless another took the place of which there is one.</summary>
    public static async Task<Outcome<WentBack>> Restore(One input, AppDb db, CancellationToken ct)
    {
        var opened = await OpenAsync(db, input.Id, ct, removed: true);
        if (opened is { No: null, Row: { RemovedAt: not null } item })
        {
            var lines = await db.Rows<PlanItem>().Where(i => i.AccountId == item.AccountId).Select(i => new PlanOnly.Line(i.Id, i.Kind, i.Text)).ToListAsync(ct);
            if (PlanOnly.Twice(lines, item.Id, item.Kind, item.Text) is { } twice) return Outcome.Refused(twice);
        }
        return await Removing.RestoreAsync(db, opened, i => i.Text ?? PlanWords.Of(i.Kind), i => new WentBack($"/accounts/{i.AccountId}/plan"), ct);
    }

    private static async Task<(PlanItem? Row, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<PlanItem>() : db.Rows<PlanItem>()).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return (null, Outcome.Missing);
        var (_, no) = await db.AccountForChangeAsync(item.AccountId, ct);
        return (item, no);
    }

    private static async Task<Problems> CheckAsync(Input input, Guid accountId, PlanKind kind, PlanItem? own, AppDb db, IEnumerable<IDealsOnMap> deals, CancellationToken ct)
    {
        var (text, evidence) = (input.Has("Text") ? input.Text : own?.Text, input.Has("Evidence") ? input.Evidence : own?.Evidence);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(text) && kind is not (PlanKind.Rung or PlanKind.Revenue), "Text", T("Please fill this in."));
        problems.AddIf(kind is PlanKind.Trend or PlanKind.Need or PlanKind.Strength or PlanKind.Vulnerability or PlanKind.Rung && string.IsNullOrWhiteSpace(evidence), "Evidence", T("What shows it?"));
        problems.AddIf(kind is PlanKind.Rung && (input.Has("Rung") ? input.Rung : own?.Rung) is null, "Rung", T("Please fill this in."));
        problems.AddIf(kind is PlanKind.Revenue && (input.Has("Year") ? input.Year : own?.Year) is null, "Year", T("Please fill this in."));
        problems.AddIf(kind is PlanKind.Revenue && (input.Has("Amount") ? input.Amount is null : own?.Amount is null), "Amount", T("Please fill this in."));
        // Whatever the kind: a program may send what its form does not ask for.
        problems.AddIf(input.Amount is < 0 or > MostAmount, "Amount", T("Between {0} and {1}.", 0, MostAmount));
        var lines = await db.Rows<PlanItem>().Where(i => i.AccountId == accountId).Select(i => new PlanOnly.Line(i.Id, i.Kind, i.Text)).ToListAsync(ct);
        if (PlanOnly.Twice(lines, own?.Id, kind, text) is { } twice) problems.Add("Text", twice);
        problems.AddIf(input.FromId is { } from && !lines.Any(l => l.Id == from && l.Id != own?.Id), "FromId", T("This line is not in the plan."));
        problems.AddIf(input.StrengthId is { } strength && !lines.Any(l => l.Id == strength && l.Kind is PlanKind.Strength), "StrengthId", T("This line is not in the plan."));
        problems.AddIf(input.PlayerId is { } player && (await PlanReading.PlayersAsync(db, accountId, ct)).All(p => p.Id != player), "PlayerId", T("Nobody of the relationship map."));
        problems.AddIf(input.OpportunityId is { } deal && (deals.FirstOrDefault() is not { } known || (await known.OfAccountAsync(db, accountId, ct)).All(d => d.Id != deal)), "OpportunityId", T("This deal is not here."));
        return problems;
    }

    private static void Take(PlanItem item, Input said, string currency, Merge? merge)
    {
        item.Text = Taken(nameof(item.Text), item.Text, string.IsNullOrWhiteSpace(said.Text) ? null : said.Text);
        item.Evidence = Taken(nameof(item.Evidence), item.Evidence, said.Evidence);
        item.FromId = Taken(nameof(item.FromId), item.FromId, said.FromId);
        item.StrengthId = Taken(nameof(item.StrengthId), item.StrengthId, said.StrengthId);
        item.PlayerId = Taken(nameof(item.PlayerId), item.PlayerId, said.PlayerId);
        item.On = Taken(nameof(item.On), item.On, said.On);
        item.Rung = Taken(nameof(item.Rung), item.Rung, said.Rung);
        item.Target = Taken(nameof(item.Target), item.Target, said.Target);
        item.Year = Taken(nameof(item.Year), item.Year, said.Year);
        item.Amount = Taken(nameof(item.Amount), item.Amount, said.Amount is { } amount ? Minor.FromMajor(amount, currency) : null);
        item.Currency = item.Amount is null ? null : item.Currency ?? currency;
        item.OpportunityId = Taken(nameof(item.OpportunityId), item.OpportunityId, said.OpportunityId);

        T1 Taken<T1>(string field, T1 current, T1 typed) => !said.Has(field) ? current : merge is null ? typed : merge.Take(field, current, typed);
    }
}
