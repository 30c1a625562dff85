using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Search;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Of a deal that was found: where it stands, what it is worth, and whose it is.</summary>
internal sealed class FoundDeals : IFoundNotes
{
    public string Kind => Kinds.Opportunity;

    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var (people, stages) = (db.PersonRows(), db.Stages);
        var deals = await db.Opportunities.Where(o => ids.Contains(o.Id)).Select(o => new
        {
            o.Id, o.Amount, o.Currency, o.ClosedOn, Stage = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).First(), Owner = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault(),
        }).Seen(db).ToListAsync(ct);
        return deals.ToDictionary(d => d.Id, d => string.Join(" · ", new[] { d.Stage, d.ClosedOn is { } day ? DayText.Whole(day) : null, d.Amount is { } minor ? MoneyText.Of(minor, d.Currency) : null, Bidi.Isolated(d.Owner) }.OfType<string>()));
    }
}
