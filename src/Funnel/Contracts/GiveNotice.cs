using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Says that notice was given, by whichever side; in time it ends with the term that runs, and late with the one after.</summary>
internal static class GiveNotice
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The day it was given; today where nothing is said.</summary>
        public DateOnly? On { get; init; }

        /// <summary>The last day of the contract, where it is another than its terms say.</summary>
        public DateOnly? EndsOn { get; init; }
    }

    public static async Task<Outcome<ContractView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var on = input.On ?? today;
        var problems = new Problems().AddIf(contract!.NoticeGivenOn is not null, "On", T("Notice was given already."));
        FieldRules.Day(problems, "On", on, today);
        var ends = input.EndsOn ?? Ends(contract, on);
        problems.AddIf(ends is null, "EndsOn", T("Say when it ends: its terms do not."));
        problems.AddIf(ends < on, "EndsOn", T("It would end before notice was given.")).AddIf(ends < contract.StartsOn, "EndsOn", T("It would end before it begins."));
        if (problems.Any) return Outcome.Invalid(problems);
        (contract.NoticeGivenOn, contract.EndsOn) = (on, ends);
        if (contract.EndsOn < contract.TermFrom) contract.TermFrom = contract.StartsOn;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.ContractAsync(contract.Id, clock, ct)).Saying(T("It ends on {0}.", Platform.Ui.DayText.Whole(ends!.Value)), $"/contracts/{contract.Id}/notices-back");
    }

    // Of one that renews itself, a notice after the last day for it ends the term after.
    internal static DateOnly? Ends(Contract contract, DateOnly on) => (contract.EndsOn, contract.NoticeOn) switch
    {
        (null, _) => contract.NoticeDays is { } days ? on.AddDays(days) : null,
        ({ } end, { } last) when on > last && contract.RenewsMonths is { } months => ContractDays.After(end, months),
        ({ } end, _) => end,
    };
}

/// <summary>Takes back that notice was given; the day it ends on stays as it is said now.</summary>
internal static class TakeBackNotice
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<ContractView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        contract!.NoticeGivenOn = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.ContractAsync(contract.Id, clock, ct)).Saying(T("No notice was given. Look whether the day it ends on is right."));
    }
}

/// <summary>Takes a contract off, and brings it back.</summary>
internal static class RemoveContract
{
    public sealed record Input { public Guid Id { get; init; } }

    public sealed record Gone(Guid Id);

    public static async Task<Outcome<Gone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        contract!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Gone(contract.Id)).Saying(T("{0} is removed.", contract.Name), $"/contracts/{contract.Id}/restorations");
    }

    public static async Task<Outcome<ContractView>> Restore(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct, removed: true);
        if (no is not null) return no;
        contract!.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.ContractAsync(contract.Id, clock, ct)).Saying(T("{0} is back.", contract.Name));
    }
}
