using System.Globalization;
using System.Text.Json.Nodes;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Objects;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>A kind of records that the invented company made itself: what it has installed at its customers.</summary>
internal static class OwnRecords
{
    private const string Key = "installations";
    private static readonly string[] States = ["Planned", "Running", "Ageing", "Gone"], Kinds = ["Yard", "Fleet", "Line", "Archive"];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IReadOnlyList<Account> accounts)
    {
        var chance = new Chance(plan.Seed, -51);
        var began = plan.Morning(plan.Began);
        var own = new CustomObject { Id = chance.Key(began), Key = Key, Singular = "Installation", Plural = "Installations", Hint = "What runs at our customers, and until when", Position = 1 };
        CustomField[] fields =
        [
            Field("customer", "Customer", CustomFieldType.Link, 1), Field("state", "State", CustomFieldType.Choice, 2, States), Field("kind", "Kind", CustomFieldType.Choice, 3, Kinds),
            Field("yearly_value", "Yearly value", CustomFieldType.Money, 4), Field("service_due", "Service due", CustomFieldType.Date, 5),
        ];
        List<Entity> rows = [own, .. fields];
        foreach (var account in accounts)
        {
            if (!chance.Of(0.35)) continue;
            var (kind, values) = (chance.One(Kinds), new JsonObject());
            CustomValues.Set(values, fields[0], account.Id.ToString());
            CustomValues.Set(values, fields[1], chance.One(States));
            CustomValues.Set(values, fields[2], kind);
            if (chance.Of(0.9)) CustomValues.Set(values, fields[3], chance.Between(20, 900) * 100m, "EUR");
            if (chance.Of(0.7)) CustomValues.Set(values, fields[4], plan.Began.AddDays(chance.Between(600, 1400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            rows.Add(new ObjectRecord { Id = chance.Key(began), ObjectKey = Key, Name = $"{kind} at {account.Name}", OwnerId = account.OwnerId, CustomFields = CustomValues.Write(values) });
        }
        return rows;

        CustomField Field(string key, string label, CustomFieldType type, int position, string[]? answers = null) => new()
        {
            Id = chance.Key(began), Kind = own.Kind, Key = key, Label = label, Type = type, Position = position, Options = answers is null ? null : string.Join('\n', answers), LinkKind = type is CustomFieldType.Link ? Customers.Kinds.Account : null,
        };
    }
}
