using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Plans a meeting about a deal, and says the plan anew: what was sent, the rest stays.</summary>
internal static class PlanMeeting
{
    /// <summary>More lines than these no meeting holds.</summary>
    public const int MostLines = 40;
    private const int MostPlans = 200;

    public record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal where one is planned, the plan where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>When it begins, as clocks show it where the organisation is.</summary>
        public TimeOnly? StartsAt { get; init; }

        [StringLength(200)]
        public string? Place { get; init; }

        /// <summary>When the reason was sent to them.</summary>
        public DateOnly? AgendaSentOn { get; init; }

        /// <summary>Why they would give us the time, in their words.</summary>
        [StringLength(300)]
        public string? Reason { get; init; }

        [StringLength(500)]
        public string? Concept { get; init; }

        [StringLength(500)]
        public string? Perspective { get; init; }

        /// <summary>The best next step of theirs.</summary>
        [StringLength(200)]
        public string? Best { get; init; }

        /// <summary>By when they would do it.</summary>
        public DateOnly? BestBy { get; init; }

        /// <summary>The least.</summary>
        [StringLength(200)]
        public string? Least { get; init; }
        public DateOnly? LeastBy { get; init; }

        /// <summary>Where those who come trust us from.</summary>
        public Credibility? Credibility { get; init; }

        /// <summary>Who lends us their trust, or what shows it.</summary>
        [StringLength(300)]
        public string? CredibilityNote { get; init; }
        public DateOnly? AgreedOn { get; init; }
        public Agreed? AgreedHow { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<MeetingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var plan = Of(input, deal!.Id, await db.DealObjectives.Where(o => o.OpportunityId == deal.Id).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct));
        var problems = Check(input, today).AddIf(await db.MeetingPlans.CountAsync(p => p.OpportunityId == deal.Id, ct) >= MostPlans, "", T("There are {0} plans already.", MostPlans));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(plan);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, plan, clock, ct);
    }

    public static async Task<Outcome<MeetingSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var planned = await Do(input, db, clock, ct);
        return planned.View is { } plan ? Outcome.Done(new MeetingSaved(input.Id, plan.Id)).Saying(T("The meeting is planned."), $"/meeting-plans/{plan.Id}/removals") : planned.No;
    }

    public static async Task<Outcome<MeetingView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (plan, no) = await db.PlanForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var merge = await db.MergeAsync(plan!, input.Version == 0 ? plan!.Version : input.Version, ct);
        if (input.Has("On") && input.On is { } on) plan!.On = merge.Take("On", plan.On, on);
        if (input.Has("StartsAt")) plan!.StartsAt = merge.Take("StartsAt", plan.StartsAt, input.StartsAt);
        if (input.Has("Place")) plan!.Place = merge.Take("Place", plan.Place, input.Place);
        if (input.Has("AgendaSentOn")) plan!.AgendaSentOn = merge.Take("AgendaSentOn", plan.AgendaSentOn, input.AgendaSentOn);
        if (input.Has("BestBy")) plan!.BestBy = merge.Take("BestBy", plan.BestBy, input.BestBy);
        if (input.Has("LeastBy")) plan!.LeastBy = merge.Take("LeastBy", plan.LeastBy, input.LeastBy);
        if (input.Has("Credibility")) plan!.Credibility = merge.Take("Credibility", plan.Credibility, input.Credibility);
        if (input.Has("CredibilityNote")) plan!.CredibilityNote = merge.Take("CredibilityNote", plan.CredibilityNote, input.CredibilityNote);
        if (input.Has("Reason")) plan!.Reason = merge.Take("Reason", plan.Reason, input.Reason?.Trim() ?? "");
        if (input.Has("Concept")) plan!.Concept = merge.Take("Concept", plan.Concept, input.Concept);
        if (input.Has("Perspective")) plan!.Perspective = merge.Take("Perspective", plan.Perspective, input.Perspective);
        if (input.Has("Best")) plan!.Best = merge.Take("Best", plan.Best, input.Best);
        if (input.Has("Least")) plan!.Least = merge.Take("Least", plan.Least, input.Least);
        if (input.Has("AgreedOn")) plan!.AgreedOn = merge.Take("AgreedOn", plan.AgreedOn, input.AgreedOn);
        if (input.Has("AgreedHow")) plan!.AgreedHow = merge.Take("AgreedHow", plan.AgreedHow, input.AgreedHow);
        if (Wrong(plan!, (await Standing.ReadAsync(db, clock, ct)).Today) is { Any: true } problems) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, plan!, clock, ct);
    }

    public static async Task<Outcome<MeetingSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Change(input, db, clock, ct);
        return changed.View is { } plan ? Outcome.Done(new MeetingSaved(plan.DealId, plan.Id)).Saying(T("It is saved.")) : changed.No;
    }

    public sealed record OfPlan { public Guid Id { get; init; } }

    /// <summary>The reason went to them today.</summary>
    public static async Task<Outcome<MeetingSaved>> SentOnPage(OfPlan input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        return await ChangeOnPage(new() { Id = input.Id, AgendaSentOn = today, Sent = new HashSet<string> { "AgendaSentOn" } }, db, clock, ct);
    }

    public static async Task<(MeetingPlan? Row, Refusal? No)> PlanForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<MeetingPlan>() : db.MeetingPlans).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan) return (null, Outcome.Missing);
        var (_, no) = await db.OpportunityForChangeAsync(plan.OpportunityId, ct);
        return (plan, no);
    }

    internal static async Task<MeetingView> OneAsync(AppDb db, MeetingPlan plan, TimeProvider clock, CancellationToken ct) => (await ShowMeeting.OfAsync(db, plan.OpportunityId, (await Standing.ReadAsync(db, clock, ct)).Day, ct)).First(p => p.Id == plan.Id);

    /// <summary>What is wrong with a plan that is to be made, whatever it is about.</summary>
    internal static Problems Check(Input input, DateOnly today) => Wrong(Of(input, Guid.Empty, null), today).AddIf(input.On is null, "On", T("Please fill this in.")).AddIf(input.On < today, "On", T("A plan is for a day to come."));

    private static MeetingPlan Of(Input input, Guid deal, Guid? objective) => new()
    {
        OpportunityId = deal, On = input.On ?? default, StartsAt = input.StartsAt, Place = input.Place, Reason = input.Reason?.Trim() ?? "", AgendaSentOn = input.AgendaSentOn, Concept = input.Concept, Perspective = input.Perspective, Best = input.Best, BestBy = input.BestBy, Least = input.Least, LeastBy = input.LeastBy,
        Credibility = input.Credibility, CredibilityNote = input.CredibilityNote, AgreedOn = input.AgreedOn, AgreedHow = input.AgreedHow, ObjectiveId = objective,
    };

    private static Problems Wrong(MeetingPlan plan, DateOnly today) => new Problems()
        .AddIf(string.IsNullOrWhiteSpace(plan.Reason), "Reason", T("Why would they give us the time?"))
        .AddIf(plan.Best is null && plan.BestBy is not null, "Best", T("What do they do by this day?"))
        .AddIf(plan.Least is null && plan.LeastBy is not null, "Least", T("What do they do by this day?"))
        .AddIf(plan.Credibility is null && plan.CredibilityNote is not null, "Credibility", T("Choose one of the words."))
        .AddIf(plan.AgendaSentOn > today, "AgendaSentOn", T("This day is still to come."))
        .AddIf(plan.AgreedOn > today, "AgreedOn", T("This day is still to come."))
        .AddIf(plan.AgreedHow is not null && plan.AgreedOn is null, "AgreedOn", T("When was it agreed?"));
}

/// <summary>Takes a plan or a line of it off, and brings it back.</summary>
internal static class RemoveMeeting
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<MeetingSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await SetAsync(db, await db.PlanForChangeAsync(input.Id, ct), clock.GetUtcNow().UtcDateTime, ct);

    public static async Task<Outcome<MeetingSaved>> Restore(Input input, AppDb db, CancellationToken ct) => await SetAsync(db, await db.PlanForChangeAsync(input.Id, ct, removed: true), null, ct);

    public static Task<Outcome<MeetingSaved>> Line(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => LineAsync(db, db.MeetingLines, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<MeetingSaved>> RestoreLine(Input input, AppDb db, CancellationToken ct) => LineAsync(db, db.RowsWithRemoved<MeetingLine>(), input.Id, null, ct);

    private static async Task<Outcome<MeetingSaved>> SetAsync(AppDb db, (MeetingPlan? Row, Refusal? No) opened, DateTime? at, CancellationToken ct)
    {
        if (opened.No is { } no) return no;
        opened.Row!.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new MeetingSaved(opened.Row.OpportunityId, at is null ? opened.Row.Id : null)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/meeting-plans/{opened.Row.Id}/restorations");
    }

    private static async Task<Outcome<MeetingSaved>> LineAsync(AppDb db, IQueryable<MeetingLine> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(l => l.Id == id, ct) is not { } line) return Outcome.Missing;
        var (_, no) = await db.OpportunityForChangeAsync(line.OpportunityId, ct);
        if (no is not null) return no;
        line.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new MeetingSaved(line.OpportunityId, line.MeetingPlanId)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/meeting-lines/{id}/restorations");
    }
}

/// <summary>Something of a meeting plan was changed.</summary>
public sealed record MeetingSaved(Guid Deal, Guid? Plan)
{
    internal string Url => $"/opportunities/{Deal}/meetings" + (Plan is { } plan ? $"?plan={plan}" : "");

    internal string Questions => Url + "#meeting-asks";

    internal string Gives => Url + "#meeting-gives";
}
