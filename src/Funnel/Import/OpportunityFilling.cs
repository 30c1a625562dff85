using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Makes opportunities from rows, and changes known ones by what a row says; a blank cell changes nothing.</summary>
internal sealed class OpportunityFilling(ImportBatch batch, IReadOnlyDictionary<Guid, Stage> stages, IReadOnlyDictionary<Guid, string> names)
{
    /// <summary>What cannot be, so that the row is refused.</summary>
    public string? Problem(ImportRow row)
    {
        return EndOf(row) is not StageEnd.Open && row.Date("closed") > Today ? T("It is closed, but on a day that is still to come.") : null;
    }

    /// <summary>What looks odd and is taken as it stands.</summary>
    public string? Oddity(ImportRow row)
    {
        if (row.Date("closed") is not { } closed) return null;
        if (EndOf(row) is StageEnd.Open) return closed < batch.KnownOn ? T("It is open, and the day it was to close on is over.") : null;
        return row.Date("opened") > closed ? T("It closed before it was opened.") : null;
    }

    public Opportunity New(ImportRow row, string key)
    {
        var opportunity = new Opportunity
        {
            Name = NameOf(row), OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, StageId = row.Id("stage")!.Value, End = EndOf(row), Currency = CurrencyOf(row) ?? batch.Currency, SourceId = key,
        };
        Fill(opportunity, row);
        if (Stays(row) is { Count: > 0 } stays) OpportunityHistory.Recall(opportunity, stays, batch.KnownOn, batch.Now, _all ??= [.. stages.Values, .. batch.Made.Values.OfType<Stage>()]);
        else OpportunityHistory.Reconstruct(opportunity, batch.KnownOn, batch.Now);
        batch.Add(opportunity);
        if (row.Id("product") is { } product) batch.Add(new OpportunityLine { OpportunityId = opportunity.Id, ProductId = product, Quantity = 1 });
        return opportunity;
    }

    public void Change(Opportunity opportunity, ImportRow row)
    {
        var from = stages[opportunity.StageId];
        var closedOn = opportunity.ClosedOn;
        if (stages[row.Id("stage")!.Value] is { } to && to.Id != from.Id) opportunity.MoveTo(to, from.Name, MovedAt(row));
        if (row.Text("name") is { } name) opportunity.Name = name;
        if (row.Id("owner") is { } owner) opportunity.OwnerId = owner;
        if (CurrencyOf(row) is { } currency) opportunity.Restate(currency);
        opportunity.ClosedOn = closedOn;
        Fill(opportunity, row);
    }

    private IReadOnlyList<Stage>? _all;

    /// <summary>The open stages that the row says it came into, with the days, the oldest first.</summary>
    private List<(Guid Stage, DateOnly On)> Stays(ImportRow row) =>
        [.. row.Each("entered").Where(e => (stages.TryGetValue(e.Of, out var stage) ? stage : batch.Made.GetValueOrDefault(e.Of) as Stage) is { End: StageEnd.Open }).OrderBy(e => e.On).Select(e => (e.Of, e.On))];

    private DateOnly Today => DateOnly.FromDateTime(batch.Now);

    private DateTime MovedAt(ImportRow row) => EndOf(row) is not StageEnd.Open && row.Date("closed") is { } closed ? closed.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : batch.Now;

    private void Fill(Opportunity opportunity, ImportRow row)
    {
        opportunity.AccountId = row.Id("account") ?? opportunity.AccountId;
        opportunity.Amount = Minor.Restate(AmountOf(row), CurrencyOf(row) ?? batch.Currency, opportunity.Currency) ?? opportunity.Amount;
        opportunity.OpenedOn = row.Date("opened") ?? opportunity.OpenedOn;
        opportunity.CloseOn = row.Date("closed") ?? opportunity.CloseOn;
        opportunity.ClosedOn = opportunity.End is StageEnd.Open ? null : row.Date("closed") ?? opportunity.ClosedOn;
        opportunity.Source = row.Text("source") ?? opportunity.Source;
        opportunity.Business = BusinessNames.Of(row.Text("business")) ?? opportunity.Business;
        opportunity.ClosedBecause = row.Text("because") ?? opportunity.ClosedBecause;
        opportunity.MainProductId = row.Id("product") ?? opportunity.MainProductId;
    }

    private StageEnd EndOf(ImportRow row) => row.Id("stage") is not { } id ? StageEnd.Open : stages.TryGetValue(id, out var stage) ? stage.End : ((Stage)batch.Made[id]).End;

    // A lost deal "worth 0" is one whose value nobody wrote down.
    private long? AmountOf(ImportRow row) => row.Money("amount") is 0 && EndOf(row) is (StageEnd.Lost or StageEnd.NoDecision) ? null : row.Money("amount");

    private static string? CurrencyOf(ImportRow row) => row.Text("currency")?.ToUpperInvariant();

    private string NameOf(ImportRow row)
    {
        if (row.Text("name") is { } name) return name;
        string?[] parts = [row.Id("product") is { } product ? names.GetValueOrDefault(product) : null, row.Id("account") is { } account ? names.GetValueOrDefault(account) : null];
        return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } made ? made : row.Text("sourceId") ?? T("Opportunity {0}", row.Number);
    }
}
