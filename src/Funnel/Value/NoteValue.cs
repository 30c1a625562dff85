using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>Notes something we offer and how much of it they need, and says it anew: what was sent, the rest stays.</summary>
internal static class NoteValue
{
    public const int Most = 30;

    private const double MostOf = 1e12;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal where one is noted, the line where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What we can do for them.</summary>
        [StringLength(200)]
        public string? Capability { get; init; }

        /// <summary>How much of it we offer.</summary>
        public double? Offered { get; init; }

        /// <summary>How much of it they need; 0 is nothing, unknown where nothing is said.</summary>
        public double? Needed { get; init; }

        /// <summary>Of both, e.g. pallets a day.</summary>
        [StringLength(40)]
        public string? Unit { get; init; }

        /// <summary>The contact of the account who needs it.</summary>
        public Guid? For { get; init; }

        /// <summary>Whether they can get it elsewhere; unknown where nothing is said.</summary>
        public bool? IsElsewhere { get; init; }

        /// <summary>What that which they need is worth to them, in whole units of the deal's currency.</summary>
        public decimal? Worth { get; init; }

        /// <summary>The proof from the library; only one that may be shown today.</summary>
        public Guid? Proof { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<ValueItemView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var item = new ValueItem
        {
            OpportunityId = deal!.Id, Capability = input.Capability?.Trim() ?? "", Offered = input.Offered, Needed = input.Needed, Unit = Trimmed(input.Unit), ForId = input.For, IsElsewhere = input.IsElsewhere,
            Worth = input.Worth is >= 0 and <= FieldRules.MostMoney ? Minor.FromMajor(input.Worth.Value, deal.Currency) : null, Currency = deal.Currency, ProofId = input.Proof,
        };
        var problems = await WrongAsync(db, clock, item, input, deal.AccountId, item.ForId is not null, item.ProofId is not null, ct);
        problems.AddIf(await db.ValueItems.CountAsync(i => i.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} lines already.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(item);
        await db.SaveChangesAsync(ct);
        return await ShowValue.OneAsync(db, clock, item.Id, ct);
    }

    public static async Task<Outcome<ValueSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } item ? Outcome.Done(new ValueSaved(input.Id)).Saying(T("Noted: {0}", item.Capability), $"/value-items/{item.Id}/removals") : noted.No;
    }

    public static async Task<Outcome<ValueItemView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ValueItems.SingleOrDefaultAsync(i => i.Id == input.Id, ct) is not { } item) return Outcome.Missing;
        var (deal, no) = await db.OpportunityForChangeAsync(item.OpportunityId, ct);
        if (no is not null) return no;
        var merge = await db.MergeAsync(item, input.Version == 0 ? item.Version : input.Version, ct);
        var (who, proof) = (item.ForId, item.ProofId);
        if (input.Has("Capability")) item.Capability = merge.Take("Capability", item.Capability, input.Capability?.Trim() ?? "");
        if (input.Has("Offered")) item.Offered = merge.Take("Offered", item.Offered, input.Offered);
        if (input.Has("Needed")) item.Needed = merge.Take("Needed", item.Needed, input.Needed);
        if (input.Has("Unit")) item.Unit = merge.Take("Unit", item.Unit, Trimmed(input.Unit));
        if (input.Has("For")) item.ForId = merge.Take("ForId", item.ForId, input.For);
        if (input.Has("IsElsewhere")) item.IsElsewhere = merge.Take("IsElsewhere", item.IsElsewhere, input.IsElsewhere);
        if (input.Has("Worth")) (item.Worth, item.Currency) = (merge.Take("Worth", item.Worth, input.Worth is >= 0 and <= FieldRules.MostMoney ? Minor.FromMajor(input.Worth.Value, deal!.Currency) : null), deal!.Currency);
        if (input.Has("Proof")) item.ProofId = merge.Take("ProofId", item.ProofId, input.Proof);
        var problems = await WrongAsync(db, clock, item, input, deal!.AccountId, item.ForId is not null && item.ForId != who, item.ProofId is not null && item.ProofId != proof, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await ShowValue.OneAsync(db, clock, item.Id, ct);
    }

    public static async Task<Outcome<ValueSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var deal = await db.ValueItems.Where(i => i.Id == input.Id).Select(i => i.OpportunityId).SingleOrDefaultAsync(ct);
        var changed = await Change(input, db, clock, ct);
        return changed.View is not null ? Outcome.Done(new ValueSaved(deal)).Saying(T("It is saved.")) : changed.No;
    }

    private static async Task<Problems> WrongAsync(AppDb db, TimeProvider clock, ValueItem item, Input input, Guid? account, bool asksWho, bool asksProof, CancellationToken ct)
    {
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(item.Capability), "Capability", T("What can we do for them?"))
            .AddIf(item.Offered is < 0 or > MostOf or double.NaN, "Offered", T("A quantity is not below zero."))
            .AddIf(item.Needed is < 0 or > MostOf or double.NaN, "Needed", T("A quantity is not below zero."));
        FieldRules.Amount(problems, input.Worth, item.Currency, "Worth");
        if (asksWho) problems.AddIf(!await db.IsOfAccountAsync(item.ForId!.Value, account, ct), "For", T("Choose a contact of the deal's account."));
        if (asksProof)
        {
            var today = (await Standing.ReadAsync(db, clock, ct)).Day;
            problems.AddIf(!await db.ShowableProofs(today).AnyAsync(p => p.Id == item.ProofId, ct), "Proof", T("There is no permission to show this today: ask the customer first."));
        }
        return problems;
    }

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Takes a line off, and brings it back.</summary>
internal static class RemoveValue
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<ValueSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(db, db.ValueItems, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<ValueSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(db, db.RowsWithRemoved<ValueItem>(), input.Id, null, ct);

    private static async Task<Outcome<ValueSaved>> SetAsync(AppDb db, IQueryable<ValueItem> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return Outcome.Missing;
        if ((await db.OpportunityForChangeAsync(item.OpportunityId, ct)).No is { } no) return no;
        item.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ValueSaved(item.OpportunityId)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/value-items/{id}/restorations");
    }
}
