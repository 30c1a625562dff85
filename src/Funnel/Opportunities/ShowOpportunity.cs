using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Shows one opportunity with everything its page needs.</summary>
internal static class ShowOpportunity
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A field to open for change.</summary>
        public string? Edit { get; init; }

        /// <summary>A form to open: <c>step</c> or <c>log</c>.</summary>
        public string? Add { get; init; }
    }

    public static async Task<Outcome<DealRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (await db.Views(db.Opportunities.AsNoTracking().Where(o => o.Id == input.Id)).SingleOrDefaultAsync(ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct);
        var facts = await ShowFacts.OfAsync(deal, standing.Day, stages, new() { Id = input.Id, Editing = input.Edit }, db, ct);
        return new DealRecord
        {
            Facts = facts,
            Path = DealPath.Of(deal, stages, standing.Day, deal.End is StageEnd.Open ? await Stays.UsualAsync(db, deal.StageId, ct) : null),
            Lines = await ShowLines.OfAsync(deal, facts.MayEdit, standing.Day, db, ct),
            Tasks = await TasksAsync(db, deal.Id, ct),
            Adding = input.Add,
            Happened = await DealTimeline.ReadAsync(db, deal, standing.Day, ct),
            Panels = await panels.DrawAsync(Panels.Deal, db, deal.Id, ct),
            Stages = [.. stages.Where(s => s.End is StageEnd.Open && s.RetiredAt is null && s.Id != deal.StageId).Select(s => new Choice(s.Id.ToString(), s.Name))],
        };
    }

    /// <summary>The opportunity itself, as data.</summary>
    public static async Task<Outcome<OpportunityView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Views(db.Opportunities.AsNoTracking().Where(o => o.Id == input.Id)).SingleOrDefaultAsync(ct) is { } deal ? deal : Outcome.Missing;

    private static Task<List<DealTask>> TasksAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var people = db.PersonRows();
        return db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).Take(20)
            .Select(t => new DealTask(t.Id, t.Version, t.Title, t.DueOn, people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault())).ToListAsync(ct);
    }
}
