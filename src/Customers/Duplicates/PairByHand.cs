using System.Text.RegularExpressions;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Puts two records beside each other that nobody found: somebody knows that they are one.</summary>
internal static partial class PairByHand
{
    public sealed record Input
    {
        public string? Kind { get; init; }

        /// <summary>The record one comes from.</summary>
        public Guid? Of { get; init; }

        /// <summary>The other: its key, or the address of its page.</summary>
        public string? Other { get; init; }
    }

    public sealed record Paired(Guid Id);

    public static async Task<Outcome<Paired>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (MergeKind.Of(input.Kind) is not { } kind || input.Of is not { } of || await kind.FactsAsync(db, of, ct) is null) return Outcome.Missing;
        if (!Guid.TryParse(Key().Match(input.Other ?? "").Value, out var other)) return Outcome.Invalid("Other", T("Paste the address of its page."));
        if (other == of || await kind.FactsAsync(db, other, ct) is null) return Outcome.Invalid("Other", T("There is no other of these at that address."));
        var (first, second) = DuplicatePair.InOrder(of, other);
        if (await db.Rows<DuplicatePair>().Where(p => p.FirstId == first && p.SecondId == second).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } known) return new Paired(known);
        var verdict = (await Compared.All.Single(c => c.Kind == kind.Kind).CompareAsync(db, [(first, second)], ct, all: true)).Select(c => c.Verdict).FirstOrDefault() ?? Matching.Verdict.None;
        var pair = new DuplicatePair { Kind = kind.Kind, FirstId = first, SecondId = second, Score = verdict.Score, Signs = verdict.Written, FoundAt = clock.GetUtcNow().UtcDateTime };
        db.Add(pair);
        await db.SaveChangesAsync(ct);
        return new Paired(pair.Id);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Key();
}
