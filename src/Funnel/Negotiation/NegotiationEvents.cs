using System.Globalization;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What happened in a negotiation, as sentences. Of where we walk away only that it was said.</summary>
internal static class NegotiationEvents
{
    public static bool Covers(string kind) => kind is Kinds.Negotiation or Kinds.PriceAnchor or Kinds.Concession or Kinds.SeenSign or Kinds.WalkAway;

    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened, string currency)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "negotiation.created" or "negotiation.changed" => (T("How it is negotiated was said anew"), fields.ContainsKey("ListPrice") ? T("list price: {0}", Money("ListPrice")) : null),
            "price-anchor.created" => (Text("Side") is nameof(PriceSide.Ours) ? T("We named a figure: {0}", Money("Amount")) : T("They named a figure: {0}", Money("Amount")), Text("Basis")),
            "price-anchor.changed" when Removed() is { } gone => (gone ? T("A figure was taken off") : T("A figure was brought back"), null),
            "concession.created" when Text("GrantedOn") is null => (T("We could grant: {0}", Text("Give")), null),
            "concession.created" => (T("Granted: {0}", Text("Give")), Why()),
            "concession.changed" when Removed() is { } gone => (gone ? T("A concession was taken off") : T("A concession was brought back"), null),
            "concession.changed" when Text("GrantedOn") is not null => (T("Granted what was thought of"), Why()),
            "seen-sign.created" => (T("A sign that it may fail: {0}", FailingSigns.Of(Text("Sign") ?? FailingSigns.Own, Text("Text"))), null),
            "seen-sign.deleted" => (T("A sign that it may fail was taken off"), null),
            "walk-away.created" => (T("It was said where we walk away"), null),
            "walk-away.shown" => (T("One more person may read where we walk away"), null),
            "walk-away.hidden" => (T("Somebody may read where we walk away no longer"), null),
            _ => (null, null),
        };

        string? Text(string field) => fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

        bool? Removed() => fields.TryGetValue("RemovedAt", out var at) ? at.ValueKind is not JsonValueKind.Null : null;

        string Money(string field) => fields.TryGetValue(field, out var amount) && amount.ValueKind is JsonValueKind.Number ? MoneyText.Of(amount.GetInt64(), Text("Currency") ?? currency) : T("amount unknown");

        string? Why() => string.Join(" · ", new[]
        {
            fields.TryGetValue("Amount", out var off) && off.ValueKind is JsonValueKind.Number ? $"−{Money("Amount")}" : fields.TryGetValue("Percent", out var share) && share.ValueKind is JsonValueKind.Number ? "−" + (share.GetDouble() / 100).ToString("P0", CultureInfo.CurrentCulture) : null,
            Text("Get") is { } get ? T("for {0}", get) : null, Text("Because"),
        }.OfType<string>()) is { Length: > 0 } why ? why : null;
    }
}
