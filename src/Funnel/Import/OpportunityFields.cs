using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>The columns an opportunity may have, with what other systems call them.</summary>
internal static class OpportunityFields
{
    public static IReadOnlyList<ImportField> All { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["opportunity id", "deal id", "record id", "id", "opportunity number", "chancen id", "nummer"] },
        new("name", () => T("Deal"), ImportType.Text) { Synonyms = ["opportunity name", "deal name", "opportunity", "deal", "name", "title", "subject", "verkaufschance", "bezeichnung"] },
        new("account", () => T("Account"), ImportType.Reference) { To = "account", KeepsFurther = true, Synonyms = ["account name", "company", "company name", "customer", "client", "organization", "organisation", "kunde", "firma", "account id"] },
        new("contacts", () => T("Keys of its contacts"), ImportType.Text) { Sets = [], Several = true, Limit = 20_000, Synonyms = ["associated contact ids", "contact ids"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Tally = TallyBy.Owner, Synonyms = ["sales agent", "opportunity owner", "deal owner", "sales rep", "salesperson", "sales person", "rep", "agent", "seller", "assigned to", "responsible", "verkaufer", "besitzer", "zustandig", "owner name"] },
        new("product", () => T("Product"), ImportType.Reference) { Sets = ["MainProductId"], To = Kinds.Product, Synonyms = ["product name", "produkt", "item", "artikel"] },
        new("stage", () => T("Stage"), ImportType.Reference) { To = Kinds.Stage, Required = true, Tally = TallyBy.Stage, Within = "pipeline", EndedBy = "status", Synonyms = ["deal stage", "sales stage", "stage name", "pipeline stage", "status", "phase", "stufe", "verkaufsphase"] },
        new("status", () => T("How it ended"), ImportType.Text) { Sets = ["StageId"] },
        new("pipeline", () => T("Pipeline"), ImportType.Text) { Sets = ["StageId"], Synonyms = ["pipeline name", "sales pipeline"] },
        new("entered", () => T("Came into a stage"), ImportType.Date) { Sets = [], To = Kinds.Stage, EachOf = true },
        new("opened", () => T("Opened on"), ImportType.Date) { Sets = ["OpenedOn"], Synonyms = ["engage date", "created date", "create date", "created on", "created", "created at", "open date", "opened", "start date", "angelegt am", "erstellt am", "beginn"] },
        new("closed", () => T("Closed on"), ImportType.Date) { Sets = ["CloseOn", "ClosedOn"], Tally = TallyBy.Month, Synonyms = ["close date", "closed date", "closing date", "expected close date", "expected close", "close on", "abschlussdatum", "abschluss am", "geschlossen am"] },
        new("currency", () => T("Currency"), ImportType.Text) { Synonyms = ["currency code", "amount currency", "wahrung"], Limit = 3 },
        new("amount", () => T("Amount"), ImportType.Money) { Tally = TallyBy.Amount, Synonyms = ["close value", "deal value", "value", "deal amount", "opportunity amount", "revenue", "expected revenue", "total", "betrag", "wert", "umsatz", "summe"] },
        new("source", () => T("Source"), ImportType.Text) { Synonyms = ["lead source", "origin", "channel", "campaign", "herkunft", "quelle"] },
        new("business", () => T("Kind of deal"), ImportType.Text) { Synonyms = ["deal type", "opportunity type", "kind of deal", "business type", "art des geschafts"] },
        new("because", () => T("Why it closed"), ImportType.Text) { Sets = ["ClosedBecause"], Synonyms = ["loss reason", "lost reason", "close reason", "closed lost reason", "reason", "grund", "verlustgrund"] },
    ];

    public static string Fingerprint(ImportRow row)
    {
        var text = string.Join('\n', Folding.Fold(row.Text("name")), row.Id("account"), row.Id("product"), row.Date("opened"), row.Text("name") is null ? row.Number : "");
        return "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }
}
