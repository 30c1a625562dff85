using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Contacts;
using Coxswain.Demo.Inventing;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Whom the invented company sells to: each seller has some accounts of every industry.</summary>
internal sealed class Clientele
{
    private const int OfIndustry = 8;

    private static readonly string[] First =
    [
        "Aster", "Bremer", "Corvus", "Delta", "Elbe", "Fjord", "Granit", "Havel", "Isar", "Juno", "Kestrel", "Lumen", "Meridian", "Nordlys", "Orion", "Parnass", "Quarto", "Rhenus", "Salix", "Tessera",
        "Umbra", "Vesta", "Weser", "Xenia", "Ymer", "Zephyr", "Alba", "Borealis", "Cirrus", "Drava", "Egret", "Falke", "Gaia", "Helix", "Iris", "Jura", "Kobalt", "Linden", "Mistral", "Nereus",
    ];
    private static readonly string[][] Second =
    [
        ["Foods", "Dairy", "Mills", "Bakery", "Beverages"], ["Logistics", "Freight", "Ports", "Rail", "Warehousing"], ["Machines", "Tools", "Castings", "Instruments", "Drives"],
        ["Clinics", "Medical", "Care", "Pharma", "Diagnostics"], ["Energy", "Grid", "Solar", "Power", "Networks"],
    ];
    private static readonly (string Country, string City, string Phone)[] Places =
    [
        ("DE", "Hamburg", "+49 40 5550"), ("FR", "Lyon", "+33 4 7855 "), ("ES", "Valencia", "+34 96 355 "), ("PL", "Gdańsk", "+48 58 355 "), ("GR", "Θεσσαλονίκη", "+30 231 055 "),
        ("JP", "大阪", "+81 6 6555 "), ("IL", "חיפה", "+972 4 855 "), ("SE", "Malmö", "+46 40 55 "), ("GB", "Leeds", "+44 113 496 "), ("IT", "Torino", "+39 011 555 "),
    ];
    private static readonly string[] Titles = ["Head of purchasing", "Plant manager", "Finance director", "IT lead", "Operations director", "Owner", "Quality lead", "Managing director"];

    private readonly Dictionary<string, int> _used = [];
    private readonly Dictionary<string, Guid> _first = [];
    private readonly Chance _chance;
    private readonly PeopleNames _names;
    private readonly DateTime _since;
    private readonly CompanyPlan _plan;
    private readonly Guid _supporter;

    /// <summary>Who of support works for large accounts and deals.</summary>
    public Guid Supporter => _supporter;
    private readonly IReadOnlyList<AccountStep> _steps;

    public Clientele(InventedCompany company, Workforce staff, PeopleNames names, IReadOnlyList<AccountStep> steps)
    {
        _steps = steps;
        (_supporter, _plan, _chance, _names) = (staff.First(Platform.Access.Role.Support).Id, company.Plan, new Chance(company.Plan.Seed, -2), names);
        _since = company.Plan.Began.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        Accounts = [.. company.Sellers.Select(s => Market.Industries.Select((_, industry) => (IReadOnlyList<Account>)[.. Enumerable.Range(0, OfIndustry).Select(_ => Account(industry, staff.Sellers[Present(s, staff).Number]))]).ToArray())];
        Contacts = Accounts.SelectMany(byIndustry => byIndustry).SelectMany(a => a).SelectMany(a => Enumerable.Range(0, _chance.Between(1, 4)).Select(i => Contact(a, i))).ToLookup(c => c.AccountId!.Value);
    }

    /// <summary>By the seller's number, then the industry.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Account>>> Accounts { get; }

    public ILookup<Guid, Contact> Contacts { get; }

    public IEnumerable<Entity> Rows => OwnFields.Of(_plan, All).Concat(All).Concat(Contacts.SelectMany(c => c)).Concat(AccountNews.Of(_plan, All)).Concat(Careers.Of(_plan, [.. All], Contacts.SelectMany(c => c), Titles)).Concat(AccountTeams.Of(_plan, All, _supporter, _steps)).Concat(Kindness.Of(_plan, [.. All], Contacts)).Concat(Maps.Of(_plan, All, Contacts)).Concat(Plans.Of(_plan, All)).Concat(OwnRecords.Of(_plan, [.. All]));

    private IEnumerable<Account> All => Accounts.SelectMany(byIndustry => byIndustry).SelectMany(a => a);

    private static Seller Present(Seller seller, Workforce staff) => seller.To is null ? seller : staff.HeirOf(seller);

    private Account Account(int industry, Person owner)
    {
        var (country, city, _) = _chance.One(Places);
        var brand = $"{_chance.One(First)} {_chance.One(Second[industry])}";
        var (name, id) = (Named(brand, city), _chance.Key(_since));
        // What is called like another but for its place belongs to that one.
        var parent = _first.TryAdd(brand, id) ? (Guid?)null : _first[brand];
        var employees = (int)_chance.Around(220, 0.9);
        return new Account
        {
            Id = id, Name = name, OwnerId = owner.Id, ParentId = parent, Industry = Market.Industries[industry].Name, Country = country, City = city, Website = $"https://{Domain(name)}",
            Employees = employees, Class = AccountTeams.ClassOf(employees), Tier = _chance.Of(0.8) ? (Tier)_chance.Between(0, 2) : null,
        };
    }

    // A name used before says where; used there too, which one.
    private string Named(string name, string city)
    {
        if (_used.TryAdd(name, 1)) return name;
        var local = $"{name} {city}";
        return _used.TryAdd(local, 1) ? local : $"{local} {++_used[local]}";
    }

    private Contact Contact(Account at, int number) => new()
    {
        Id = _chance.Key(_since), Name = _names.Any(_chance), OwnerId = at.OwnerId, AccountId = at.Id, Title = _chance.One(Titles),
        Email = $"contact{number + 1}@{at.Website!["https://".Length..]}", Phone = _chance.Of(0.6) ? Places.First(p => p.City == at.City).Phone + _chance.Between(1000, 9999) : null,
    };

    private static string Domain(string name) => string.Concat(Platform.Data.Folding.Fold(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) + ".example";
}
