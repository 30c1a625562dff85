using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Shared;

/// <summary>Shows a customer the plan that a link leads to, and counts that it was opened: on which day, nothing of who.</summary>
internal static class ShowBuyerPlan
{
    private const int MostWords = 20;

    public sealed record Input
    {
        public string? Token { get; init; }

        /// <summary>They did something here and came back.</summary>
        public bool Back { get; init; }
    }

    public static Task<Outcome<BuyerView>> Do(Input input, SharedDoor door, FrameSource frame, CurrentViewer viewer, HttpContext http, CancellationToken ct) => door.OpenAsync<BuyerView>(input.Token, http, async plan =>
    {
        // Whoever works here and looks at what customers see is none of them.
        if (!input.Back && !viewer.IsKnown) await CountAsync(plan, ct);
        return await ReadAsync(input.Token!, plan, frame, ct);
    }, ct);

    /// <summary>The same with what was typed, after it could not be taken.</summary>
    public static Task<Outcome<BuyerView>> Again(Input input, SharedDoor door, FrameSource frame, HttpContext http, CancellationToken ct) => door.OpenAsync<BuyerView>(input.Token, http, async plan => await ReadAsync(input.Token!, plan, frame, ct), ct);

    private static async Task<BuyerView> ReadAsync(string token, OpenPlan open, FrameSource frame, CancellationToken ct)
    {
        frame.Organisation = open.Organisation;
        var (db, contacts, tasks) = (open.Db, open.Db.ContactRows(), open.Db.TasksEverAbout(Kinds.Opportunity));
        var plan = await db.SharedPlans.AsNoTracking().Where(p => p.OpportunityId == open.DealId).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);
        var steps = await db.SharedSteps.AsNoTracking().Where(s => s.OpportunityId == open.DealId).OrderBy(s => s.DueOn == null).ThenBy(s => s.DueOn).ThenBy(s => s.Id).Take(NoteSharedStep.Most)
            .Select(s => new { Step = s, Contact = contacts.Where(c => c.Id == s.ForId).Select(c => c.Name).FirstOrDefault(), IsOpenTask = tasks.Any(t => t.Id == s.TaskId && t.DoneAt == null && !t.IsRemoved), TaskDoneAt = tasks.Where(t => t.Id == s.TaskId).Select(t => t.DoneAt).FirstOrDefault() }).ToListAsync(ct);
        var read = steps.Select(s => (s.Step.Side, Step: new BuyerStep { Id = s.Step.Id, Title = s.Step.Title, Who = s.Contact ?? s.Step.Who, DueOn = s.Step.DueOn, DoneOn = SharedTask.DoneOn(s.IsOpenTask, s.TaskDoneAt, s.Step.DoneOn), DoneBy = s.Step.DoneBy, MayUntick = s.Step.IsDoneByThem })).ToLookup(s => s.Side, s => s.Step);
        return new BuyerView { Token = token, Organisation = open.Organisation, Aim = plan?.Aim, WantedOn = plan?.WantedOn, Until = open.Until, Today = open.Today, IsDecided = open.IsDecided, Theirs = [.. read[SharedSide.Theirs]], Ours = [.. read[SharedSide.Ours]], Words = await WordsAsync(open, ct) };
    }

    // Of a step that was taken off nothing goes out, and so nothing that was said of it.
    private static Task<List<BuyerWord>> WordsAsync(OpenPlan open, CancellationToken ct) =>
        (from said in open.Db.SharedSayings.AsNoTracking()
         join step in open.Db.SharedSteps on said.SharedStepId equals step.Id
         where said.OpportunityId == open.DealId && (said.Did == SharedAct.Said || said.Did == SharedAct.OtherDay)
         orderby said.At descending, said.Id descending
         select new BuyerWord(step.Title, said.Name, DateOnly.FromDateTime(said.At), said.Text, said.ProposedOn)).Take(MostWords).ToListAsync(ct);

    private static async Task CountAsync(OpenPlan open, CancellationToken ct)
    {
        var db = open.Db;
        var row = await db.SharedOpenings.SingleOrDefaultAsync(o => o.SharedLinkId == open.LinkId && o.On == open.Today, ct);
        if (row is null) db.Add(row = new SharedOpening { SharedLinkId = open.LinkId, On = open.Today, Times = 0 });
        row.Times++;
        try { await db.SaveChangesAsync(ct); }
        // Two in the same instant: one of them is counted, and both see the plan.
        catch (DbUpdateException) { db.ChangeTracker.Clear(); }
    }
}
