using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Events;
namespace Coxswain.Platform.CustomFields;

/// <summary>What a change did to a record's own fields, field by field.</summary>
public static class CustomHistory
{
    /// <param name="fields">The fields of the kind, those that are retired left out.</param>
    /// <param name="change">The change of all of them together.</param>
    /// <returns>Each field that became another, as people read it before and after; links by their keys are left out.</returns>
    public static IEnumerable<(string Label, string? Before, string? After)> Of(IReadOnlyList<CustomField> fields, Change change)
    {
        var (before, after) = (Read(change.Before), Read(change.After));
        foreach (var field in fields)
            if (!JsonNode.DeepEquals(before[field.Key], after[field.Key])) yield return (field.Label, Shown(before, field), Shown(after, field));
    }

    /// <summary>The own fields that became another, as forms name them.</summary>
    public static IEnumerable<string> Names(Change change) => CustomValues.Differing(Read(change.Before), Read(change.After));

    internal static string? Shown(JsonObject values, CustomField field) => field.Type is CustomFieldType.Link ? values[field.Key] is null ? null : "…" : CustomValues.Shown(values, field);

    internal static JsonObject Read(JsonElement value) => value.ValueKind is JsonValueKind.String ? CustomValues.Read(value.GetString()) : [];
}
