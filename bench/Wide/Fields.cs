using System.Text.Json.Nodes;
using Coxswain.Platform.CustomFields;
namespace Coxswain.Bench.Wide;

/// <summary>The fifty fields: ten texts, ten numbers, ten amounts, ten days and ten choices.</summary>
internal static class Fields
{
    public const int OfEach = 10;

    private static readonly string[] Words = ["quay", "crane", "yard", "berth", "pilot", "harbour", "lock", "dock", "pier", "mole"];
    public static readonly string[] Answers = ["North", "East", "South", "West", "Inland"];

    /// <summary>What each is made of, for whoever makes them.</summary>
    public static IEnumerable<(string Label, CustomFieldType Type, string? Options)> All { get; } =
        [.. from i in Enumerable.Range(1, OfEach) from type in (CustomFieldType[])[CustomFieldType.Text, CustomFieldType.Number, CustomFieldType.Money, CustomFieldType.Date, CustomFieldType.Choice] select ($"{type} {i}", type, type is CustomFieldType.Choice ? string.Join('\n', Answers) : null)];

    /// <summary>Values for all of them.</summary>
    public static JsonObject Of(IReadOnlyList<CustomField> fields, Random random)
    {
        var values = new JsonObject();
        foreach (var field in fields)
            CustomValues.Set(values, field, field.Type switch
            {
                CustomFieldType.Text => $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]} {random.Next(1000)}",
                CustomFieldType.Date => new DateOnly(2026, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                CustomFieldType.Choice => Answers[random.Next(Answers.Length)],
                _ => random.Next(1, 100_000),
            }, field.Type is CustomFieldType.Money ? "EUR" : null);
        return values;
    }
}
