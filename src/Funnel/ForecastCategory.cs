namespace Coxswain.Funnel;

/// <summary>How surely a deal is counted on. Commit is set by a person only.</summary>
public enum ForecastCategory { Omitted, Pipeline, BestCase, Commit, Closed }
