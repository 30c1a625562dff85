namespace Coxswain.Funnel;

/// <summary>What a deal brings: a new customer, more with one we have, or the next term of a contract. What says nothing of it is new business.</summary>
public enum BusinessKind { NewBusiness, Expansion, Renewal }
