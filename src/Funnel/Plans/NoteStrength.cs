using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Notes a strength that counts in a deal: what sets us apart, to whom it matters, why, and what proves it.</summary>
internal static class NoteStrength
{
    public const int Most = 40;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public StrengthKind? Kind { get; init; }

        [Required, StringLength(300)]
        public string? Text { get; init; }

        /// <summary>To whom it matters, by their place on the map.</summary>
        public Guid? Person { get; init; }

        /// <summary>Why it matters to them.</summary>
        [StringLength(500)]
        public string? SoWhat { get; init; }

        /// <summary>What proves it.</summary>
        [StringLength(500)]
        public string? Proof { get; init; }

        /// <summary>The code of the warning it takes away.</summary>
        [StringLength(80)]
        public string? AimsAt { get; init; }
    }

    public static async Task<Outcome<StrengthView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.Kind is null, "Kind", T("Please fill this in."));
        problems.AddIf(input.Person is { } person && !await db.PeopleOfDeal(input.Id).AnyAsync(p => p.Id == person && !p.IsOurs, ct), "Person", T("Choose somebody who has a part in this deal."));
        problems.AddIf(await db.PlanStrengths.CountAsync(s => s.OpportunityId == input.Id, ct) >= Most, "", T("There are {0} lines already; nobody reads a longer plan.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        await db.BeginAsync(deal!.Id, today, ct);
        var strength = new PlanStrength { OpportunityId = deal.Id, Kind = input.Kind!.Value, Text = input.Text!.Trim(), MapPersonId = input.Person, SoWhat = Text(input.SoWhat), Proof = Text(input.Proof), AimsAt = Text(input.AimsAt), On = today, SaidById = db.Viewer.PersonId };
        db.Add(strength);
        await db.SaveChangesAsync(ct);
        return new StrengthView { Id = strength.Id, Kind = strength.Kind, Text = strength.Text, PersonId = strength.MapPersonId, SoWhat = strength.SoWhat, Proof = strength.Proof, AimsAt = strength.AimsAt, On = strength.On };
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } strength ? Outcome.Done(new WentBack($"/opportunities/{input.Id}/plan#strengths")).Saying(T("Noted: {0}", strength.Text), $"/opportunities/{input.Id}/plan/strengths/{strength.Id}/removals") : noted.No;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>Takes a strength off, or brings it back.</summary>
internal static class TakeOffStrength
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Strength { get; init; }
    }

    public static Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input, clock.GetUtcNow().UtcDateTime, db, ct);

    public static Task<Outcome<WentBack>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(input, null, db, ct);

    private static async Task<Outcome<WentBack>> SetAsync(Input input, DateTime? removedAt, AppDb db, CancellationToken ct)
    {
        var (_, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await (removedAt is null ? db.RowsWithRemoved<PlanStrength>() : db.PlanStrengths).SingleOrDefaultAsync(s => s.Id == input.Strength && s.OpportunityId == input.Id, ct) is not { } strength) return Outcome.Missing;
        strength.RemovedAt = removedAt;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new WentBack($"/opportunities/{input.Id}/plan#strengths"));
        return removedAt is null ? done.Saying(T("It is back.")) : done.Saying(T("It is taken off."), $"/opportunities/{input.Id}/plan/strengths/{strength.Id}/restorations");
    }
}
