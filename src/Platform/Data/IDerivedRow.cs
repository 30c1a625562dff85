namespace Coxswain.Platform.Data;

/// <summary>A row computed from others and written by followers only: it has no editors, so its version guards nothing.</summary>
public interface IDerivedRow;
