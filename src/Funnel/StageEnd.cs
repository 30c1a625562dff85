namespace Coxswain.Funnel;

/// <summary>Whether a stage is a step or an end, and which end.</summary>
public enum StageEnd { Open, Won, Lost, NoDecision }
