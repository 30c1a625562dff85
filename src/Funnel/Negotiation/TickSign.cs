using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Ticks a sign that a negotiation may fail: one that is given, or one in own words.</summary>
internal static class TickSign
{
    public const int Most = 30;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Its stable name; <c>own</c> for one in own words.</summary>
        public string? Sign { get; init; }

        /// <summary>What it is, in own words.</summary>
        [StringLength(120)]
        public string? Text { get; init; }
    }

    public static async Task<Outcome<SeenSignView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var own = string.IsNullOrWhiteSpace(input.Sign) || input.Sign == FailingSigns.Own;
        var text = own ? NoteConcession.Trimmed(input.Text) : null;
        var key = own ? FailingSigns.Own : input.Sign!;
        var problems = new Problems().AddIf(own && text is null, "Text", T("Which sign is it?")).AddIf(!own && !FailingSigns.IsGiven(key), "Sign", T("There is no such sign."))
            .AddIf(await db.SeenSigns.CountAsync(s => s.OpportunityId == deal!.Id, ct) >= Most, "", T("There are {0} signs already.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var seen = await db.SeenSigns.FirstOrDefaultAsync(s => s.OpportunityId == deal!.Id && s.Sign == key && (text == null || s.Text == text), ct);
        if (seen is null)
        {
            db.Add(seen = new SeenSign { OpportunityId = deal!.Id, Sign = key, Text = text, On = (await Standing.ReadAsync(db, clock, ct)).Day });
            await db.SaveChangesAsync(ct);
        }
        return new SeenSignView(seen.Id, seen.Sign, FailingSigns.Of(seen.Sign, seen.Text), seen.On);
    }

    public static async Task<Outcome<NegotiationSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var seen = await Do(input, db, clock, ct);
        return seen.View is { } sign ? Outcome.Done(new NegotiationSaved(input.Id)).Saying(T("Seen: {0}", sign.Text), $"/seen-signs/{sign.Id}/removals") : seen.No;
    }
}

/// <summary>Takes a tick off.</summary>
internal static class UntickSign
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.SeenSigns.SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } seen) return Outcome.Missing;
        var (_, no) = await db.OpportunityForChangeAsync(seen.OpportunityId, ct);
        if (no is not null) return no;
        db.Remove(seen);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(seen.OpportunityId)).Saying(T("It is taken off."));
    }
}
