namespace Coxswain.Funnel.Selection;

/// <summary>A card of a board that waits for what shows the customer's steps.</summary>
/// <param name="Deal">The card.</param>
/// <param name="To">The stage it was moved to.</param>
/// <param name="Unshown">The steps nothing shows.</param>
public sealed record MoveAsk(Guid Deal, Guid To, IReadOnlyList<Gate> Unshown);
