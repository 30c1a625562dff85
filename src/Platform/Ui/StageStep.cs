namespace Coxswain.Platform.Ui;

public enum StageState { Done, Now, Ahead }

/// <summary>A step of the customer's way and the stage it belongs to in ours.</summary>
public sealed record StageStep(string Customer, string Stage, StageState State, string? Href = null);
