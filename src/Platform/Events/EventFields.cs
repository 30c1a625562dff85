using System.Text.Json;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Platform.Events;

/// <summary>What the values of an event were in the code.</summary>
public static class EventFields
{
    /// <summary>The name of a choice that history keeps as its number; null for any other field.</summary>
    /// <param name="db">Knows the model.</param>
    /// <param name="kind">The subject's kind.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">What history keeps.</param>
    public static string? ChoiceOf(AppDb db, string kind, string field, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out var number)) return null;
        var type = db.Model.GetEntityTypes().FirstOrDefault(t => TrackedFields.Of(db, t.ClrType)?.Kind == kind)?.FindProperty(field)?.ClrType;
        return type is not null && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice ? Enum.GetName(choice, number) : null;
    }
}
