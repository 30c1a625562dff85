using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>A lead as lists, its page and the API show it.</summary>
public sealed record LeadView
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
    public string? Company { get; init; }
    public string? Title { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? PhoneE164 { get; init; }
    public string? Source { get; init; }
    public string? Need { get; init; }

    /// <summary>When they came to us.</summary>
    public required DateOnly CameOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<LeadStatus>))]
    public required LeadStatus Status { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<LeadEnd>))]
    public LeadEnd? End { get; init; }
    public Guid? AccountId { get; init; }
    public string? AccountName { get; init; }
    public Guid? ContactId { get; init; }
    public Guid? OpportunityId { get; init; }
    public DateTime? ConvertedAt { get; init; }

    /// <summary>May still become something.</summary>
    public bool IsOpen => Status is LeadStatus.New or LeadStatus.Working;

    /// <summary>What is known already and looks like it; only where it was just added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Duplicates.Typing.KnownRecord>? LooksLike { get; init; }

    internal static Expression<Func<Lead, LeadView>> Reading(AppDb db)
    {
        var (people, accounts) = (db.PersonRows(), db.Accounts);
        return db.Seen<Lead, LeadView>(l => new LeadView
        {
            Id = l.Id, Version = l.Version, SourceId = l.SourceId, CustomFields = l.CustomFields, Name = l.Name, OwnerId = l.OwnerId, OwnerName = people.Where(p => p.Id == l.OwnerId).Select(p => p.Name).FirstOrDefault(), Company = l.Company, Title = l.Title,
            Email = l.Email, Phone = l.Phone, PhoneE164 = l.PhoneE164, Source = l.Source, Need = l.Need, CameOn = l.CameOn, Status = l.Status, End = l.End, AccountId = l.AccountId,
            AccountName = accounts.Where(a => a.Id == l.AccountId).Select(a => a.Name).FirstOrDefault(), ContactId = l.ContactId, OpportunityId = l.OpportunityId, ConvertedAt = l.ConvertedAt,
        });
    }

    internal static Task<LeadView?> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.Leads.AsNoTracking().Where(l => l.Id == id).Select(Reading(db)).SingleOrDefaultAsync(ct);
}

/// <summary>The fields of a lead as they are typed.</summary>
public record LeadFields
{
    /// <summary>The organisation's own fields, by key.</summary>
    public CustomInput? Custom { get; init; }

    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Company { get; init; }

    [StringLength(200)]
    public string? Title { get; init; }

    [StringLength(254)]
    public string? Email { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [StringLength(100)]
    public string? Source { get; init; }

    [StringLength(2_000)]
    public string? Need { get; init; }
    public Guid? OwnerId { get; init; }

    internal Problems Check(bool named) => new Problems()
        .AddIf(named && string.IsNullOrWhiteSpace(Name), nameof(Name), T("Please fill this in."))
        .AddIf(Email is not null && !ContactFields.LooksLikeMail(Email), nameof(Email), T("This does not look like an e-mail address."))
        .AddIf(!Phones.Looks(Phone), nameof(Phone), T("This does not look like a phone number."));
}
