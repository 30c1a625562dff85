using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>Notes a talk about a deal with how long it was and how long we listened before we spoke of ourselves.</summary>
internal static class NoteTalk
{
    private const int Longest = 1440;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary><c>Call</c> or <c>Meeting</c>; a meeting where nothing is said.</summary>
        public InteractionKind? Kind { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? On { get; init; }

        /// <summary>A contact of the account.</summary>
        public Guid? With { get; init; }

        [Range(1, Longest)]
        public int? Minutes { get; init; }

        /// <summary>Minutes of listening.</summary>
        [Range(0, Longest)]
        public int? Listened { get; init; }

        [StringLength(10_000)]
        public string? Text { get; init; }

        /// <summary>What it was about: <c>Product</c>, <c>Market</c> or <c>Thinking</c>; unknown where nothing is said.</summary>
        public TalkLevel? Level { get; init; }

        /// <summary>What was said that shows it.</summary>
        [StringLength(RateTalk.LongestEvidence)]
        public string? Evidence { get; init; }
    }

    public static async Task<Outcome<TalkView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var (now, today) = (clock.GetUtcNow().UtcDateTime, (await Standing.ReadAsync(db, clock, ct)).Today);
        var kind = input.Kind ?? InteractionKind.Meeting;
        var problems = new Problems().AddIf(input.On > today, "On", T("This day is still to come.")).AddIf(kind is not (InteractionKind.Call or InteractionKind.Meeting), "Kind", T("Only a call or a meeting is a talk."))
            .AddIf(input.Listened is null && input.Text is null && input.Level is null && input.Evidence is null, "Listened", T("Say how long you listened, what they said, or what the talk was about."))
            .AddIf(input.Listened > input.Minutes, "Listened", T("Nobody listens longer than the talk lasts."))
            .AddIf(input.With is { } with && !await db.IsOfAccountAsync(with, deal!.AccountId, ct), "With", T("Choose a contact of the deal's account."));
        if (RateTalk.Wrong(problems, input.Level, input.Evidence).Any) return Outcome.Invalid(problems);
        var at = input.On is { } on && on < today ? on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) : now;
        var id = db.LogTalk(new AboutRecord(Kinds.Opportunity, deal!.Id, deal.AccountId), kind, new TalkLength(input.Minutes, input.Listened, input.With), input.Text, at);
        if (input.Level is { } level) db.Add(RateTalk.Of(deal.Id, id, db.Viewer.PersonId, at, level, input.Evidence!, db));
        await db.SaveChangesAsync(ct);
        return new TalkView(id, kind.ToString(), DateOnly.FromDateTime(at), input.Minutes, input.Listened) { Level = input.Level, Evidence = input.Level is null ? null : input.Evidence!.Trim() };
    }

    public static async Task<Outcome<IssueSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is not null ? Outcome.Done(new IssueSaved(input.Id)).Saying(T("It is noted.")) : noted.No;
    }
}

/// <summary>The guide for a talk in which we find out, and how much we listened in the last ones.</summary>
internal static class ShowDiscovery
{
    private const int Latest = 8;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DiscoveryView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        return new DiscoveryView(deal, await TalksAsync(db, deal.Id, ct), await ShowIssues.ContactsAsync(db, deal.AccountId, ct),
            db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId), (await Standing.ReadAsync(db, clock, ct)).Day);
    }

    /// <summary>The latest talks as data.</summary>
    public static async Task<Outcome<IReadOnlyList<TalkView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await TalksAsync(db, input.Id, ct)) : Outcome.Missing;

    private static async Task<IReadOnlyList<TalkView>> TalksAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var ratings = db.TalkRatings;
        var talks = await db.InteractionsAbout(Kinds.Opportunity).Where(i => i.AboutId == deal && (i.Kind == InteractionKind.Call || i.Kind == InteractionKind.Meeting)).OrderByDescending(i => i.OccurredAt).ThenByDescending(i => i.Id).Take(Latest)
            .Select(i => new { i.Id, i.Kind, i.OccurredAt, i.Minutes, i.ListenedMinutes, Level = ratings.Where(r => r.InteractionId == i.Id).Select(r => (TalkLevel?)r.Level).FirstOrDefault(), Evidence = ratings.Where(r => r.InteractionId == i.Id).Select(r => r.Evidence).FirstOrDefault() }).ToListAsync(ct);
        return [.. talks.Select(t => new TalkView(t.Id, t.Kind.ToString(), DateOnly.FromDateTime(t.OccurredAt), t.Minutes, t.ListenedMinutes) { Level = t.Level, Evidence = t.Evidence })];
    }
}

/// <summary>A talk and how much of it was listening, in minutes; null is unknown.</summary>
public sealed record TalkView(Guid Id, string Kind, DateOnly On, int? Minutes, int? Listened)
{
    /// <summary>What it was about; null is unknown.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TalkLevel>))]
    public TalkLevel? Level { get; init; }

    /// <summary>What was said that shows it.</summary>
    public string? Evidence { get; init; }
}

/// <summary>What the page of the guide shows.</summary>
public sealed record DiscoveryView(OpportunityView Deal, IReadOnlyList<TalkView> Talks, IReadOnlyList<Choice> Contacts, bool MayEdit, DateOnly Today);
