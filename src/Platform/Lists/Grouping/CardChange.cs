using System.Globalization;
using System.Reflection;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>What moving a card changes of its record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">The version the card was drawn from.</param>
/// <param name="Field">The property, or the own field by its name.</param>
/// <param name="Value">As programs write it; null is unknown.</param>
public sealed record CardChange(Guid Id, int Version, string Field, string? Value)
{
    /// <summary>The same as the input of the record's own change, with nothing sent but this field.</summary>
    public TInput As<TInput>() where TInput : IPartial, new()
    {
        var input = new TInput { Sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Field } };
        Set(input, "Id", Id);
        Set(input, "Version", Version);
        if (Field.StartsWith(CustomField.Prefix, StringComparison.Ordinal)) Set(input, "Custom", new CustomInput(new Dictionary<string, IReadOnlyList<string>> { [Field[CustomField.Prefix.Length..]] = Value is null ? [] : [Value] }, CultureInfo.InvariantCulture));
        else Set(input, Field, Value);
        return input;
    }

    private static void Set(object input, string name, object? value)
    {
        var property = input.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance) ?? throw new InvalidOperationException($"{input.GetType().DeclaringType?.Name} takes no {name}: its cards are not moved by it.");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(input, value is string text && type != typeof(string) ? Typing.Read(type, text, CultureInfo.InvariantCulture).Value : value);
    }
}
