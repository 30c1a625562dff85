using Coxswain.Platform.Data;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Funnel.Products;

/// <summary>Something we sell.</summary>
[Tracked("product")]
internal sealed class Product : Entity, IMirrored
{
    public required string Name { get; set; }

    /// <summary>The series or family it belongs to.</summary>
    public string? Family { get; set; }

    /// <summary>List price in minor units of <see cref="Currency"/>; null is unknown.</summary>
    public long? ListPrice { get; set; }
    public string? Currency { get; set; }
    public DateTime? RetiredAt { get; set; }
    public string? SourceId { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}
