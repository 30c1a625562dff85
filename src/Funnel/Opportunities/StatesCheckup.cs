using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A deal is in one state at a time, in one just now, and every one of them has one.</summary>
internal sealed class StatesCheckup : ICheckup
{
    private const string What = "History of deals", Do = "Keep a copy (cox backup) and report it: figures as of a date may be wrong.";

    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var states = db.Rows<OpportunityState>().Where(s => s.SupersededAt == null);
        var overlapping = await states.CountAsync(s => states.Any(o => o.OpportunityId == s.OpportunityId && o.Id != s.Id && o.From <= s.From && (o.To == null || o.To > s.From) && (s.To == null || s.To > s.From)), ct);
        var without = await db.RowsWithRemoved<Opportunity>().CountAsync(d => !states.Any(s => s.OpportunityId == d.Id), ct);
        if (overlapping > 0) return [Checked.Wrong(What, $"{overlapping} states overlap another of the same deal.", Do)];
        return [without > 0 ? Checked.Wrong(What, $"{without} deals have none.", Do) : Checked.Good(What, "every deal is in one state at a time")];
    }
}
