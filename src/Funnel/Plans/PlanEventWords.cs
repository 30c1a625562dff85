using System.Globalization;
using System.Text.Json;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>What was judged in a plan, for the timeline of its deal. Of whom, and what shows it, stands in the plan: not everybody who sees a deal sees every contact.</summary>
internal static class PlanEventWords
{
    /// <summary>Null for one that says nothing.</summary>
    public static string? Judged(Event happened)
    {
        if (!Enum.TryParse<PlanField>(After(happened, "Field"), out var field)) return null;
        if (field is PlanField.Begun) return T("Plan begun");
        var value = PlanWords.Value(field, int.TryParse(After(happened, "Value"), CultureInfo.InvariantCulture, out var said) ? said : null);
        return T("In the plan: {0}", value is null ? PlanWords.Label(field) : $"{PlanWords.Label(field)}: {value}");
    }

    /// <summary>What a field became, where it is not sealed: opening one costs a look for its key.</summary>
    public static string? After(Event happened, string field)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return data.RootElement.TryGetProperty(field, out var change) && change is { ValueKind: JsonValueKind.Array } && change.GetArrayLength() == 2 && change[1].ValueKind is not JsonValueKind.Null ? change[1].ToString() : null;
    }
}
