namespace Coxswain.Platform.Data;

/// <summary>A row with fields the organisation added: one JSON object a row.</summary>
public interface IHasCustomFields
{
    /// <summary>JSON object by field key; null while no field is filled.</summary>
    string? CustomFields { get; set; }

    /// <summary>The kind its fields are of, where its table holds records of several; null where the table says it.</summary>
    string? FieldKind => null;

    /// <summary>The record's own numbers that a formula can count with, by what they are called there; null for one nobody knows.</summary>
    IReadOnlyDictionary<string, decimal?> Numbers => new Dictionary<string, decimal?>();
}
