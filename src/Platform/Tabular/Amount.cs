namespace Coxswain.Platform.Tabular;

/// <summary>Money as read: minor units of an ISO currency.</summary>
public readonly record struct Amount(long Minor, string Currency);
