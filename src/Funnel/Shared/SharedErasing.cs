using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>An erased contact takes no step by name any more, and what they did by a link was done by somebody.</summary>
internal sealed class SharedErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var accounts = db.AccountsOfContact(id);
        var deals = await db.RowsWithRemoved<Opportunity>().Where(o => accounts.Contains(o.AccountId)).Select(o => o.Id).Concat(db.RowsWithRemoved<SharedStep>().Where(s => s.ForId == id).Select(s => s.OpportunityId)).Distinct().ToListAsync(ct);
        var without = T("Something that named an erased contact");
        var named = (await db.RowsWithRemoved<SharedStep>().AsNoTracking().Where(s => deals.Contains(s.OpportunityId)).ToListAsync(ct)).Where(s => s.ForId == id || blot.Names(s.Title) || blot.Names(s.Who) || blot.Names(s.DoneBy)).Select(s => s.Id).ToList();
        var said = (await db.SharedSayings.AsNoTracking().Where(s => deals.Contains(s.OpportunityId)).ToListAsync(ct)).Where(s => blot.Names(s.What) || blot.Names(s.Name) || blot.Names(s.Text)).Select(s => s.Id).ToList();
        var plans = (await db.SharedPlans.AsNoTracking().Where(p => deals.Contains(p.OpportunityId)).ToListAsync(ct)).Where(p => blot.Names(p.Aim)).Select(p => p.Id).ToList();
        await db.RewriteRecordsAsync(db.RowsWithRemoved<SharedStep>().Where(s => named.Contains(s.Id)), s => (s.ForId, s.Title, s.Who, s.DoneBy) = (s.ForId == id ? null : s.ForId, Clean(s.Title)!, blot.Names(s.Who) ? null : s.Who, blot.Names(s.DoneBy) ? null : s.DoneBy), blot, ct);
        await db.RewriteRecordsAsync(db.SharedSayings.Where(s => said.Contains(s.Id)), s => (s.What, s.Name, s.Text) = (Clean(s.What)!, blot.Text(s.Name)!, Clean(s.Text)), blot, ct);
        await db.RewriteRecordsAsync(db.SharedPlans.Where(p => plans.Contains(p.Id)), p => p.Aim = without, blot, ct);
        var shown = (await db.StageEvidence.AsNoTracking().Where(e => e.SharedStepId != null && deals.Contains(e.OpportunityId)).Select(e => new { e.Id, e.Text }).ToListAsync(ct)).Where(e => blot.Names(e.Text)).Select(e => e.Id).ToList();
        await db.RewriteRecordsAsync(db.StageEvidence.Where(e => shown.Contains(e.Id)), e => e.Text = without, blot, ct);
        return [];

        string? Clean(string? text) => blot.Names(text) ? without : text;
    }
}

/// <summary>The steps of shared plans that a contact takes.</summary>
internal sealed class SharedData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Their steps in plans shared with them"), (db, id) => db.SharedSteps.Where(s => s.ForId == id))];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(SharedPlan)] = "What an organisation wants; words that name a contact go when they are erased.", [typeof(SharedSaying)] = "Said under a name that nobody checked, so it is nobody's for certain; where it names a contact it goes with them.",
    };
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadSharedData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(SharedPlan)] = "Of deals, and a lead has none.", [typeof(SharedStep)] = "Of deals, and a lead has none.", [typeof(SharedSaying)] = "Of deals, and a lead has none." };
}
