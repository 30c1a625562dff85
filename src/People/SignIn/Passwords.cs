using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Identity;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>What Identity minds about a login, in words for its form.</summary>
internal static class Passwords
{
    /// <summary>Length is what counts; rules about signs only make passwords worse to remember.</summary>
    public const int Least = 12;

    public static Problems Problems(IdentityResult result)
    {
        var problems = new Problems();
        foreach (var error in result.Errors)
            _ = error.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordTooShort) => problems.Add("Password", T("At least {0} characters; a few words are fine.", Least)),
                nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => problems.Add("Password", T("Use more different characters.")),
                nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => problems.Add("Email", T("Someone signs in with this e-mail already.")),
                nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => problems.Add("Email", T("This does not look like an e-mail address.")),
                _ => problems.Add("", error.Description),
            };
        return problems;
    }
}
