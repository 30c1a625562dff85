namespace Coxswain.Platform.Data;

/// <summary>A row with fields the organisation added: one JSON object a row.</summary>
public interface IHasCustomFields
{
    /// <summary>JSON object by field key; null while no field is filled.</summary>
    string? CustomFields { get; set; }
}
