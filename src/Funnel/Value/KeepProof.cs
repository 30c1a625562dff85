using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>Adds a proof to the library, and says it anew: what was sent, the rest stays.</summary>
internal static class KeepProof
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The proof where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What it proves, in the words that all customers of it share.</summary>
        [StringLength(200)]
        public string? Claim { get; init; }

        /// <summary>The account it was shown at; the name of one is enough.</summary>
        public Guid? AccountId { get; init; }

        /// <summary>Who it was: an account here by its name, or somebody outside.</summary>
        [StringLength(120)]
        public string? Customer { get; init; }

        /// <summary>What was measured.</summary>
        [StringLength(200)]
        public string? Measure { get; init; }

        /// <summary>What it was before.</summary>
        [StringLength(80)]
        public string? Before { get; init; }

        /// <summary>What it was after.</summary>
        [StringLength(80)]
        public string? After { get; init; }

        /// <summary>What it saved them, in whole units of the currency.</summary>
        public decimal? Saving { get; init; }

        /// <summary>Of the saving; the organisation's where nothing is said.</summary>
        public string? Currency { get; init; }

        /// <summary>Whether they let us show it: <c>Yes</c>, <c>Asked</c> or <c>No</c>, which it is where nothing is said.</summary>
        public ProofPermission? Permission { get; init; }

        /// <summary>The last day we may.</summary>
        public DateOnly? PermittedUntil { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<ProofView>> Add(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var currency = Code(input.Currency) ?? (await db.TenantAsync(ct)).Currency;
        var (account, named) = await WhoAsync(db, input, ct);
        var proof = new Proof
        {
            Claim = input.Claim?.Trim() ?? "", AccountId = account, Customer = named, Measure = input.Measure?.Trim() ?? "", Before = NoteValue.Trimmed(input.Before), After = NoteValue.Trimmed(input.After),
            Saving = Money(input.Saving, currency), Currency = currency, Permission = input.Permission ?? ProofPermission.No, PermittedUntil = input.PermittedUntil,
        };
        if (Wrong(proof, input) is { Any: true } problems) return Outcome.Invalid(problems);
        db.Add(proof);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, proof, clock, ct);
    }

    public static async Task<Outcome<ProofsSaved>> AddOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var added = await Add(input, db, clock, ct);
        return added.View is { } proof ? Outcome.Done(new ProofsSaved()).Saying(T("The proof is kept."), $"/proofs/{proof.Id}/removals") : added.No;
    }

    public static async Task<Outcome<ProofView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Proofs.SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } proof) return Outcome.Missing;
        var merge = await db.MergeAsync(proof, input.Version == 0 ? proof.Version : input.Version, ct);
        if (input.Has("Claim")) proof.Claim = merge.Take("Claim", proof.Claim, input.Claim?.Trim() ?? "");
        if (input.Has("Customer") || input.Has("AccountId"))
        {
            var (account, named) = await WhoAsync(db, input, ct);
            // An account the viewer does not see was not shown to them either: left empty it stays.
            if (account is not null || named is not null) (proof.AccountId, proof.Customer) = (account, named);
        }
        if (input.Has("Measure")) proof.Measure = merge.Take("Measure", proof.Measure, input.Measure?.Trim() ?? "");
        if (input.Has("Before")) proof.Before = merge.Take("Before", proof.Before, NoteValue.Trimmed(input.Before));
        if (input.Has("After")) proof.After = merge.Take("After", proof.After, NoteValue.Trimmed(input.After));
        if (input.Has("Saving")) proof.Saving = merge.Take("Saving", proof.Saving, Money(input.Saving, proof.Currency));
        if (input.Has("Permission")) proof.Permission = merge.Take("Permission", proof.Permission, input.Permission ?? ProofPermission.No);
        if (input.Has("PermittedUntil")) proof.PermittedUntil = merge.Take("PermittedUntil", proof.PermittedUntil, input.PermittedUntil);
        if (Wrong(proof, input) is { Any: true } problems) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, proof, clock, ct);
    }

    public static async Task<Outcome<ProofsSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Change(input, db, clock, ct);
        return changed.View is not null ? Outcome.Done(new ProofsSaved()).Saying(T("It is saved.")) : changed.No;
    }

    // By its key, or by the name of an account the viewer sees; who is none of them is named only.
    private static async Task<(Guid? Account, string? Named)> WhoAsync(AppDb db, Input input, CancellationToken ct)
    {
        if (input.AccountId is { } id && await db.AccountRows().AnyAsync(a => a.Id == id, ct)) return (id, null);
        if (NoteValue.Trimmed(input.Customer) is not { } name) return (null, null);
        var folded = Folding.Fold(name);
        return await db.AccountRows().Where(a => a.FoldedName == folded).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).Take(2).ToListAsync(ct) is [{ } one] ? (one, null) : (null, name);
    }

    private static Problems Wrong(Proof proof, Input input)
    {
        var problems = new Problems().AddIf(proof.Claim.Length == 0, "Claim", T("What does it prove?")).AddIf(proof.Measure.Length == 0, "Measure", T("What was measured?"))
            .AddIf(proof.AccountId is null && proof.Customer is null, "Customer", T("At which customer was it shown?"))
            .AddIf(input.Currency is not null && !FieldRules.IsCurrency(Code(input.Currency)), "Currency", T("A currency has three letters, like EUR."));
        FieldRules.Amount(problems, input.Saving, proof.Currency, "Saving");
        return problems;
    }

    private static string? Code(string? currency) => NoteValue.Trimmed(currency)?.ToUpperInvariant();

    private static long? Money(decimal? typed, string currency) => typed is >= 0 and <= FieldRules.MostMoney ? Minor.FromMajor(typed.Value, currency) : null;

    private static async Task<ProofView> OneAsync(AppDb db, Proof proof, TimeProvider clock, CancellationToken ct) =>
        ShowProofs.Of(proof, proof.AccountId is { } id ? await db.AccountRows().Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(ct) : null, (await Standing.ReadAsync(db, clock, ct)).Day);
}

/// <summary>Takes a proof out of the library, and brings it back. Where it is used it says that it may not be shown.</summary>
internal static class RemoveProof
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<ProofsSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(db, db.Proofs, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<ProofsSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(db, db.RowsWithRemoved<Proof>(), input.Id, null, ct);

    private static async Task<Outcome<ProofsSaved>> SetAsync(AppDb db, IQueryable<Proof> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proof) return Outcome.Missing;
        proof.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ProofsSaved()).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/proofs/{id}/restorations");
    }
}

/// <summary>Something of the library was changed.</summary>
public sealed record ProofsSaved;
