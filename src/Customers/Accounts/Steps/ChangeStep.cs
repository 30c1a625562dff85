using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>Changes a step that accounts of a class are worked by, or adds one at the end.</summary>
internal static class ChangeStep
{
    private const int MostMonths = 60, MostSteps = 30;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Said once, when it is added.</summary>
        public AccountClass? Class { get; init; }

        [Required, StringLength(120)]
        public string? Name { get; init; }

        [StringLength(100)]
        public string? Function { get; init; }
        public int? RepeatMonths { get; init; }
    }

    /// <summary>A step that was changed.</summary>
    public sealed record Changed(Guid Id, string Name);

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<AccountStep>().SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } step) return Outcome.Missing;
        if (await WrongAsync(input, step.Class, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(step, input.Version == 0 ? step.Version : input.Version, ct);
        step.Name = merge.Take("Name", step.Name, input.Name!);
        step.Function = merge.Take("Function", step.Function, input.Function);
        step.RepeatMonths = merge.Take("RepeatMonths", step.RepeatMonths, input.RepeatMonths);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(step.Id, step.Name)).Saying(T("{0} is saved.", step.Name));
    }

    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, CancellationToken ct)
    {
        if (input.Class is not { } kind) return Outcome.Invalid("Class", T("Which accounts is it for?"));
        if (await WrongAsync(input, kind, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var there = await db.Rows<AccountStep>().Where(s => s.Class == kind).Select(s => s.Position).ToListAsync(ct);
        if (there.Count >= MostSteps) return Outcome.Refused(T("There are {0} steps already; nobody works by more.", MostSteps));
        var step = new AccountStep { Class = kind, Name = input.Name!, Function = input.Function, RepeatMonths = input.RepeatMonths, Position = there.DefaultIfEmpty(0).Max() + 1 };
        db.Add(step);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(step.Id, step.Name)).Saying(T("{0} is added.", step.Name));
    }

    private static async Task<Problems> WrongAsync(Input input, AccountClass kind, AppDb db, CancellationToken ct)
    {
        var folded = Folding.Fold(input.Name);
        return new Problems()
            .AddIf(input.RepeatMonths is < 1 or > MostMonths, "RepeatMonths", T("From 1 to {0} months, or empty.", MostMonths))
            .AddIf(await db.Rows<AccountStep>().AnyAsync(s => s.Id != input.Id && s.Class == kind && s.FoldedName == folded && s.RetiredAt == null, ct), "Name", T("There is a step of this name already."));
    }
}

/// <summary>Puts a step one place earlier or later.</summary>
internal static class ArrangeStep
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Later instead of earlier.</summary>
        public bool Later { get; init; }
    }

    public static async Task<Outcome<ChangeStep.Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<AccountStep>().Where(s => s.Id == input.Id).Select(s => (AccountClass?)s.Class).SingleOrDefaultAsync(ct) is not { } kind) return Outcome.Missing;
        var steps = await db.Rows<AccountStep>().Where(s => s.Class == kind && s.RetiredAt == null).OrderBy(s => s.Position).ToListAsync(ct);
        if (steps.SingleOrDefault(s => s.Id == input.Id) is not { } step || !steps.Move(step, input.Later)) return Outcome.Refused(T("It stands at the end already."));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ChangeStep.Changed(step.Id, step.Name)).Saying(T("{0} has its new place.", step.Name), $"/settings/account-steps/{input.Id}/arrangements?later={(input.Later ? "false" : "true")}");
    }
}

/// <summary>Retires a step, so that no account is asked for it any more, or takes it into use again. What was done stays known.</summary>
internal static class RetireStep
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangeStep.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<AccountStep>().SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } step) return Outcome.Missing;
        step.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangeStep.Changed(step.Id, step.Name));
        return input.Back ? done.Saying(T("{0} is asked for again.", step.Name)) : done.Saying(T("{0} is left out from now on.", step.Name), $"/settings/account-steps/{step.Id}/retirements?back=true");
    }
}
