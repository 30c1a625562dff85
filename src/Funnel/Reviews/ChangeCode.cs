using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Agreements;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>Adds a code of the organisation's own, or calls one otherwise.</summary>
internal static class ChangeCode
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Said once, when it is added.</summary>
        public ReviewCodeKind? Kind { get; init; }

        [Required, StringLength(80)]
        public string? Name { get; init; }
    }

    public sealed record Changed(Guid Id, string Name);

    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, CancellationToken ct)
    {
        if (input.Kind is not { } kind) return Outcome.Invalid("Kind", T("Please fill this in."));
        var problems = await WrongAsync(input, kind, db, ct);
        problems.AddIf(await db.ReviewCodes.CountAsync(ct) >= ReviewCodes.Most, "", T("There are {0} own codes already; nobody ticks among more.", ReviewCodes.Most));
        problems.AddIf(kind is ReviewCodeKind.Closing && await db.ReviewCodes.CountAsync(c => c.Kind == kind && c.RetiredAt == null, ct) >= ReviewCodes.MostOwnWays, "Name", T("There are {0} own ways of asking already: retire one first.", ReviewCodes.MostOwnWays));
        if (problems.Any) return Outcome.Invalid(problems);
        var code = new ReviewCode { Kind = kind, Key = $"own-{Guid.CreateVersion7():n}", Name = input.Name! };
        db.Add(code);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(code.Id, code.Name)).Saying(T("{0} is added.", code.Name));
    }

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.ReviewCodes.SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } code) return Outcome.Missing;
        if (await WrongAsync(input, code.Kind, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(code, input.Version == 0 ? code.Version : input.Version, ct);
        code.Name = merge.Take("Name", code.Name, input.Name!);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(code.Id, code.Name)).Saying(T("{0} is saved.", code.Name));
    }

    private static async Task<Problems> WrongAsync(Input input, ReviewCodeKind kind, AppDb db, CancellationToken ct)
    {
        var folded = Folding.Fold(input.Name);
        return new Problems().AddIf(ReviewCodes.Given.Any(c => c.Kind == kind && Folding.Fold(c.Name) == folded) || await db.ReviewCodes.AnyAsync(c => c.Id != input.Id && c.Kind == kind && c.FoldedName == folded && c.RetiredAt == null, ct), "Name", T("There is a code of this name already."));
    }
}

/// <summary>Retires a code, so that no review takes it any more, or takes it into use again. Reviews that have it keep it.</summary>
internal static class RetireCode
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangeCode.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ReviewCodes.SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } code) return Outcome.Missing;
        if (input.Back && code.Kind is ReviewCodeKind.Closing && await db.ReviewCodes.CountAsync(c => c.Id != code.Id && c.Kind == ReviewCodeKind.Closing && c.RetiredAt == null, ct) >= ReviewCodes.MostOwnWays) return Outcome.Invalid("", T("There are {0} own ways of asking already: retire one first.", ReviewCodes.MostOwnWays));
        code.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangeCode.Changed(code.Id, code.Name));
        return input.Back ? done.Saying(T("{0} is in use again.", code.Name)) : done.Saying(T("{0} is retired.", code.Name), $"/settings/review-codes/{code.Id}/retirements?back=true");
    }
}

/// <summary>Shows the codes of reviews.</summary>
internal static class ShowCodes
{
    public sealed record Input
    {
        /// <summary>A code to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<CodesView>> Do(Input input, AppDb db, CancellationToken ct) => new CodesView(await ReviewCodes.ReadAsync(db, ct), input.Edit) { Needs = await RoleNeeds.ReadAsync(db, ct) };

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the code of a posted form open.</summary>
    public static Task<Outcome<CodesView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}

/// <summary>The codes of reviews.</summary>
public sealed record CodesView(IReadOnlyList<ReviewCodeLine> Codes, Guid? Editing)
{
    /// <summary>Which ways of asking for an agreement each role needs that sells.</summary>
    public required IReadOnlyList<RoleNeeds> Needs { get; init; }
}
