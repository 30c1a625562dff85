using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
namespace Coxswain.Customers.Accounts;

/// <summary>An account as lists, its page and the API show it.</summary>
public sealed record AccountView
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
    public Guid? ParentId { get; init; }
    public string? ParentName { get; init; }
    public string? Industry { get; init; }
    public string? City { get; init; }
    public string? Country { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Tier>))]
    public Tier? Tier { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<AccountClass>))]
    public AccountClass? Class { get; init; }
    public int? Employees { get; init; }
    public string? Website { get; init; }
    public string? Phone { get; init; }

    /// <summary>Yearly, in whole units of the currency.</summary>
    public decimal? Revenue => Minor is { } minor && RevenueCurrency is { } currency ? (decimal)Platform.Money.Minor.ToMajor(minor, currency) : null;
    public string? RevenueCurrency { get; init; }
    public int? FoundedYear { get; init; }
    public string? Description { get; init; }
    public int OpenTasks { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }

    /// <summary>What is known already and looks like it; only where it was just added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Duplicates.Typing.KnownRecord>? LooksLike { get; init; }

    /// <summary>How an account is read; composable, so that lists project to what they show.</summary>
    internal static Expression<Func<Account, AccountView>> Reading(AppDb db)
    {
        var (people, tasks, parents) = (db.PersonRows(), db.Rows<Todo>(), db.Accounts);
        return db.Seen<Account, AccountView>(a => new AccountView
        {
            Id = a.Id, Version = a.Version, SourceId = a.SourceId, CustomFields = a.CustomFields, Name = a.Name, OwnerId = a.OwnerId, OwnerName = people.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(),
            ParentId = a.ParentId, ParentName = parents.Where(p => p.Id == a.ParentId).Select(p => p.Name).FirstOrDefault(),
            Industry = a.Industry, City = a.City, Country = a.Country, Tier = a.Tier, Class = a.Class, Employees = a.Employees, Website = a.Website, Phone = a.Phone,
            Minor = a.Revenue, RevenueCurrency = a.RevenueCurrency, FoundedYear = a.FoundedYear, Description = a.Description,
            OpenTasks = tasks.Count(t => t.AccountId == a.Id && t.DoneAt == null),
        });
    }
}
