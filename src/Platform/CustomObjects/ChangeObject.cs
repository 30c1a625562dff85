using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomObjects;

/// <summary>Changes what an object of the organisation's own is called, or adds one.</summary>
public static class ChangeObject
{
    private const int Most = 30;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        [Required, StringLength(40)]
        public string? Singular { get; init; }

        [Required, StringLength(40)]
        public string? Plural { get; init; }

        [StringLength(200)]
        public string? Hint { get; init; }
    }

    public static async Task<Outcome<CustomObjectView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var all = await db.Rows<CustomObject>().ToListAsync(ct);
        if (all.SingleOrDefault(o => o.Id == input.Id) is not { } own) return Outcome.Missing;
        if (Wrong(input, all, own) is { } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(own, input.Version == 0 ? own.Version : input.Version, ct);
        own.Singular = merge.Take("Singular", own.Singular, input.Singular!);
        own.Plural = merge.Take("Plural", own.Plural, input.Plural!);
        own.Hint = merge.Take("Hint", own.Hint, input.Hint);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(CustomObjectView.Of(own)).Saying(T("{0} is saved.", own.Plural));
    }

    public static async Task<Outcome<CustomObjectView>> Add(Input input, AppDb db, CancellationToken ct)
    {
        var all = await db.Rows<CustomObject>().AsNoTracking().ToListAsync(ct);
        if (all.Count(o => o.RetiredAt is null) >= Most) return Outcome.Refused(T("There are {0} objects already: retire one first.", Most));
        if (Wrong(input, all, null) is { } problems) return Outcome.Invalid(problems);
        var own = new CustomObject { Key = OwnKey.Of(input.Plural!, "records", [.. all.Select(o => o.Key)]), Singular = input.Singular!, Plural = input.Plural!, Hint = input.Hint, Position = all.Select(o => o.Position).DefaultIfEmpty(0).Max() + 1 };
        db.Add(own);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(CustomObjectView.Of(own)).Saying(T("{0} is added.", own.Plural));
    }

    private static Problems? Wrong(Input input, IReadOnlyList<CustomObject> all, CustomObject? own) =>
        all.Any(o => o.Id != own?.Id && o.RetiredAt is null && Folding.Fold(o.Plural) == Folding.Fold(input.Plural)) ? new Problems().Add("Plural", T("There are records called so already.")) : null;
}

/// <summary>Retires an object, so that nothing shows its records any more, or takes it into use again. Records and fields stay.</summary>
public static class RetireObject
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<CustomObjectView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<CustomObject>().SingleOrDefaultAsync(o => o.Id == input.Id, ct) is not { } own) return Outcome.Missing;
        own.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(CustomObjectView.Of(own));
        return input.Back ? done.Saying(T("{0} is in use again.", own.Plural)) : done.Saying(T("{0} is retired; its records stay.", own.Plural), $"/settings/objects/{own.Id}/retirements?back=true");
    }
}

/// <summary>Puts an object one place earlier or later.</summary>
public static class ArrangeObject
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Later instead of earlier.</summary>
        public bool Later { get; init; }
    }

    public static async Task<Outcome<CustomObjectView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var all = await db.Rows<CustomObject>().Where(o => o.RetiredAt == null).OrderBy(o => o.Position).ToListAsync(ct);
        if (all.SingleOrDefault(o => o.Id == input.Id) is not { } own) return Outcome.Missing;
        if (!all.Move(own, input.Later)) return Outcome.Refused(T("It stands at the end already."));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(CustomObjectView.Of(own)).Saying(T("{0} has its new place.", own.Plural), $"/settings/objects/{own.Id}/arrangements?later={(input.Later ? "false" : "true")}");
    }
}
