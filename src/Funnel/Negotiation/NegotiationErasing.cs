using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Nobody negotiates with an erased contact by name any more, and what was written where they did names them no longer.</summary>
internal sealed class NegotiationErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var without = T("Something that named an erased contact");
        var of = await db.Negotiations.Where(n => n.CounterpartId == id).Select(n => n.OpportunityId).ToListAsync(ct);
        await db.RewriteRecordsAsync(db.Negotiations.Where(n => n.CounterpartId == id), n => (n.CounterpartId, n.PriceAnswer) = (null, Clean(n.PriceAnswer)), blot, ct);
        await db.RewriteRecordsAsync(db.RowsWithRemoved<PriceAnchor>().Where(a => of.Contains(a.OpportunityId)), a => (a.Basis, a.Learned) = (Clean(a.Basis), Clean(a.Learned)), blot, ct);
        await db.RewriteRecordsAsync(db.RowsWithRemoved<Concession>().Where(c => of.Contains(c.OpportunityId)), c => (c.Give, c.Get, c.Because) = (Clean(c.Give)!, Clean(c.Get), Clean(c.Because)), blot, ct);
        return [];

        string? Clean(string? text) => blot.Names(text) ? without : text;
    }
}

/// <summary>In which negotiations a contact stands for their side.</summary>
internal sealed class NegotiationData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Negotiations with them"), (db, id) => db.Negotiations.Where(n => n.CounterpartId == id))];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(PriceAnchor)] = "A figure of one side of a deal, not of a person.", [typeof(Concession)] = "What one organisation grants another.", [typeof(SeenSign)] = "How a negotiation goes, not how a person is.", [typeof(WalkAway)] = "How far we go in a deal, which is our own secret and about nobody.",
    };
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadNegotiationData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(DealNegotiation)] = "Of deals, and a lead has none.", [typeof(PriceAnchor)] = "Of deals, and a lead has none.", [typeof(Concession)] = "Of deals, and a lead has none.", [typeof(SeenSign)] = "Of deals, and a lead has none.", [typeof(WalkAway)] = "Of deals, and a lead has none.",
    };
}
