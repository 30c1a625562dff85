using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>
/// Customers of the invented company that are there twice, as hands and imports leave them, and others that only look so: parent and subsidiary,
/// namesakes, father and son, one switchboard, sisters of one domain. It knows how things go wrong, and nothing of how they are found.
/// </summary>
internal sealed class Doubles
{
    private const int Companies = 60, People = 80, TurnedWords = 64, OtherSpelling = 85;

    private static readonly string[] Brands = ["Kranich", "Sternberg", "Überlinger", "Løvstad", "Castelló", "Brzeziński", "Mackenzie", "Holloway", "Vanderveld", "Quintero", "Ashgrove", "Petrakis", "Wintersberg", "Lagerqvist", "Montresor", "Bellweather", "Schönherr", "Tamarind", "Ostrander", "Fairbairn"];
    private static readonly string[] Trades = ["Logistik", "Instruments", "Spedition", "Maschinenbau", "Packaging", "Engineering", "Elektronik", "Trading", "Kunststoffe", "Hydraulics"];
    private static readonly (string Country, string City, string[] Forms, string Area)[] Places =
    [
        ("DE", "Bremen", ["GmbH", "AG", "GmbH & Co. KG"], "+49 421 55"), ("GB", "Bristol", ["Ltd", "PLC", "LLP"], "+44 117 49"), ("IT", "Bologna", ["S.p.A.", "S.r.l.", "S.n.c."], "+39 051 55"), ("CZ", "Brno", ["s.r.o.", "a.s.", "k.s."], "+420 54 321 "),
        ("SE", "Uppsala", ["AB", "HB", "AB"], "+46 18 55"), ("PL", "Poznań", ["Sp. z o.o.", "S.A.", "S.A."], "+48 61 85"), ("NL", "Utrecht", ["B.V.", "N.V.", "B.V."], "+31 30 25"), ("FI", "Turku", ["Oy", "Oyj", "Oy"], "+358 2 46"),
    ];
    private static readonly string[] Given = ["Katharina", "Friedrich", "Margarethe", "Alexander", "Elisabeth", "Sebastian", "Charlotte", "Christoph", "Dorothea", "Leopold", "Henrietta", "Valentin", "Rosalind", "Bernhard", "Josephine", "Theodor"];
    private static readonly string[] Family = ["Abendroth", "Bergmüller", "Cornelius", "Dornbusch", "Eickhoff", "Falkenstein", "Grünwald", "Hartmann", "Isenbeck", "Jankowski", "Kesselring", "Lichtenberg", "Mittermaier", "Niederhausen", "Oberländer", "Pfeiffer", "Rosenthal", "Steinbrück", "Trautmann", "Waldhausen"];

    private readonly Chance _chance;
    private readonly CompanyPlan _plan;
    private readonly IReadOnlyList<Guid> _owners;
    private readonly List<Account> _accounts = [];
    private readonly List<Contact> _contacts = [];
    private readonly List<PlantedPair> _pairs = [];
    private readonly HashSet<string> _used = [];

    public Doubles(CompanyPlan plan, IReadOnlyList<Guid> owners)
    {
        (_plan, _owners) = (plan, owners);
        _chance = new Chance(plan.Seed, -43);
        for (var i = 0; i < Companies; i++) Company(i);
        _chance = new Chance(plan.Seed, -44);
        for (var i = 0; i < People; i++) Person(i);
        var open = _pairs.Count;
        _chance = new Chance(plan.Seed, -55);
        Company(TurnedWords);
        Person(OtherSpelling);
        Merged = [.. _pairs.Skip(open)];
        _pairs.RemoveRange(open, Merged.Count);
    }

    // What belongs to another comes behind it.
    public IEnumerable<Entity> Rows => _accounts.OrderBy(a => a.ParentId is not null).Concat<Entity>(_contacts);

    /// <summary>What is true of them.</summary>
    public IReadOnlyList<PlantedPair> Pairs => _pairs;

    /// <summary>Those that somebody made one of already.</summary>
    public IReadOnlyList<PlantedPair> Merged { get; }

    // Two of five only look like one.
    private void Company(int nth)
    {
        var place = Places[nth % Places.Length];
        string brand, trade;
        do (brand, trade) = (_chance.One(Brands), _chance.One(Trades)); while (!_used.Add(brand + trade));
        var (domain, phone) = ($"{Ascii(brand)}-{Ascii(trade)}.example", place.Area + _chance.Between(10000, 99999));
        var one = Keep(New($"{brand} {trade} {place.Forms[0]}", place.Country, place.City, $"https://www.{domain}", phone));
        switch (nth % 10)
        {
            // The same, as it was typed again or came from a list.
            case 0: Same(one, New(Without($"{brand} {trade} {place.Forms[0]}"), place.Country, place.City, $"http://{domain}/", null), "without marks"); break;
            case 1: Same(one, New($"{brand} {trade}".ToUpperInvariant(), null, place.City, null, null), "in capitals, without its form"); break;
            case 2: Same(one, New(Slip($"{brand} {trade}") + $" {place.Forms[0]}", place.Country, place.City, null, null), "with a slip"); break;
            case 3: Same(one, New($"{brand}-{trade}, {place.Forms[0].ToLowerInvariant()}", place.Country, null, domain, phone.Replace(" ", "/", StringComparison.Ordinal)), "other signs"); break;
            case 4: Same(one, New($"{trade} {brand}", place.Country, place.City, null, phone), "words turned"); break;
            case 5: Same(one, New(Slip($"{brand} {trade}"), null, null, domain, null), "a slip, only the website"); break;
            // Two, however alike.
            case 6: Two(one, New($"{brand} Holding {place.Forms[1]}", place.Country, place.City, $"https://{domain}", phone), "parent and subsidiary"); _accounts[^2].ParentId = _accounts[^1].Id; break;
            case 7: Two(one, New($"{brand} {trade} {place.Forms[1]}", place.Country, place.City, $"https://{domain}", phone), "sisters of another form"); break;
            case 8: Two(one, New($"{brand} {_chance.One([.. Trades.Where(t => t != trade)])} {place.Forms[0]}", place.Country, place.City, $"https://{domain}", phone), "sisters of one domain and switchboard"); break;
            default: var other = Places[(nth + 3) % Places.Length]; Two(one, New($"{brand} {trade} {other.Forms[0]}", other.Country, other.City, $"https://{Ascii(brand)}-{Ascii(other.City)}.example", null), "namesakes abroad"); break;
        }
    }

    private void Person(int nth)
    {
        var at = _accounts[_chance.Between(0, _accounts.Count - 1)];
        string given, family;
        do (given, family) = (_chance.One(Given), _chance.One(Family)); while (!_used.Add(given + family));
        var (host, phone, mobile) = (at.Website is null ? $"{Ascii(at.Name)}.example" : Host(at.Website), $"+49 421 7{_chance.Between(100000, 999999)}", $"+49 151 2{_chance.Between(1000000, 9999999)}");
        var mail = $"{Ascii(given)}.{Ascii(family)}@{host}";
        var one = Keep(new Contact { Id = Key(), Name = $"{given} {family}", OwnerId = Owner(), AccountId = at.Id, Email = mail, Phone = phone, Mobile = nth % 3 == 0 ? mobile : null, Title = "Head of purchasing" });
        var (others, elsewhere) = (Given.Where(g => g != given && g[0] != given[0]).ToArray(), _accounts.First(a => a.Website is not null && Host(a.Website) != host && a.Name.Split(' ')[0] != at.Name.Split(' ')[0]));
        switch (nth % 10)
        {
            case 0: Same(one, At(at, $"{family}, {given}", mail.ToUpperInvariant()), "turned"); break;
            case 1: Same(one, At(at, $"Dr. {Without(given)} {Without(family)}", null), "with a title, without marks"); break;
            case 2: Same(one, At(at, $"{given} {Slip(family)}", null, phone), "with a slip"); break;
            case 3: one.Mobile = mobile; Same(one, At(elsewhere, $"{given} {family}", null, null, mobile.Replace("+49 ", "0049 ", StringComparison.Ordinal)), "at a new company with the old number"); break;
            case 4: Same(one, At(null, $"{given[0]}. {family}", mail), "a letter and the address"); break;
            case 5: Same(one, At(at, $"{given} {family}", $"{Ascii(given)[0]}.{Ascii(family)}@{host}", phone.Replace(" ", "-", StringComparison.Ordinal)), "another spelling of the address"); break;
            case 6: Two(one, At(at, $"{given} {family} jun.", null, phone), "father and son"); break;
            case 7: Two(one, At(elsewhere, $"{given} {family}", $"{Ascii(given)}.{Ascii(family)}@{Host(elsewhere.Website!)}"), "namesakes at two firms"); break;
            case 8: Two(one, At(at, $"{_chance.One(others)} {_chance.One([.. Family.Where(f => f != family)])}", $"info@{host}", phone), "one switchboard"); break;
            default: Two(one, At(at, $"{_chance.One(others)} {family}", $"familie.{Ascii(family)}@{host}", phone), "a family in one firm"); break;
        }
    }

    private Contact At(Account? at, string name, string? mail, string? phone = null, string? mobile = null) => new() { Id = Key(), Name = name, OwnerId = Owner(), AccountId = at?.Id, Email = mail, Phone = phone, Mobile = mobile };

    private Account New(string name, string? country, string? city, string? website, string? phone) => new() { Id = Key(), Name = name, OwnerId = Owner(), Country = country, City = city, Website = website, Phone = phone };

    private void Same(Account one, Account other, string how) => _pairs.Add(new PlantedPair("account", one.Id, Keep(other).Id, true, how));

    private void Two(Account one, Account other, string how) => _pairs.Add(new PlantedPair("account", one.Id, Keep(other).Id, false, how));

    private void Same(Contact one, Contact other, string how) => _pairs.Add(new PlantedPair("contact", one.Id, Keep(other).Id, true, how));

    private void Two(Contact one, Contact other, string how) => _pairs.Add(new PlantedPair("contact", one.Id, Keep(other).Id, false, how));

    private Account Keep(Account account)
    {
        _accounts.Add(account);
        return account;
    }

    private Contact Keep(Contact contact)
    {
        _contacts.Add(contact);
        return contact;
    }

    // A letter left out, doubled, or swapped with the next, somewhere inside the longest word.
    private string Slip(string text)
    {
        var word = text.Split(' ').MaxBy(w => w.Length)!;
        var at = _chance.Between(2, word.Length - 3);
        var slipped = _chance.Between(0, 2) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, $"{word[at]}"),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return text.Replace(word, slipped, StringComparison.Ordinal);
    }

    private static string Without(string text) => text.Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("ó", "o", StringComparison.Ordinal).Replace("ń", "n", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    private static string Host(string website) => website.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).Replace("www.", "", StringComparison.Ordinal).TrimEnd('/');

    private static string Ascii(string text) => string.Concat(Folding.Fold(Without(text)).Where(char.IsAsciiLetter));

    private Guid Owner() => _chance.One(_owners);

    private Guid Key() => _chance.Key(_plan.Morning(_plan.Until.AddDays(-_chance.Between(20, 90))));
}
