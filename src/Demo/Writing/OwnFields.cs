using System.Text.Json.Nodes;
using Coxswain.Customers.Accounts;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company wants to know of its accounts beside what everybody does.</summary>
internal static class OwnFields
{
    private static readonly string[] Keys = ["sites", "planning_system", "shifts", "contract_until", "people_a_site"];
    private static readonly string[] Systems = ["SAP", "Microsoft", "Oracle", "own system"], Shifts = ["early", "late", "night", "weekend"];

    /// <summary>The fields; the accounts get their values.</summary>
    public static IReadOnlyList<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts)
    {
        var chance = new Chance(plan.Seed, -40);
        var began = plan.Morning(plan.Began);
        CustomField[] fields =
        [
            Field("sites", "Sites", CustomFieldType.Number), Field("planning_system", "Planning system", CustomFieldType.Choice, string.Join('\n', Systems)), Field("shifts", "Shifts", CustomFieldType.Choices, string.Join('\n', Shifts)),
            Field("contract_until", "Contract until", CustomFieldType.Date), Field("people_a_site", "People a site", CustomFieldType.Formula, formula: "[Employees] / [Sites]"),
        ];
        var formulas = CustomFormula.Ordered(fields);
        foreach (var account in accounts)
        {
            var values = new JsonObject();
            if (chance.Of(0.8)) CustomValues.Set(values, fields[0], (decimal)chance.Between(1, 9));
            if (chance.Of(0.7)) CustomValues.Set(values, fields[1], chance.One(Systems));
            if (chance.Of(0.6)) CustomValues.Set(values, fields[2], new JsonArray([.. Shifts.Where(_ => chance.Of(0.5)).DefaultIfEmpty("early").Select(s => (JsonNode)s)]));
            if (chance.Of(0.3)) CustomValues.Set(values, fields[3], plan.Began.AddDays(chance.Between(800, 2000)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            CustomFormula.Fill(formulas, fields, values, account);
            account.CustomFields = CustomValues.Write(values);
        }
        return fields;

        CustomField Field(string key, string label, CustomFieldType type, string? options = null, string? formula = null) =>
            new() { Id = chance.Key(began), Kind = Customers.Kinds.Account, Key = key, Label = label, Type = type, Options = options, Formula = formula, Position = Array.IndexOf(Keys, key) + 1 };
    }
}
