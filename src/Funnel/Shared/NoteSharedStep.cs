using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>Puts a step into the shared plan, and says one anew: what was sent, the rest stays.</summary>
internal static class NoteSharedStep
{
    /// <summary>A longer plan nobody reads.</summary>
    public const int Most = 40;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal where one is put in, the step where one is changed.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What is done; the customer reads it.</summary>
        [StringLength(200)]
        public string? Title { get; init; }

        /// <summary>Who does it: <c>Theirs</c> or <c>Ours</c>.</summary>
        public SharedSide? Side { get; init; }

        /// <summary>Who does it, by name; the customer reads it.</summary>
        [StringLength(100)]
        public string? Who { get; init; }

        /// <summary>The contact of the account who does it.</summary>
        public Guid? For { get; init; }
        public DateOnly? DueOn { get; init; }

        /// <summary>Where one comes back to; the shared plan where nothing is said.</summary>
        public string? Back { get; init; }

        /// <summary>The customer's step of the process that is taken with it, or the stage that names one.</summary>
        public Guid? Gate { get; init; }

        /// <summary>The agreed next step of the deal that it is; only where one is put in.</summary>
        public Guid? Task { get; init; }

        /// <summary>It is done, as one of us says; a tick of the customer is shown as theirs.</summary>
        public bool? Done { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<SharedStepView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var step = new SharedStep { OpportunityId = deal!.Id, Title = "", Side = input.Side ?? SharedSide.Theirs, TaskId = input.Task };
        var sent = new HashSet<string>(["Title", "Who", "For", "DueOn", "Gate", "Done"], StringComparer.OrdinalIgnoreCase);
        var problems = await FillAsync(input with { Sent = sent }, step, null, deal, db, clock, ct);
        problems.AddIf(input.Task is { } task && (input.Side is not SharedSide.Ours || !await db.TasksAbout(Kinds.Opportunity).AnyAsync(t => t.Id == task && t.AboutId == deal.Id, ct)), "Task", T("This is no next step of ours in this deal."));
        problems.AddIf(input.Side is null, "Side", T("Who does it?")).AddIf(await db.SharedSteps.CountAsync(s => s.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} steps already; nobody reads more.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(step);
        await db.SaveChangesAsync(ct);
        return await ShowShared.OneAsync(db, step.Id, ct);
    }

    public static async Task<Outcome<SharedSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } step ? Outcome.Done(new SharedSaved(input.Id)).Saying(T("In the plan: {0}", step.Title), $"/shared-steps/{step.Id}/removals") : noted.No;
    }

    public static async Task<Outcome<SharedStepView>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (step, deal, no) = await db.SharedStepForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var merge = await db.MergeAsync(step!, input.Version == 0 ? step!.Version : input.Version, ct);
        if (input.Side is { } side) step!.Side = merge.Take("Side", step.Side, side);
        // What they do is no task of ours.
        if (step!.Side is SharedSide.Theirs) step.TaskId = null;
        var problems = await FillAsync(input, step!, merge, deal!, db, clock, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await ShowShared.OneAsync(db, step!.Id, ct);
    }

    public static async Task<Outcome<SharedSaved>> ChangeOnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        // Pressed a second time, or after them, it does nothing that could be undone.
        var wasOpen = input.Done is true && await db.SharedSteps.Where(s => s.Id == input.Id).Select(ShowShared.Reading(db)).SingleOrDefaultAsync(ct) is { DoneOn: null };
        var changed = await Change(input, db, clock, ct);
        return changed.View is { } step ? Outcome.Done(new SharedSaved(step.DealId) { Back = input.Back }).Saying(input.Done is true ? T("{0}: done.", step.Title) : T("It is saved."), wasOpen ? $"/shared-steps/{step.Id}?done=false".With("back", input.Back) : null) : changed.No;
    }

    private static async Task<Problems> FillAsync(Input input, SharedStep step, Merge? merge, Opportunity deal, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, problems, before) = ((await Standing.ReadAsync(db, clock, ct)).Today, new Problems(), step.ForId);
        if (input.Has("Title")) step.Title = Taken("Title", step.Title, input.Title?.Trim() ?? "");
        if (input.Has("Who")) step.Who = Taken("Who", step.Who, string.IsNullOrWhiteSpace(input.Who) ? null : input.Who.Trim());
        if (input.Has("For")) step.ForId = Taken("ForId", step.ForId, input.For);
        if (input.Has("DueOn")) step.DueOn = Taken("DueOn", step.DueOn, input.DueOn);
        var task = input.Has("Done") && input.Done is not null && step.TaskId is { } of ? await db.TasksAbout(Kinds.Opportunity).Where(t => t.Id == of).Select(t => new { t.Id, t.DoneAt }).SingleOrDefaultAsync(ct) : null;
        if (task is not null && input.Done is { } said && said != task.DoneAt is not null)
        {
            problems.AddIf(await db.SetTaskDoneAsync(task.Id, said ? clock.GetUtcNow().UtcDateTime : null, null, ct) is null, "", T("This is a next step of somebody else: whose it is says when it is done."));
            if (!problems.Any) step.DoneOn = said ? today : null;
        }
        else if (task is null)
        {
            if (input.Has("Done") && input.Done is { } done && done != step.DoneOn is not null) (step.DoneOn, step.DoneBy, step.IsDoneByThem) = (done ? today : null, null, false);
        }
        problems.AddIf(step.Title is "", "Title", T("What is to be done?")).AddIf(input.Has("DueOn") && (step.DueOn < today.AddYears(-5) || step.DueOn > today.AddYears(10)), "DueOn", T("This day cannot be right."));
        if (step.ForId is { } contact && contact != before) problems.AddIf(!await db.IsOfAccountAsync(contact, deal.AccountId, ct), "For", T("Choose a contact of the deal's account."));
        if (input.Has("Gate")) await BindAsync(input, step, deal, problems, db, ct);
        // One of us takes no step of the customer's for them.
        problems.AddIf(step is { Side: SharedSide.Ours, StageId: not null }, "Gate", T("A step of ours shows nothing of theirs."));
        return problems;

        T Taken<T>(string field, T stands, T typed) => merge is null ? typed : merge.Take(field, stands, typed);
    }

    private static async Task BindAsync(Input input, SharedStep step, Opportunity deal, Problems problems, AppDb db, CancellationToken ct)
    {
        var gates = (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince).Stages.SelectMany(s => s.Gates).ToList();
        var gate = gates.FirstOrDefault(g => g.Key == input.Gate);
        problems.AddIf(input.Gate is not null && gate is null, "Gate", T("This is no step of theirs in the deal's process."));
        (step.StageId, step.GateStepId) = (gate?.StageId, gate?.StepId);
    }
}

/// <summary>Takes a step out of the plan, and brings it back.</summary>
internal static class RemoveSharedStep
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<SharedSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input.Id, clock.GetUtcNow().UtcDateTime, $"/shared-steps/{input.Id}/restorations", db, ct);

    public static Task<Outcome<SharedSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(input.Id, null, null, db, ct);

    private static async Task<Outcome<SharedSaved>> SetAsync(Guid id, DateTime? at, string? back, AppDb db, CancellationToken ct)
    {
        var (step, _, no) = await db.SharedStepForChangeAsync(id, ct, removed: true);
        if (no is not null) return no;
        step!.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new SharedSaved(step.OpportunityId)).Saying(at is null ? T("It is back.") : T("It is taken off."), back);
    }
}

/// <summary>How acts open a step: whoever may change the deal may change what is shared of it.</summary>
internal static class SharedForChange
{
    public static async Task<(SharedStep? Step, Opportunity? Deal, Refusal? No)> SharedStepForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<SharedStep>() : db.SharedSteps).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } step) return (null, null, Outcome.Missing);
        var (deal, no) = await db.OpportunityForChangeAsync(step.OpportunityId, ct);
        return (step, deal, no);
    }
}
