using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Keys;

/// <summary>What is asked for a new key: what it is for, how long it lasts and what it is limited to.</summary>
internal record KeyFields
{
    private const int Longest = 3_650;

    [Required, StringLength(100)]
    public string? Name { get; init; }

    /// <summary>Days until it opens nothing any more; none for a key without end.</summary>
    [Range(1, Longest)]
    public int? Days { get; init; }

    /// <summary>Names of <see cref="Scopes.Names"/>; none for a key that may do all that its owner may.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The key and what it is called, to be shown once.</summary>
    public Outcome<KeyView> Make(AppDb db, Guid ownerId, DateTime now)
    {
        if (Scopes?.FirstOrDefault(s => !Platform.Access.Scopes.Names.Contains(s)) is { } unknown) return Outcome.Invalid(nameof(Scopes), T("There is no {0} here. There is: {1}.", unknown, string.Join(", ", Platform.Access.Scopes.Names)));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        db.Add(new ApiKey
        {
            PersonId = ownerId, Name = Name!, SecretHash = Invite.Hash(secret), MadeAt = now, ExpiresAt = Days is { } days ? now.AddDays(days) : null,
            Scopes = Scopes is { Count: > 0 } limited ? string.Join(',', limited.Distinct().Order(StringComparer.Ordinal)) : null,
        });
        return new KeyView(Name!, $"cox_{db.Viewer.TenantId}_{secret}");
    }
}

/// <summary>Scopes as people say them.</summary>
internal static class ScopeWords
{
    public static IReadOnlyList<Choice> Choices => [.. Scopes.Names.Select(n => new Choice(n, Of(n)))];

    public static IReadOnlyList<Choice> Lives => [new("30", T("30 days")), new("90", T("90 days")), new("365", T("one year"))];

    public static string Of(string name) => name switch
    {
        "customers:read" => T("read customers"),
        "customers:write" => T("change customers"),
        "funnel:read" => T("read deals and figures"),
        "funnel:write" => T("change deals"),
        "settings:read" => T("read settings"),
        "settings:write" => T("change settings"),
        "people:read" => T("read people and teams"),
        "people:write" => T("change people and teams"),
        _ => name,
    };

    /// <summary>What a key is limited to, how long it lasts and when it was used last, in one line.</summary>
    public static string Note(KeyLine key)
    {
        var limit = key.Scopes is null ? T("all its owner may") : string.Join(", ", key.Scopes.Split(',').Select(Of));
        var end = key.ExpiresAt is { } at ? T("until {0}", DayText.Whole(DateOnly.FromDateTime(at))) : T("without end");
        var used = key.LastUsedOn is { } day ? T("last used {0}", DayText.Whole(day)) : T("never used");
        return $"{limit} · {end} · {used}";
    }
}
