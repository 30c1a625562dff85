namespace Coxswain.Platform.Ui;

/// <summary>Do: the one thing to do here. Danger: what cannot be taken back. Quiet: neither border nor fill.</summary>
public enum ButtonKind { Plain, Do, Quiet, Danger }
