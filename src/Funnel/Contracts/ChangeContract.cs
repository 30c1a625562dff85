using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Changes fields of a contract: those that were sent, the others stay.</summary>
internal static class ChangeContract
{
    public sealed record Input : ContractFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }

        /// <summary>The version the form was drawn from; without it what is sent wins.</summary>
        public int Version { get; init; }

        /// <summary>Whose it is.</summary>
        public Guid? OwnerId { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<ContractView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var merge = await db.MergeAsync(contract!, input.Version == 0 ? contract!.Version : input.Version, ct);
        var problems = await WrongAsync(input, contract!, db, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        Take(input, contract!, merge);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await db.ContractAsync(contract!.Id, clock, ct);
    }

    public static async Task<Outcome<ContractView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Do(input, db, clock, ct);
        return changed.View is { } view ? Outcome.Done(view).Saying(T("It is saved.")) : changed.No;
    }

    private static async Task<Problems> WrongAsync(Input input, Contract c, AppDb db, CancellationToken ct)
    {
        var problems = ContractFields.Wrong(input, input.Has("Name") ? input.Name : c.Name, input.Has("StartsOn") ? input.StartsOn : c.StartsOn, input.Has("EndsOn") ? input.EndsOn : c.EndsOn,
            input.Has("RenewsMonths") ? input.RenewsMonths : c.RenewsMonths, input.Has("NoticeDays") ? input.NoticeDays : c.NoticeDays, input.Currency?.Trim().ToUpperInvariant() ?? c.Currency);
        problems.AddIf(input.Has("Every") && input.Every is null, "Every", T("Please fill this in."));
        problems.AddIf(c.NoticeGivenOn is not null && input.Has("EndsOn") && input.EndsOn is null, "EndsOn", T("Notice was given: say when it ends."));
        if (input.Has("OwnerId") && (input.OwnerId is not { } owner || owner != c.OwnerId && !await db.PersonRows().AnyAsync(p => p.Id == owner && p.IsHere, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        return problems;
    }

    private static void Take(Input input, Contract c, Merge merge)
    {
        if (input.Has("Name")) c.Name = merge.Take("Name", c.Name, input.Name!.Trim());
        if (input.Has("StartsOn"))
        {
            var (isFirst, starts) = (c.TermFrom == c.StartsOn, merge.Take("StartsOn", c.StartsOn, input.StartsOn!.Value));
            (c.StartsOn, c.TermFrom) = (starts, isFirst || starts > c.TermFrom ? starts : c.TermFrom);
        }
        if (input.Has("EndsOn")) c.EndsOn = merge.Take("EndsOn", c.EndsOn, input.EndsOn);
        if (c.EndsOn < c.TermFrom) c.TermFrom = c.StartsOn;
        if (input.Has("RenewsMonths")) c.RenewsMonths = merge.Take("RenewsMonths", c.RenewsMonths, input.RenewsMonths);
        if (input.Has("NoticeDays")) c.NoticeDays = merge.Take("NoticeDays", c.NoticeDays, input.NoticeDays);
        if (input.Has("Currency") && input.Currency is not null && merge.Take("Currency", c.Currency, input.Currency.Trim().ToUpperInvariant()) is var currency && currency != c.Currency)
            (c.Recurring, c.OneOff, c.Currency) = (Minor.Restate(c.Recurring, c.Currency, currency), Minor.Restate(c.OneOff, c.Currency, currency), currency);
        if (input.Has("Recurring")) c.Recurring = merge.Take("Recurring", c.Recurring, ContractFields.Minor(input.Recurring, c.Currency));
        if (input.Has("Every")) c.Every = merge.Take("Every", c.Every, input.Every!.Value);
        if (input.Has("OneOff")) c.OneOff = merge.Take("OneOff", c.OneOff, ContractFields.Minor(input.OneOff, c.Currency));
        if (input.Has("OwnerId")) c.OwnerId = merge.Take("OwnerId", c.OwnerId, input.OwnerId!.Value);
    }
}
