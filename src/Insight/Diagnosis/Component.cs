namespace Coxswain.Insight.Diagnosis;

/// <summary>What a person's result is made of. Volume is how many deals they open or are given: allocation, not skill.</summary>
public enum Component { Volume, WinRate, Value, Cycle }

/// <summary>The first sentence.</summary>
public enum Answer { NotEnoughData, NoDetectableDifference, OnlyVolumeDiffers, PeopleDiffer }

/// <summary>Where a person stands against their peers in one component, with chance and false discovery allowed for.</summary>
public enum Standing { NotEnoughData, WithinPeers, Behind, Ahead }
