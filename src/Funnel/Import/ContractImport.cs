using Coxswain.Funnel.Contracts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in contracts and subscriptions. One is known by its key, else by its account, name and first day. What the file does not say is unknown, and no contract ends or renews itself unless the file says so.</summary>
internal sealed class ContractImport : IImportTarget
{
    private const int MonthsAYear = 12;

    private static readonly (ContractEvery Every, string[] Words)[] Rhythms =
    [
        (ContractEvery.Quarter, ["quarter", "quartal", "viertel"]), (ContractEvery.Month, ["month", "monat"]), (ContractEvery.Year, ["year", "annual", "jahr"]),
    ];

    public string Kind => Funnel.Kinds.Contract;
    public string Label => T("Contracts");
    public int Order => 56;
    public IReadOnlyList<string> LooksFor { get; } = [Customers.Kinds.Account];
    public IReadOnlyList<string> FileNames => ["contract", "subscription", "vertrag", "vertrage", "abo"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Limit = 60, Synonyms = ["contract id", "contract number", "subscription id", "subscription number", "vertragsnummer", "record id", "id"] },
        new("name", () => T("Contract"), ImportType.Text) { Synonyms = ["contract name", "subscription name", "name", "title", "subject", "product name", "bezeichnung", "vertrag"] },
        new("account", () => T("Account"), ImportType.Reference) { To = Customers.Kinds.Account, Required = true, Synonyms = ["account name", "company", "company name", "customer", "client", "organization", "organisation", "kunde", "firma", "account id"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["contract owner", "owner name", "account manager", "assigned to", "responsible", "zustandig"] },
        new("startsOn", () => T("First day"), ImportType.Date) { Required = true, Synonyms = ["contract start date", "start date", "start", "starts on", "begins", "begin date", "effective date", "subscription start date", "vertragsbeginn", "beginn"] },
        new("endsOn", () => T("Last day"), ImportType.Date) { Synonyms = ["contract end date", "end date", "ends on", "end", "expires", "expires on", "expiration date", "expiry date", "current period end", "vertragsende", "ende"] },
        new("term", () => T("Term in months"), ImportType.Number) { Sets = ["EndsOn"], Synonyms = ["contract term", "contract term months", "contract term in months", "term", "term months", "laufzeit", "laufzeit in monaten"] },
        new("renewsMonths", () => T("Renews itself for months"), ImportType.Number) { Synonyms = ["renewal term", "renewal term months", "auto renewal term", "verlangerung in monaten"] },
        new("renews", () => T("Renews itself"), ImportType.YesNo) { Sets = ["RenewsMonths"], Synonyms = ["auto renew", "auto renewal", "autorenew", "automatic renewal", "renews automatically", "verlangert sich"] },
        new("noticeDays", () => T("Days of notice"), ImportType.Number) { Synonyms = ["notice period", "notice period days", "notice days", "cancellation notice days", "owner expiration notice", "kundigungsfrist", "kundigungsfrist in tagen"] },
        new("noticeGivenOn", () => T("Notice given on"), ImportType.Date) { Synonyms = ["cancelled on", "canceled on", "cancelled at", "canceled at", "cancellation date", "notice date", "gekundigt am"] },
        new("currency", () => T("Currency"), ImportType.Text) { Synonyms = ["currency code", "wahrung"], Limit = 3 },
        new("recurring", () => T("Paid each time"), ImportType.Money) { Synonyms = ["recurring amount", "recurring price", "billing amount", "price", "amount", "betrag", "preis"] },
        new("every", () => T("How often"), ImportType.Text) { Synonyms = ["billing frequency", "billing period", "billing interval", "payment interval", "frequency", "interval", "abrechnung", "zahlungsweise"] },
        new("yearly", () => T("Paid in a year"), ImportType.Money) { Sets = ["Recurring", "Every"], Synonyms = ["arr", "annual recurring revenue", "annual value", "annual contract value", "acv", "yearly amount", "jahreswert"] },
        new("monthly", () => T("Paid in a month"), ImportType.Money) { Sets = ["Recurring", "Every"], Synonyms = ["mrr", "monthly recurring revenue", "monthly amount", "monatswert"] },
        new("oneOff", () => T("Paid once"), ImportType.Money) { Synonyms = ["one off", "one time amount", "one time fee", "setup fee", "einmalig", "einrichtung"] },
        new("status", () => T("Status"), ImportType.Text) { Sets = [], Synonyms = ["contract status", "subscription status"] },
    ];

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Contracts.Where(c => c.SourceId != null).Select(c => new MirroredRecord { Id = c.Id, Name = c.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var accounts = batch.Rows.Where(r => r.Text("sourceId") is null).Select(r => r.Id("account")).OfType<Guid>().Distinct().ToList();
        var rows = await batch.Db.Contracts.Where(c => c.SourceId != null && keys.Contains(c.SourceId) || accounts.Contains(c.AccountId)).ToListAsync(ct);
        var (byKey, bySelf) = (rows.Where(c => c.SourceId is not null).DistinctBy(c => c.SourceId).ToDictionary(c => c.SourceId!), rows.ToLookup(c => (c.AccountId, c.FoldedName, c.StartsOn)));
        var taken = new HashSet<string>();
        return [.. batch.Rows.Select(r => Take(batch, r, r.Text("sourceId") is { } key ? byKey.GetValueOrDefault(key) : bySelf[Self(r)].FirstOrDefault(), taken))];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.Contracts.Where(c => ids.Contains(c.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((Contract)row).Name;

    public void Remove(AppDb db, Entity row, DateTime now) => ((Contract)row).RemovedAt = now;

    public string? KeyOf(ImportRow row) => row.Text("sourceId") ?? string.Join('\n', Self(row));

    private static (Guid, string, DateOnly) Self(ImportRow row) => (row.Id("account") ?? default, Folding.Fold(NameOf(row)), row.Date("startsOn") ?? default);

    private static string NameOf(ImportRow row) => row.Text("name") ?? T("Contract of {0}", row.Date("startsOn") is { } on ? Platform.Ui.DayText.Whole(on) : "");

    private RowResult Take(ImportBatch batch, ImportRow row, Contract? there, HashSet<string> taken)
    {
        if (!taken.Add(KeyOf(row)!)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", row.Text("sourceId") ?? NameOf(row)));
        if (Folding.Fold(row.Text("status")) is { } status && (status.Contains("draft", StringComparison.Ordinal) || status.Contains("approval", StringComparison.Ordinal) || status.Contains("entwurf", StringComparison.Ordinal))) return RowResult.Refused(row.Number, T("It is a draft: what was not signed is no contract."));
        if (there is not null && !batch.Db.MayEdit(Kind, there)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", there.Name));
        if (there is not null && there.AccountId != row.Id("account")) return RowResult.Refused(row.Number, T("{0} is a contract of another account here.", there.Name));
        var currency = row.Text("currency")?.ToUpperInvariant() ?? there?.Currency ?? batch.Currency;
        var (starts, ends) = (row.Date("startsOn")!.Value, EndOf(row) ?? there?.EndsOn);
        var renews = Renews(row, starts, ends) ?? (row.YesNo("renews") is false ? null : there?.RenewsMonths);
        // Without a term there is nothing to renew; the rest is taken.
        if (ends is null && renews is not null) { row.Remark(T("It says that it renews itself, but not when its term ends: left out.")); renews = null; }
        if (ContractFields.Wrong(new() { NoticeDays = row.Whole("noticeDays") }, NameOf(row), starts, ends, renews, row.Whole("noticeDays"), currency).Messages is { Count: > 0 } wrong) return RowResult.Refused(row.Number, wrong.Values.First());
        if (row.Money("recurring") < 0 || row.Money("yearly") < 0 || row.Money("monthly") < 0 || row.Money("oneOff") < 0) return RowResult.Refused(row.Number, T("An amount is not below zero."));
        var contract = there ?? new Contract { AccountId = row.Id("account")!.Value, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, Name = NameOf(row), StartsOn = starts, TermFrom = starts, Every = ContractEvery.Year, Currency = currency, SourceId = row.Text("sourceId") };
        if (there is not null && there.StartsOn != starts) (there.StartsOn, there.TermFrom) = (starts, starts);
        Fill(contract, row, ends, renews);
        contract.GoOn(batch.KnownOn);
        if (there is not null) return new RowResult(row.Number, batch.Db.Entry(there).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, there);
        batch.Add(contract);
        return new RowResult(row.Number, RowAction.Created, contract);
    }

    private static void Fill(Contract contract, ImportRow row, DateOnly? ends, int? renews)
    {
        if (row.Text("name") is { } name) contract.Name = name;
        contract.OwnerId = row.Id("owner") ?? contract.OwnerId;
        contract.RenewsMonths = renews;
        // One that went on since keeps the term that runs.
        if (!(renews is not null && contract.EndsOn > ends)) contract.EndsOn = ends;
        contract.NoticeDays = row.Whole("noticeDays") ?? contract.NoticeDays;
        contract.NoticeGivenOn = row.Date("noticeGivenOn") ?? contract.NoticeGivenOn;
        contract.OneOff = row.Money("oneOff") ?? contract.OneOff;
        if (row.Text("currency")?.ToUpperInvariant() is { } currency) contract.Currency = currency;
        var every = row.Text("every") is { } said ? Rhythm(said, row) : null;
        if (row.Money("recurring") is { } each) (contract.Recurring, contract.Every) = (each, every ?? contract.Every);
        else if (row.Money("monthly") is { } month) (contract.Recurring, contract.Every) = (month, ContractEvery.Month);
        else if (row.Money("yearly") is { } year) (contract.Recurring, contract.Every) = (year, ContractEvery.Year);
        else if (every is { } rhythm) contract.Every = rhythm;
    }

    // The last day of a term is the one before the day it began, so many months later.
    private static DateOnly? EndOf(ImportRow row) => row.Date("endsOn") ?? (row.Whole("term") is > 0 and { } months && row.Date("startsOn") is { } from ? from.AddMonths(months).AddDays(-1) : null);

    // One that says no more than that it renews itself does so for a term as long as the one before, as is usual.
    private static int? Renews(ImportRow row, DateOnly starts, DateOnly? ends) => row.Whole("renewsMonths") is > 0 and { } months ? months : row.YesNo("renews") is not true ? null
        : row.Whole("term") is > 0 and { } term ? term : ends is { } end && ContractDays.Months(starts, end) is var whole && whole == Math.Round(whole) ? (int)whole : MonthsAYear;

    private static ContractEvery? Rhythm(string said, ImportRow row)
    {
        var folded = Folding.Fold(said);
        if (Rhythms.Where(r => r.Words.Any(w => folded.Contains(w, StringComparison.Ordinal))).Select(r => (ContractEvery?)r.Every).FirstOrDefault() is { } known) return known;
        row.Remark(T("“{0}” is no rhythm of payment we know: left out.", said));
        return null;
    }
}
