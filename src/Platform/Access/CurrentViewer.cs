namespace Coxswain.Platform.Access;

/// <summary>Holds the viewer of this scope. Asking before one is known is an error, so a forgotten sign-in can never read as an empty tenant.</summary>
public sealed class CurrentViewer
{
    private Viewer? _viewer;

    public bool IsKnown => _viewer is not null;

    /// <exception cref="InvalidOperationException">Nobody has been named yet.</exception>
    public Viewer Value => _viewer ?? throw new InvalidOperationException("No viewer: tenant data was asked for before anyone signed in.");

    /// <summary>Names the viewer of this scope. Only sign-in, jobs and the command line call this.</summary>
    /// <exception cref="InvalidOperationException">A second, different viewer in one scope.</exception>
    public void Become(Viewer viewer)
    {
        if (_viewer is not null && _viewer != viewer) throw new InvalidOperationException("A scope serves one viewer only.");
        _viewer = viewer;
    }
}
