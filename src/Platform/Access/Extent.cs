namespace Coxswain.Platform.Access;

/// <summary>Whose rows of a kind a role sees or changes. Own always includes those of the people somebody leads; Team adds those of everybody in the same team and who leads it.</summary>
public enum Extent { None, Own, Team, All }
