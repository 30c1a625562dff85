using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Leads;

/// <summary>Opens a deal for a lead: the module that has deals does it.</summary>
public interface IDealOpening
{
    /// <summary>Adds the deal, saved with the next save.</summary>
    /// <param name="db">Of the viewer.</param>
    /// <param name="deal">What is known of it.</param>
    /// <param name="problems">Takes what is wrong, by the fields Deal and Amount.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its key; null where something is wrong.</returns>
    Task<Guid?> AddAsync(AppDb db, DealToOpen deal, Problems problems, CancellationToken ct);
}

/// <summary>A deal to open.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Amount">In whole units of the organisation's currency.</param>
/// <param name="Source">Where the lead came from.</param>
/// <param name="Lead">The lead, whose own fields go along; null where it comes of something else.</param>
public sealed record DealToOpen(string Name, Guid? AccountId, decimal? Amount, string? Source, IHasCustomFields? Lead);
