using Coxswain.Platform.Events;
namespace Coxswain.People.SignIn;

/// <summary>Someone signed in.</summary>
/// <param name="Device">Browser and system in plain words.</param>
internal sealed record PersonSignedIn(string Device) : News("person.signed-in");

/// <summary>Five wrong tries: the sign-in of this person is closed for a while.</summary>
internal sealed record PersonShutOut() : News("person.shut-out");

/// <summary>A one-time link was made for someone.</summary>
/// <param name="Purpose">To begin, or for a new password.</param>
internal sealed record LinkMade(string Purpose) : News("person.link-made");

/// <summary>Someone chose a password by such a link.</summary>
/// <param name="Purpose">What the link was for.</param>
internal sealed record PasswordChosen(string Purpose) : News("person.password-chosen");
