using Coxswain.Customers;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Takes what was judged of a contact out of every plan.</summary>
internal sealed class PlanErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var blot = await db.BlotOfContactAsync(id, ct);
        var places = db.PlacesOf(id);
        var judgements = await db.RowsWithRemoved<PlanJudgement>().Where(j => j.MapPersonId != null && places.Contains(j.MapPersonId.Value)).ToListAsync(ct);
        var strengths = await db.RowsWithRemoved<PlanStrength>().Where(s => s.MapPersonId != null && places.Contains(s.MapPersonId.Value)).ToListAsync(ct);
        db.RemoveRange(judgements);
        db.RemoveRange(strengths);
        await db.SaveChangesAsync(ct);
        var deals = await db.DealsOfContact(id).ToListAsync(ct);
        var without = T("Something that named an erased contact");
        await db.RewriteRecordsAsync(db.RowsWithRemoved<PlanLook>().Where(l => l.Came != null && deals.Contains(l.OpportunityId)), l => l.Came = l.Came is { } came && blot.Names(came) ? without : l.Came, blot, ct);
        // Of the deal or of what else they could do, and naming them all the same.
        var of = await db.RowsWithRemoved<PlanJudgement>().AsNoTracking().Where(j => deals.Contains(j.OpportunityId) && j.MapPersonId == null && (j.Text != null || j.Topic != null && j.Topic.StartsWith(PlanAlternative.Named))).Select(j => new { j.Id, j.Text, j.Topic }).ToListAsync(ct);
        List<Guid> naming = [.. of.Where(j => blot.Names(j.Text) || blot.Names(j.Topic)).Select(j => j.Id)];
        await db.RewriteRecordsAsync(db.RowsWithRemoved<PlanJudgement>().Where(j => naming.Contains(j.Id)), j => (j.Text, j.Topic) = (blot.Text(j.Text), PlanAlternative.IsNamed(j.Topic) ? blot.Text(j.Topic) : j.Topic), blot, ct);
        await db.RewriteHistoryAsync([.. judgements.Select(j => j.Id), .. strengths.Select(s => s.Id)], blot, ct);
        return [];
    }
}

/// <summary>What is judged of a contact is theirs to read.</summary>
internal sealed class PlanOfContact : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Judged of them in plans of deals"), (db, id) => db.RowsWithRemoved<PlanJudgement>().Where(j => db.PlacesOf(id).Any(p => p == j.MapPersonId))),
        PersonRows.Simply(() => T("Strengths that matter to them"), (db, id) => db.RowsWithRemoved<PlanStrength>().Where(s => db.PlacesOf(id).Any(p => p == s.MapPersonId))),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(DealObjective)] = "What is to be won in a deal, not who decides in it.", [typeof(PlanLook)] = "How a deal feels to us; what came of it names them no more once they are erased." };
}

/// <summary>Nobody judges a lead in a plan.</summary>
internal sealed class PlanOfLead : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows => [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(PlanJudgement)] = "Of those who decide in a deal, and a lead has none.", [typeof(PlanStrength)] = "Of deals, and a lead has none.", [typeof(DealObjective)] = "Of deals, and a lead has none.", [typeof(PlanLook)] = "Of deals, and a lead has none.",
    };
}

/// <summary>What the plans of deals bring beside their pages.</summary>
internal static class PlanServices
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services.AddLooks().AddSingleton<IErase, PlanErasing>().AddSingleton<IPersonData, PlanOfContact>().AddSingleton<IPersonData, PlanOfLead>();
}
