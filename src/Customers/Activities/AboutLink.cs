using Coxswain.Platform.CustomObjects;
namespace Coxswain.Customers.Activities;

/// <summary>Where the record is that a task or an interaction is about.</summary>
internal static class AboutLink
{
    /// <summary>Null for a kind without a page, and for none.</summary>
    public static string? Of(string? kind, Guid? id) => (kind, id) switch
    {
        (_, null) => null,
        ("opportunity", _) => $"/opportunities/{id}",
        (Kinds.Lead, _) => $"/leads/{id}",
        (CustomObject.RecordKind, _) => $"/records/{id}",
        _ => null,
    };
}
