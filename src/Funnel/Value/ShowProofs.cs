using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>The library of proofs, by what they claim.</summary>
internal static class ShowProofs
{
    /// <summary>From so many customers on a claim is proven; below, it is a story.</summary>
    public const int Enough = 3;

    private const int Most = 200;

    public sealed record Input
    {
        /// <summary>A proof to open for change.</summary>
        public Guid? Edit { get; init; }

        /// <summary>Those whose claim holds this.</summary>
        public string? Q { get; init; }
    }

    public static async Task<Outcome<ProofsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (tenant, today) = (await db.TenantAsync(ct), (await Standing.ReadAsync(db, clock, ct)).Day);
        var (accounts, rows, sought) = (db.AccountRows(), db.Proofs.AsNoTracking(), string.IsNullOrWhiteSpace(input.Q) ? null : Folding.Fold(input.Q));
        if (sought is not null) rows = rows.Where(p => p.FoldedClaim.Contains(sought));
        var all = await rows.OrderBy(p => p.FoldedClaim).ThenBy(p => p.Id).Take(Most + 1)
            .Select(p => new { Proof = p, Account = accounts.Where(a => a.Id == p.AccountId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(ct);
        return new ProofsView
        {
            // Folded, so that a capital makes no other claim; each customer counts once.
            Claims = [.. all.Take(Most).GroupBy(x => x.Proof.FoldedClaim).Select(g => g.Select(x => x.Proof.AccountId?.ToString() ?? Folding.Fold(x.Proof.Customer ?? "")).Distinct().Count() is var customers
                ? new ClaimView(g.First().Proof.Claim, customers, customers >= Enough, [.. g.Select(x => Of(x.Proof, x.Account, today))]) : null!)],
            MayEdit = db.Viewer.May(Permission.EditFunnel), Today = today, Currency = tenant.Currency, Editing = input.Edit, HasMore = all.Count > Most,
        };
    }

    /// <summary>The same with the proof of a posted form open.</summary>
    public static Task<Outcome<ProofsView>> Again(OfProof input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Edit = input.Id }, db, clock, ct);

    public sealed record OfProof { public Guid Id { get; init; } }

    internal static ProofView Of(Proof proof, string? account, DateOnly today) => new()
    {
        Id = proof.Id, Version = proof.Version, Claim = proof.Claim, AccountId = account is null ? null : proof.AccountId, Customer = account ?? proof.Customer, Measure = proof.Measure, Before = proof.Before, After = proof.After, Minor = proof.Saving, Currency = proof.Currency,
        Permission = proof.Permission, PermittedUntil = proof.PermittedUntil, IsUsable = proof.Permission is ProofPermission.Yes && !(proof.PermittedUntil < today),
    };

    /// <summary>Those that may be shown outside on a day.</summary>
    internal static IQueryable<Proof> ShowableProofs(this AppDb db, DateOnly day) => db.Proofs.Where(p => p.Permission == ProofPermission.Yes && (p.PermittedUntil == null || p.PermittedUntil >= day));

    /// <summary>The same as one may choose from them.</summary>
    internal static async Task<IReadOnlyList<Choice>> ProofChoicesAsync(this AppDb db, DateOnly day, CancellationToken ct) =>
        [.. (await db.ShowableProofs(day).OrderBy(p => p.FoldedClaim).ThenBy(p => p.Id).Take(Most).Select(p => new { p.Id, p.Claim, p.Measure }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), Said(p.Claim, p.Measure)))];

    /// <summary>A proof in a line.</summary>
    internal static string Said(string claim, string measure) => $"{claim}: {measure}";

    /// <summary>A permission in words.</summary>
    internal static string Said(ProofView proof, DateOnly today) => proof.Permission switch
    {
        ProofPermission.Yes when proof.PermittedUntil < today => T("permission has run out"),
        ProofPermission.Yes => T("may be shown"),
        ProofPermission.Asked => T("asked, no answer yet"),
        _ => T("not to be shown"),
    };
}
