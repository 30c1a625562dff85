using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
namespace Coxswain.Demo;

/// <summary>Whom the demo company sells to.</summary>
internal sealed record DemoCustomers(IReadOnlyList<Account> Accounts, ILookup<Guid, Contact> Contacts)
{
    private const int HowMany = 60;

    private static readonly string[] First = ["Aster", "Bremer", "Corvus", "Delta", "Elbe", "Fjord", "Granit", "Havel", "Isar", "Juno", "Kestrel", "Lumen", "Meridian", "Nordlys", "Orion"];
    private static readonly string[] Second = ["Logistics", "Foods", "Instruments", "Energy"];
    private static readonly string[] Industries = ["Logistics", "Food", "Machinery", "Energy", "Health"];
    private static readonly (string Country, string City)[] Places = [("DE", "Hamburg"), ("FR", "Lyon"), ("ES", "Valencia"), ("PL", "Gdańsk"), ("GR", "Θεσσαλονίκη"), ("JP", "大阪"), ("IL", "חיפה"), ("SE", "Malmö")];
    private static readonly string[] People =
    [
        "Maja Nowak", "François Lefèvre", "Jürgen Groß", "Søren Østergaard", "Şebnem Yıldız", "Nguyễn Thị Hoa", "Владимир Ковальчук", "Олена Шевченко",
        "Γιώργος Νικολάου", "نور الحسيني", "دانا خوري", "יעל כהן", "王秀英", "李伟", "佐藤 健", "김민준", "अनिता शर्मा", "สมชาย ใจดี", "María José Ruiz", "O’Neill, Siobhán",
        "Bart van der Berg", "Kwame Asante", "Ngozi Adeyemi", "Inga Þórsdóttir", "Luís Gonçalves",
    ];
    private static readonly string[] Titles = ["Head of purchasing", "Plant manager", "Finance director", "IT lead", "Operations director", "Owner"];

    public IEnumerable<Entity> Rows => Accounts.Concat<Entity>(Contacts.SelectMany(c => c));

    public static DemoCustomers Make(IReadOnlyList<Person> sellers, Chance chance)
    {
        var accounts = Enumerable.Range(0, HowMany).Select(i => Account(i, sellers[i % sellers.Count], chance)).ToList();
        var contacts = accounts.SelectMany(a => Enumerable.Range(0, chance.Between(1, 4)).Select(i => Contact(a, i, chance)));
        return new DemoCustomers(accounts, contacts.ToLookup(c => c.AccountId!.Value));
    }

    private static Account Account(int number, Person owner, Chance chance)
    {
        var (country, city) = chance.One(Places);
        var name = $"{First[number % First.Length]} {Second[number / First.Length]}";
        return new Account
        {
            Name = name, OwnerId = owner.Id, Industry = chance.One(Industries), Country = country, City = city,
            Website = $"https://{name.ToLowerInvariant().Replace(' ', '-')}.example", Employees = (int)chance.Around(220, 0.9), Tier = chance.Of(0.8) ? (Tier)chance.Between(0, 2) : null,
        };
    }

    private static Contact Contact(Account at, int number, Chance chance) => new()
    {
        Name = chance.One(People), OwnerId = at.OwnerId, AccountId = at.Id, Title = chance.One(Titles),
        Email = $"contact{number + 1}@{at.Website!["https://".Length..]}", Phone = chance.Of(0.6) ? $"+49 40 555 {chance.Between(1000, 9999)}" : null,
    };
}
