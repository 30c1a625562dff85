using Coxswain.Platform.Data;
namespace Coxswain.Customers.Maps;

/// <summary>What a map asks of deals: known to the module of the deals.</summary>
public interface IDealsOnMap
{
    /// <summary>A deal for a viewer who sees it; null for one who does not, and for one without an account.</summary>
    Task<DealOnMap?> FindAsync(AppDb db, Guid id, CancellationToken ct);

    /// <summary>Deals of an account the viewer sees, the open ones first.</summary>
    Task<IReadOnlyList<DealOfAccount>> OfAccountAsync(AppDb db, Guid accountId, CancellationToken ct);

    /// <summary>Deals the viewer sees that were opened since a day, and how many of them with accounts that had bought before.</summary>
    Task<DealsByAccount> SinceAsync(AppDb db, DateOnly since, CancellationToken ct);
}

/// <summary>A deal whose map is looked at.</summary>
/// <param name="Id">The deal.</param>
/// <param name="Name">What it is called.</param>
/// <param name="AccountId">Whose map it is.</param>
/// <param name="MayEdit">Whether the viewer may change the deal.</param>
public sealed record DealOnMap(Guid Id, string Name, Guid AccountId, bool MayEdit);

/// <summary>A deal of an account.</summary>
/// <param name="Id">The deal.</param>
/// <param name="Said">What it is called and how it stands.</param>
public sealed record DealOfAccount(Guid Id, string Said);

/// <summary>Deals opened in a time.</summary>
/// <param name="Opened">All of them.</param>
/// <param name="WithBuyers">Those of accounts that had bought before.</param>
public sealed record DealsByAccount(int Opened, int WithBuyers);
