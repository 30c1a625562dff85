using System.ComponentModel.DataAnnotations;
namespace Coxswain.Customers.Positions;

/// <summary>Where a contact works, as it is typed.</summary>
public record AtAccount
{
    /// <summary>The contact.</summary>
    public Guid Id { get; init; }

    /// <summary>The account by its exact name, instead of its key.</summary>
    [StringLength(200)]
    public string? Account { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>What they do or did there.</summary>
    [StringLength(200)]
    public string? Title { get; init; }
}
