using System.Linq.Expressions;
using Coxswain.People.SignIn;
namespace Coxswain.People.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Key">The key itself: nobody sees it again.</param>
public sealed record KeyView(string Name, string Key)
{
    /// <summary>The page it was made on.</summary>
    public string Back { get; init; } = "/me";
}

/// <summary>A key among others.</summary>
public sealed record KeyLine(Guid Id, string Name, DateTime MadeAt, DateTime? ExpiresAt, string? Scopes, DateOnly? LastUsedOn)
{
    internal static Expression<Func<ApiKey, KeyLine>> Reading => k => new KeyLine(k.Id, k.Name, k.MadeAt, k.ExpiresAt, k.Scopes, k.LastUsedOn);
}
