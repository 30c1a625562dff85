using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>Takes over one change that a debrief proposes, or leaves things as they were.</summary>
internal static class AnswerChange
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DebriefView>> Take(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (change, debrief, no) = await OpenAsync(db, input.Id, ct);
        if (no is not null) return no;
        if (change!.Answer is not null) return Outcome.Invalid("", T("It was answered already."));
        (change.Answer, change.AnsweredById) = (ChangeAnswer.Taken, db.Viewer.PersonId);
        // The answer is saved with what it changes, or neither is.
        if (await ApplyAsync(change, debrief!, db, clock, ct) is { } refused) return refused;
        await db.SaveChangesAsync(ct);
        return await ViewAsync(db, change, ct);
    }

    public static Task<Outcome<DebriefView>> Leave(Input input, AppDb db, CancellationToken ct) => SetAsync(input, ChangeAnswer.Left, db, ct);

    /// <summary>Asks a change again that was left.</summary>
    public static Task<Outcome<DebriefView>> Ask(Input input, AppDb db, CancellationToken ct) => SetAsync(input, null, db, ct);

    public static async Task<Outcome<DebriefSaved>> TakeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Saved(await Take(input, db, clock, ct), T("It is taken over."), null);

    public static async Task<Outcome<DebriefSaved>> LeaveOnPage(Input input, AppDb db, CancellationToken ct) => Saved(await Leave(input, db, ct), T("It stays as it was."), $"/debrief-changes/{input.Id}/restorations");

    public static async Task<Outcome<DebriefSaved>> AskOnPage(Input input, AppDb db, CancellationToken ct) => Saved(await Ask(input, db, ct), T("It is asked again."), null);

    private static Outcome<DebriefSaved> Saved(Outcome<DebriefView> done, string said, string? back) => done.View is { } debrief ? Outcome.Done(new DebriefSaved(debrief.DealId)).Saying(said, back) : done.No;

    private static async Task<Outcome<DebriefView>> SetAsync(Input input, ChangeAnswer? answer, AppDb db, CancellationToken ct)
    {
        var (change, _, no) = await OpenAsync(db, input.Id, ct);
        if (no is not null) return no;
        if (change!.Answer is ChangeAnswer.Taken) return Outcome.Invalid("", T("It was answered already."));
        (change.Answer, change.AnsweredById) = (answer, answer is null ? null : db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return await ViewAsync(db, change, ct);
    }

    private static Task<DebriefView> ViewAsync(AppDb db, DebriefChange change, CancellationToken ct) => ShowDebriefs.OneAsync(db, change.OpportunityId, change.DebriefId, ct);

    private static async Task<(DebriefChange? Change, Debrief? Debrief, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var (shown, contacts) = (db.PlacesShown(), db.ContactRows());
        // Of somebody the viewer does not see there is nothing to answer.
        if (await db.DebriefChanges.SingleOrDefaultAsync(c => c.Id == id && (c.MapPersonId == null || shown.Contains(c.MapPersonId.Value)) && (c.Kind != ChangeKind.Person || c.ContactId == null || contacts.Any(x => x.Id == c.ContactId)), ct) is not { } change) return (null, null, Outcome.Missing);
        if (await db.Debriefs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == change.DebriefId, ct) is not { } debrief) return (null, null, Outcome.Missing);
        var (_, no) = await db.OpportunityForChangeAsync(change.OpportunityId, ct);
        return (change, debrief, no);
    }

    private static async Task<Refusal?> ApplyAsync(DebriefChange change, Debrief debrief, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        switch (change.Kind)
        {
            case ChangeKind.Judgement:
                return Refused(await Judge.Do(new() { Id = change.OpportunityId, Field = change.Field, Person = change.MapPersonId, Value = change.Value, Text = change.Text, Ground = change.Field is PlanField.Feeling ? null : PlanGround.TheySaid, On = debrief.On }, db, clock, ct));
            case ChangeKind.Issue:
                return Refused(await NoteIssue.Do(new() { Id = change.OpportunityId, Text = change.Text, UnderstoodOn = debrief.On }, db, clock, ct));
            case ChangeKind.Confirmed:
                return Refused(await NoteIssue.Change(new() { Id = change.DealIssueId!.Value, ConfirmedBy = change.ContactId, ConfirmedOn = debrief.On, Sent = new HashSet<string> { "ConfirmedBy", "ConfirmedOn" } }, db, clock, ct));
            case ChangeKind.Person:
                return Refused(await NamePerson.Do(new() { Id = change.OpportunityId, Contact = change.ContactId, Placeholder = change.Text, Part = change.Part, Evidence = debrief.Heard }, db, clock, ct));
            default:
                // A step whose day has passed is agreed all the same, and is due.
                var account = await db.Opportunities.Where(o => o.Id == change.OpportunityId).Select(o => o.AccountId).SingleAsync(ct);
                db.AddTask(new AboutRecord(Kinds.Opportunity, change.OpportunityId, account), change.Text!, change.DueOn, db.Viewer.PersonId);
                return null;
        }
    }

    // The field that is wrong is on another page: what is said of it stands alone.
    private static Refusal? Refused<TView>(Outcome<TView> done) => done.View is not null ? null : done.Kind is OutcomeKind.Invalid ? Outcome.Invalid("", string.Join(" ", done.Problems.Messages.Values)) : done.No;
}

/// <summary>Takes a debrief off, and brings it back. What was taken over from it stays.</summary>
internal static class RemoveDebrief
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DebriefSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (debrief, no) = await OpenAsync(db, db.Debriefs, input.Id, ct);
        if (no is not null) return no;
        debrief!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new DebriefSaved(debrief.OpportunityId)).Saying(T("It is taken off."), $"/debriefs/{debrief.Id}/restorations");
    }

    public static async Task<Outcome<DebriefSaved>> Restore(Input input, AppDb db, CancellationToken ct)
    {
        var (debrief, no) = await OpenAsync(db, db.RowsWithRemoved<Debrief>(), input.Id, ct);
        if (no is not null) return no;
        if (debrief!.MeetingPlanId is { } plan && await db.Debriefs.AnyAsync(d => d.MeetingPlanId == plan && d.Id != debrief.Id, ct)) return Outcome.Invalid("", T("It is told already how this meeting went. Take that off to tell it anew."));
        debrief.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new DebriefSaved(debrief.OpportunityId)).Saying(T("It is back."));
    }

    private static async Task<(Debrief? Row, Refusal? No)> OpenAsync(AppDb db, IQueryable<Debrief> rows, Guid id, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } debrief) return (null, Outcome.Missing);
        var (_, no) = await db.OpportunityForChangeAsync(debrief.OpportunityId, ct);
        return (debrief, no);
    }
}
