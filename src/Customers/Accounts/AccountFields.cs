using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>The fields of an account as they are typed.</summary>
public record AccountFields
{
    /// <summary>The organisation's own fields, by key.</summary>
    public CustomInput? Custom { get; init; }

    [StringLength(200)]
    public string? Name { get; init; }

    [StringLength(300)]
    public string? Website { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [StringLength(100)]
    public string? Industry { get; init; }

    [StringLength(100)]
    public string? City { get; init; }

    [StringLength(100)]
    public string? Country { get; init; }
    public Tier? Tier { get; init; }
    public AccountClass? Class { get; init; }

    [Range(0, 10_000_000)]
    public int? Employees { get; init; }

    /// <summary>Yearly, in whole units of the currency.</summary>
    public decimal? Revenue { get; init; }

    [StringLength(3)]
    public string? RevenueCurrency { get; init; }

    [Range(1000, 2100)]
    public int? FoundedYear { get; init; }

    [StringLength(4000)]
    public string? Description { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>The account it belongs to.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The same by its exact name, instead of its key.</summary>
    [StringLength(200)]
    public string? Parent { get; init; }

    /// <summary>What attributes cannot say.</summary>
    internal Problems Check(bool named)
    {
        var problems = new Problems();
        problems.AddIf(named && string.IsNullOrWhiteSpace(Name), nameof(Name), T("Please fill this in."));
        problems.AddIf(!Phones.Looks(Phone), nameof(Phone), T("This does not look like a phone number."));
        problems.AddIf(Revenue is < 0 or > 1_000_000_000_000m, nameof(Revenue), T("Between {0} and {1}.", 0, 1_000_000_000_000m.ToString("N0", CultureInfo.CurrentCulture)));
        problems.AddIf(RevenueCurrency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetter)), nameof(RevenueCurrency), T("A currency has three letters, such as EUR."));
        return problems;
    }

    internal long? Minor(string currency) => Revenue is { } revenue ? Platform.Money.Minor.FromMajor(revenue, currency) : null;
}
