using Coxswain.Platform.Data;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>An account as it is compared.</summary>
internal sealed class Company
{
    public Guid Id { get; init; }
    public Guid? ParentId { get; init; }
    public required CompanyName Name { get; init; }
    public string? Site { get; init; }

    /// <summary>In its international form, or its digits where that is not known.</summary>
    public string? Phone { get; init; }
    public string City { get; init; } = "";

    /// <summary>Its two letters; empty where that is not known.</summary>
    public string Country { get; init; } = "";

    public static Company Of(Guid id, string name, string? website, string? phone, string? city, string? country, Guid? parent) => new()
    {
        Id = id, ParentId = parent, Name = CompanyName.Of(name), Site = MailAddress.SiteOf(website), Phone = Numbers.Of(phone, country), City = Plain.Of(city).Trim(), Country = Places.Region(country) ?? "",
    };

    /// <summary>By what it is looked up: two that share none of these are not compared.</summary>
    public IEnumerable<string> Blocks()
    {
        var name = Name.Ordered;
        if (name.Length > 0) yield return "n" + name;
        if (Name.Joined.Length >= 5)
        {
            yield return "b" + Name.Joined[..5] + City;
            yield return "e" + Name.Joined[^5..] + City;
        }
        if (Site is not null) yield return "s" + Site;
        if (Phone is not null) yield return "p" + Phone;
    }

    public Verdict To(Company other) => Verdict.Of(Signs(other), Points.OfAccounts);

    private IEnumerable<Sign> Signs(Company other)
    {
        yield return Name.Is(other.Name) ? Sign.SameName : Name.IsNear(other.Name) ? Sign.NearName : Sign.OtherName;
        if (Name.HasOtherForm(other.Name)) yield return Sign.OtherForm;
        if (ParentId is not null && (ParentId == other.Id || ParentId == other.ParentId) || other.ParentId is not null && other.ParentId == Id) yield return Sign.Group;
        if (Site is not null && other.Site is not null)
        {
            if (Site == other.Site) yield return Sign.SameSite;
            // kranich.de and kranich.com may be one.
            else if (Site[..Site.LastIndexOf('.')] != other.Site[..other.Site.LastIndexOf('.')]) yield return Sign.OtherSite;
        }
        if (Phone is not null && Phone == other.Phone) yield return Sign.SamePhone;
        if (City.Length > 0 && other.City.Length > 0) yield return City == other.City ? Sign.SamePlace : Sign.OtherPlace;
        if (Country.Length > 0 && other.Country.Length > 0 && Country != other.Country) yield return Sign.OtherCountry;
    }
}
