using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Products.PriceLists;

/// <summary>Changes a price list, or adds one.</summary>
internal static class ChangePriceList
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        [Required, StringLength(120)]
        public string? Name { get; init; }

        /// <summary>Said once, when it is added; the organisation's where nothing is said.</summary>
        public string? Currency { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed record Changed(Guid Id, string Name);

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.PriceLists.SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } list) return Outcome.Missing;
        var problems = (await WrongAsync(input, list.Currency, db, ct))
            .AddIf(input.Currency is { } other && !other.Equals(list.Currency, StringComparison.OrdinalIgnoreCase), "Currency", T("Its prices are in {0}. Add a list for another currency.", list.Currency));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(list, input.Version == 0 ? list.Version : input.Version, ct);
        list.Name = merge.Take("Name", list.Name, input.Name!);
        list.From = merge.Take("From", list.From, input.From);
        list.To = merge.Take("To", list.To, input.To);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(list.Id, list.Name)).Saying(T("{0} is saved.", list.Name));
    }

    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, CancellationToken ct)
    {
        var currency = input.Currency?.ToUpperInvariant() ?? (await db.TenantAsync(ct)).Currency;
        if (await WrongAsync(input, currency, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var list = new PriceList { Name = input.Name!, Currency = currency, From = input.From, To = input.To };
        db.Add(list);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(list.Id, list.Name)).Saying(T("{0} is added.", list.Name));
    }

    private static async Task<Problems> WrongAsync(Input input, string currency, AppDb db, CancellationToken ct)
    {
        var folded = Folding.Fold(input.Name);
        return new Problems()
            .AddIf(!Opportunities.FieldRules.IsCurrency(currency), "Currency", T("A currency has three letters, like EUR."))
            .AddIf(input.To < input.From, "To", T("This is before its first day."))
            .AddIf(await db.PriceLists.AnyAsync(l => l.Id != input.Id && l.FoldedName == folded && l.RetiredAt == null, ct), "Name", T("There is a price list of this name already."));
    }
}

/// <summary>Retires a price list, so that no deal takes it any more, or takes it into use again. Deals that have it keep it.</summary>
internal static class RetirePriceList
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangePriceList.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.PriceLists.SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } list) return Outcome.Missing;
        list.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangePriceList.Changed(list.Id, list.Name));
        return input.Back ? done.Saying(T("{0} is in use again.", list.Name)) : done.Saying(T("{0} is retired.", list.Name), $"/settings/price-lists/{list.Id}/retirements?back=true");
    }
}
