using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Import;

/// <summary>
/// Known deals that a file puts into another stage, or says are won: where they stand is taken as it says, and what nothing shows of the way
/// is noted as stated by it. Of deals that come new, the file's word is all there is: their page says so of every step they are beyond.
/// </summary>
internal static class StatedMoves
{
    /// <returns>The notes, so that they go where the import is taken back.</returns>
    public static async Task<IReadOnlyList<RowResult>> NoteAsync(ImportBatch batch, IEnumerable<RowResult> results, IReadOnlyDictionary<Guid, Stage> stages, CancellationToken ct)
    {
        var moved = results.Where(r => r.Action is RowAction.Changed).Select(r => (r.Row, Deal: (Opportunity)r.Subject!)).Select(r => (r.Row, r.Deal, From: batch.Db.Entry(r.Deal).Property(o => o.StageId).OriginalValue))
            .Where(m => m.From != m.Deal.StageId && stages[m.From].End is StageEnd.Open && stages[m.Deal.StageId].End is StageEnd.Open or StageEnd.Won).ToList();
        if (moved.Count == 0) return [];
        var ids = moved.ConvertAll(m => m.Deal.Id);
        var shown = (await batch.Db.StageEvidence.Where(e => ids.Contains(e.OpportunityId)).Select(e => new { e.OpportunityId, e.StageId, e.StepId }).Distinct().ToListAsync(ct)).ToLookup(e => e.OpportunityId);
        var ways = await Ways.ReadAsync(batch.Db, ct);
        var notes = new List<RowResult>();
        foreach (var (row, deal, from) in moved)
        {
            var (way, left, entered) = (ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince), stages[from], stages[deal.StageId]);
            new Passage(deal.Id, left, entered, [.. Gates.PassedOver(left, entered, way)], [.. Gates.Between(left, entered, way).Where(g => !shown[deal.Id].Any(e => g.IsShownBy(e.StageId, e.StepId)))])
                .Note(note => Keep(row, note), new MoveSaid(), stated: true, batch.KnownOn, batch.Db.Viewer.PersonId);
        }
        return notes;

        void Keep(int row, Entity note)
        {
            batch.Add(note);
            notes.Add(new RowResult(row, RowAction.Created, note) { Kind = Kinds.MoveNote, IsUnseen = true });
        }
    }
}
