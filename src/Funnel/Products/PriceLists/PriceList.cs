using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Products.PriceLists;

/// <summary>What we sell at, for a country, a kind of customer or a year: one price for a product, all in one currency.</summary>
[Tracked("price-list")]
internal sealed class PriceList : Entity
{
    public required string Name { get; set; }

    /// <summary>ISO 4217. It stays what it was made with, since every price of the list is in it.</summary>
    public required string Currency { get; init; }

    /// <summary>First day of it; null is since ever.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day of it; null is without end.</summary>
    public DateOnly? To { get; set; }
    public DateTime? RetiredAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}

/// <summary>The price of a product in a list.</summary>
[Tracked("listed-price")]
internal sealed class ListedPrice : Entity, IOnTimeline
{
    public required Guid PriceListId { get; init; }
    public required Guid ProductId { get; init; }

    /// <summary>Minor units of the list's currency; null where it was taken off the list.</summary>
    public long? Price { get; set; }

    public Guid? TimelineId => PriceListId;
}
