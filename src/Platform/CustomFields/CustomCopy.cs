using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Platform.CustomFields;

/// <summary>Takes the organisation's own fields of a record along to another that comes of it.</summary>
public static class CustomCopy
{
    /// <summary>Fills the fields of the other that are empty and are called as here, by key or by label, and hold the same. What is known there stays, and what another system keeps of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="kind">The kind of the record they are taken from.</param>
    /// <param name="from">That record.</param>
    /// <param name="into">The kind of the other.</param>
    /// <param name="to">The other, its other fields set already.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task FillAsync(AppDb db, string kind, IHasCustomFields from, string into, IHasCustomFields to, CancellationToken ct)
    {
        var (given, taken) = (await db.AllCustomFieldsAsync(kind, ct), await db.AllCustomFieldsAsync(into, ct));
        if (given.Count == 0 || taken.Count == 0 || from.CustomFields is null) return;
        var (source, values) = (CustomValues.Read(from.CustomFields), CustomValues.Read(to.CustomFields));
        var locks = await RecordLocks.OfAsync(db, into, (to as IMirrored)?.SourceId, ct);
        foreach (var field in taken.Where(f => f.Type is not CustomFieldType.Formula && values[f.Key] is null && locks?.Has(f.Name) is not true))
            if ((given.FirstOrDefault(g => g.Key == field.Key && Fits(g, field, source)) ?? given.FirstOrDefault(g => Folding.Fold(g.Label) == Folding.Fold(field.Label) && Fits(g, field, source))) is { } same) CustomValues.Copy(source, same, values, field);
        CustomFormula.Fill(CustomFormula.Ordered(taken), taken, values, to);
        CustomValues.Keep(to, values);
    }

    private static bool Fits(CustomField from, CustomField to, JsonObject values) => from.Type == to.Type && values[from.Key] is not null && to.Type switch
    {
        CustomFieldType.Link => from.LinkKind == to.LinkKind,
        CustomFieldType.Choice => to.Answers.Contains(values[from.Key]!.ToString()),
        CustomFieldType.Choices => CustomValues.Several(values, from.Key).All(to.Answers.Contains),
        _ => true,
    };
}
