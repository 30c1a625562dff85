namespace Coxswain.Funnel;

/// <summary>Whether a stage is a step or an end, and which end.</summary>
public enum StageEnd { Open, Won, Lost, NoDecision }

/// <summary>How surely a deal is counted on. Commit is set by a person only.</summary>
public enum ForecastCategory { Omitted, Pipeline, BestCase, Commit, Closed }
