using Coxswain.Platform.Data;
namespace Coxswain.Customers.Connection;

/// <summary>Where the deals of an account stood when we were first in touch about them: known to the module of the deals.</summary>
public interface IFirstStages
{
    /// <param name="db">Its viewer looks at the account.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>By stage, in its order, how many deals stood there at the first call, meeting or mail about them.</returns>
    Task<IReadOnlyList<FirstStage>> OfAsync(AppDb db, Guid accountId, CancellationToken ct);
}

/// <summary>A stage, and how many deals stood there when we were first in touch about them.</summary>
public sealed record FirstStage(string Name, int Deals);
