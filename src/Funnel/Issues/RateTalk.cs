using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>Says what a talk about a deal was about, and what shows it; said again it replaces what was said, and with nothing it is taken back.</summary>
internal static class RateTalk
{
    public const int LongestEvidence = 500;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The talk.</summary>
        public Guid Talk { get; init; }

        /// <summary><c>Product</c>, <c>Market</c> or <c>Thinking</c>.</summary>
        public TalkLevel? Level { get; init; }

        /// <summary>What was said that shows it.</summary>
        [StringLength(LongestEvidence)]
        public string? Evidence { get; init; }
    }

    public static async Task<Outcome<TalkView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.InteractionsAbout(Kinds.Opportunity).Where(i => i.Id == input.Talk && i.AboutId == deal!.Id).SingleOrDefaultAsync(ct) is not { } talk) return Outcome.Missing;
        if (talk.Kind is not (InteractionKind.Call or InteractionKind.Meeting)) return Outcome.Refused(T("Only a call or a meeting is a talk."));
        if (talk.IsHidden) return Outcome.Refused(T("This talk is shown to nobody else: show it first, then say what it was about."));
        if (Wrong(new Problems(), input.Level, input.Evidence) is { Any: true } problems) return Outcome.Invalid(problems);
        var row = await db.TalkRatings.SingleOrDefaultAsync(r => r.InteractionId == talk.Id, ct);
        if (input.Level is null) { if (row is not null) db.Remove(row); }
        else if (row is null) db.Add(Of(deal!.Id, talk.Id, talk.OwnerId, talk.OccurredAt, input.Level.Value, input.Evidence!, db));
        else (row.Level, row.Evidence, row.SaidById) = (input.Level.Value, input.Evidence!.Trim(), db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return new TalkView(talk.Id, talk.Kind.ToString(), DateOnly.FromDateTime(talk.OccurredAt), talk.Minutes, talk.ListenedMinutes) { Level = input.Level, Evidence = input.Level is null ? null : input.Evidence!.Trim() };
    }

    public static async Task<Outcome<IssueSaved>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var rated = await Do(input, db, ct);
        return rated.View is not null ? Outcome.Done(new IssueSaved(input.Id)).Saying(T("It is saved.")) : rated.No;
    }

    /// <summary>What somebody says without what shows it is a guess, and the other way round says nothing.</summary>
    internal static Problems Wrong(Problems problems, TalkLevel? level, string? evidence) => problems
        .AddIf(level is not null && string.IsNullOrWhiteSpace(evidence), "Evidence", T("What was said that shows it? Without that it is a guess."))
        .AddIf(level is null && !string.IsNullOrWhiteSpace(evidence), "Level", T("What was the talk about?"));

    internal static TalkRating Of(Guid deal, Guid talk, Guid heldBy, DateTime at, TalkLevel level, string evidence, AppDb db) =>
        new() { OpportunityId = deal, InteractionId = talk, HeldById = heldBy, On = DateOnly.FromDateTime(at), Level = level, Evidence = evidence.Trim(), SaidById = db.Viewer.PersonId };
}
