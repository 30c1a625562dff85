namespace Coxswain.Web.Commands;

/// <summary>A command cannot do what was asked; the message is the one line the operator reads.</summary>
internal sealed class Failure(string message) : Exception(message);
