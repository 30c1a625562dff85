namespace Coxswain.Customers.Records;

/// <summary>What was removed, and the list it was taken from.</summary>
public sealed record Removed(Guid Id, string Url);
