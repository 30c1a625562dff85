namespace Coxswain.Funnel.Shared;

/// <summary>What a customer did on the plan shared with them, for the owner of the deal to read.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Deal">What that is called.</param>
/// <param name="Latest">The latest of it.</param>
/// <param name="More">What else is unread.</param>
public sealed record SharedTold(Guid DealId, string Deal, SharedSayingView Latest, int More);
