using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Says something of a deal that bears on going for it; what was said before stays.</summary>
internal static class SayPursuit
{
    private const int MostYears = 20, MostHours = 10_000, Whole = 100, Words = 4;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        [Required]
        public PursuitField? Field { get; init; }

        /// <summary>Of <c>Status</c> 1 not looking to 4 deciding, of <c>Interest</c> 1 none to 4 much, of <c>Chance</c> 0 to 100, of <c>Hours</c> whole hours.</summary>
        public int? Value { get; init; }

        /// <summary>Nobody knows it any more.</summary>
        public bool Unknown { get; init; }

        /// <summary>What they did or said that shows it; needed for <c>Status</c> and <c>Interest</c>.</summary>
        [StringLength(500)]
        public string? Evidence { get; init; }

        /// <summary>When that was; today where nothing is said.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<PursuitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        if (Wrong(input, today) is { Any: true } problems) return Outcome.Invalid(problems);
        db.Add(new PursuitSaying { OpportunityId = deal!.Id, Field = input.Field!.Value, Value = input.Unknown ? null : input.Value, Evidence = string.IsNullOrWhiteSpace(input.Evidence) ? null : input.Evidence.Trim(), On = input.On ?? today, SaidById = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return await ShowPursuit.Do(new() { Id = deal.Id }, db, clock, ct);
    }

    public static async Task<Outcome<PursuitNoted>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var said = await Do(input, db, clock, ct);
        return said.View is not null ? Outcome.Done(new PursuitNoted(input.Id)).Saying(T("Noted: {0}", $"{PursuitWords.Label(input.Field!.Value)} · {PursuitWords.Said(input.Field.Value, input.Unknown ? null : input.Value)}")) : said.No;
    }

    private static Problems Wrong(Input input, DateOnly today)
    {
        var problems = new Problems().AddIf(input.On > today, "On", T("This day is still to come.")).AddIf(input.On < today.AddYears(-MostYears), "On", T("This day cannot be right."));
        if (input.Unknown) return problems;
        var (least, most) = input.Field switch { PursuitField.Chance => (0, Whole), PursuitField.Hours => (0, MostHours), _ => (1, Words) };
        problems.AddIf(input.Value is null, "Value", T("Please fill this in.")).AddIf(input.Value < least || input.Value > most, "Value", T("Between {0} and {1}.", least, most));
        return problems.AddIf(input.Field is PursuitField.Status or PursuitField.Interest && string.IsNullOrWhiteSpace(input.Evidence), "Evidence", T("What did they say or do that shows it?"));
    }
}

/// <summary>Something was said or decided of a deal.</summary>
/// <param name="Deal">The deal.</param>
public sealed record PursuitNoted(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/pursuit";
}
