using Coxswain.Platform.Data;
namespace Coxswain.Customers.Leads;

/// <summary>What another module keeps of a lead goes along to what the lead becomes.</summary>
public interface IGoesAlong
{
    /// <summary>Moves it; saved with the next save.</summary>
    /// <param name="db">Of the viewer.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="account">The account it comes to; null where it comes to none.</param>
    /// <param name="ct">Cancels.</param>
    Task MoveAsync(AppDb db, Guid lead, Guid? account, CancellationToken ct);
}
