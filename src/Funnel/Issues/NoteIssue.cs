using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>Notes what the customer wants solved, and says it anew: what was sent, the rest stays.</summary>
internal static class NoteIssue
{
    /// <summary>More issues than these no proposal answers.</summary>
    public const int Most = 30;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal where one is noted, the issue where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What they want solved, in their words.</summary>
        [StringLength(500)]
        public string? Text { get; init; }

        /// <summary>What the talk was about: <c>Product</c>, <c>Market</c> or <c>Thinking</c>.</summary>
        public TalkLevel? Level { get; init; }

        /// <summary>Since when we know; today where nothing is said.</summary>
        public DateOnly? UnderstoodOn { get; init; }

        /// <summary>The contact of the account who confirmed it.</summary>
        public Guid? ConfirmedBy { get; init; }

        /// <summary>When; today where only the contact is said.</summary>
        public DateOnly? ConfirmedOn { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<IssueView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var issue = new DealIssue { OpportunityId = deal!.Id, Text = input.Text?.Trim() ?? "", Level = input.Level, UnderstoodOn = input.UnderstoodOn ?? input.ConfirmedOn ?? standing.Day, ConfirmedById = input.ConfirmedBy, ConfirmedOn = input.ConfirmedOn ?? (input.ConfirmedBy is null ? null : standing.Day) };
        var problems = await WrongAsync(db, issue, deal.AccountId, input.ConfirmedBy is not null, standing.Today, ct);
        problems.AddIf(await db.DealIssues.CountAsync(i => i.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} issues already; no proposal answers more.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(issue);
        await db.SaveChangesAsync(ct);
        return await ShowIssues.OneAsync(db, issue.Id, ct);
    }

    public static async Task<Outcome<IssueSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } issue ? Outcome.Done(new IssueSaved(input.Id)).Saying(T("Noted: {0}", issue.Text), $"/deal-issues/{issue.Id}/removals") : noted.No;
    }

    public static async Task<Outcome<IssueView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (issue, no) = await db.IssueForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var merge = await db.MergeAsync(issue!, input.Version == 0 ? issue!.Version : input.Version, ct);
        if (input.Has("Text")) issue!.Text = merge.Take("Text", issue.Text, input.Text?.Trim() ?? "");
        if (input.Has("Level")) issue!.Level = merge.Take("Level", issue.Level, input.Level);
        if (input.Has("UnderstoodOn") && input.UnderstoodOn is { } since) issue!.UnderstoodOn = merge.Take("UnderstoodOn", issue.UnderstoodOn, since);
        // Who confirmed and when go together: the day of somebody erased stays until somebody says otherwise.
        var before = issue!.ConfirmedById;
        if (input.Has("ConfirmedBy")) issue.ConfirmedById = merge.Take("ConfirmedById", issue.ConfirmedById, input.ConfirmedBy);
        if (input.Has("ConfirmedOn")) issue.ConfirmedOn = merge.Take("ConfirmedOn", issue.ConfirmedOn, input.ConfirmedOn);
        if (issue.ConfirmedById is not null) issue.ConfirmedOn ??= standing.Day;
        else if (before is not null) issue.ConfirmedOn = null;
        var account = await db.Opportunities.Where(o => o.Id == issue.OpportunityId).Select(o => o.AccountId).SingleAsync(ct);
        var problems = await WrongAsync(db, issue, account, issue.ConfirmedById is not null && issue.ConfirmedById != before, standing.Today, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await ShowIssues.OneAsync(db, issue.Id, ct);
    }

    public static async Task<Outcome<IssueSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Change(input, db, clock, ct);
        return changed.View is { } issue ? Outcome.Done(new IssueSaved(issue.DealId)).Saying(T("It is saved.")) : changed.No;
    }

    private static async Task<Problems> WrongAsync(AppDb db, DealIssue issue, Guid? account, bool asks, DateOnly today, CancellationToken ct)
    {
        var problems = new Problems()
            .AddIf(string.IsNullOrWhiteSpace(issue.Text), "Text", T("What do they want solved?"))
            .AddIf(issue.UnderstoodOn > today, "UnderstoodOn", T("This day is still to come."))
            .AddIf(issue.ConfirmedOn > today, "ConfirmedOn", T("This day is still to come."))
            .AddIf(issue.ConfirmedOn < issue.UnderstoodOn, "ConfirmedOn", T("Nobody confirms what is not understood yet: this is before the day we understood it."));
        if (asks) problems.AddIf(!await db.IsOfAccountAsync(issue.ConfirmedById!.Value, account, ct), "ConfirmedBy", T("Only a contact of the deal's account can confirm it."));
        return problems;
    }
}

/// <summary>Takes an issue off, and brings it back.</summary>
internal static class RemoveIssue
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<IssueSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var opened = await db.IssueForChangeAsync(input.Id, ct);
        return await db.SetRemovedAsync(opened, clock.GetUtcNow().UtcDateTime, opened.Row?.OpportunityId ?? default, $"/deal-issues/{input.Id}/restorations", ct);
    }

    public static async Task<Outcome<IssueSaved>> Restore(Input input, AppDb db, CancellationToken ct)
    {
        var opened = await db.IssueForChangeAsync(input.Id, ct, removed: true);
        return await db.SetRemovedAsync(opened, null, opened.Row?.OpportunityId ?? default, null, ct);
    }
}
