using System.Text.Json.Serialization;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>A contact as lists, its page and the API show it.</summary>
public sealed record ContactView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    /// <summary>Its key in the system it came from; null for one made here.</summary>
    public string? SourceId { get; init; }

    /// <summary>The values of the organisation's own fields, by key.</summary>
    public System.Text.Json.Nodes.JsonObject? Custom => CustomValues.Plain(CustomFields);

    [JsonIgnore]
    public string? CustomFields { get; init; }
    public Guid? AccountId { get; init; }
    public string? AccountName { get; init; }
    public string? Title { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? PhoneE164 { get; init; }
    public string? Mobile { get; init; }
    public string? MobileE164 { get; init; }

    /// <summary>What is known already and looks like it; only where it was just added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Duplicates.Typing.KnownRecord>? LooksLike { get; init; }

    internal static Expression<Func<Contact, ContactView>> Reading(AppDb db)
    {
        var (people, accounts) = (db.PersonRows(), db.Accounts);
        return db.Seen<Contact, ContactView>(c => new ContactView
        {
            Id = c.Id, Version = c.Version, SourceId = c.SourceId, CustomFields = c.CustomFields, Name = c.Name, OwnerId = c.OwnerId, OwnerName = people.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(),
            AccountId = c.AccountId, AccountName = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault(),
            Title = c.Title, Email = c.Email, Phone = c.Phone, PhoneE164 = c.PhoneE164, Mobile = c.Mobile, MobileE164 = c.MobileE164,
        });
    }
}

/// <summary>The fields of a contact as they are typed.</summary>
public record ContactFields
{
    /// <summary>The organisation's own fields, by key.</summary>
    public CustomInput? Custom { get; init; }

    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Title { get; init; }

    [StringLength(254)]
    public string? Email { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [StringLength(40)]
    public string? Mobile { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>The account by its exact name, instead of its key.</summary>
    [StringLength(200)]
    public string? Account { get; init; }
    public Guid? OwnerId { get; init; }

    internal Problems Check(bool named) => new Problems()
        .AddIf(named && string.IsNullOrWhiteSpace(Name), nameof(Name), T("Please fill this in."))
        .AddIf(Email is not null && !LooksLikeMail(Email), nameof(Email), T("This does not look like an e-mail address."))
        .AddIf(!Phones.Looks(Phone), nameof(Phone), T("This does not look like a phone number."))
        .AddIf(!Phones.Looks(Mobile), nameof(Mobile), T("This does not look like a phone number."));

    // What is surely no address; whether it exists only a mail can tell.
    internal static bool LooksLikeMail(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && host[0] != '.' && host[^1] != '.' && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '?' or '&');
}
