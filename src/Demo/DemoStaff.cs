using System.Security.Cryptography;
using Coxswain.People;
using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo;

/// <summary>The people of the demo company: two teams of four sellers under a leader.</summary>
internal sealed record DemoStaff(IReadOnlyList<Person> Sellers, IReadOnlyList<Entry> Entries)
{
    /// <summary>Planted: wins less than the others.</summary>
    public const string Weak = "Marco Bianchi";

    private static readonly string[] North = ["Ana Okafor", "Jonas Lindqvist", Weak, "Zeynep Kaya"];
    private static readonly string[] South = ["Léa Fontaine", "Piotr Zieliński", "Σοφία Παππά", "Daniel Weiss"];

    public static async Task<DemoStaff> HireAsync(IServiceProvider services, int tenantId, DateOnly began, CancellationToken ct)
    {
        var entries = new List<Entry>();
        var admin = await EnterAsync("Ines Castro", "admin@demo.example", Role.Admin);
        var manager = await EnterAsync("Priya Raman", "manager@demo.example", Role.Manager);
        var seller = await EnterAsync(North[0], "seller@demo.example", Role.Seller);

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var since = began.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var leader = Hired("Henrik Voss", Role.Leader);
        var south = Hired("Tomás Herrera", Role.Manager);
        var others = North.Skip(1).Concat(South).Select(name => Hired(name, Role.Seller)).ToList();
        db.AddRange([leader, south, Hired("Grace Mbeki", Role.Support), .. others]);
        await db.SaveChangesAsync(ct);

        var sales = new Team { Name = "Sales", ManagerId = leader.Id };
        Team[] teams = [new() { Name = "North", ManagerId = manager, ParentId = sales.Id }, new() { Name = "South", ManagerId = south.Id, ParentId = sales.Id }];
        db.AddRange([sales, .. teams]);
        var sellers = await db.Rows<Person>().Where(p => p.Role == Role.Seller).ToListAsync(ct);
        foreach (var person in sellers) Join(person, North.Contains(person.Name) ? teams[0] : teams[1]);
        db.Add(new Telling { ById = admin, At = since });
        await db.SaveChangesAsync(ct);
        await scope.ServiceProvider.GetRequiredService<AccessRules>().RewriteAsync(db, ct);
        return new DemoStaff([.. North.Concat(South).Select(name => sellers.Single(s => s.Name == name))], entries);

        Person Hired(string name, Role role) => new() { Name = name, Role = role, ToldAt = since };

        void Join(Person person, Team team)
        {
            person.TeamId = team.Id;
            db.Add(new Membership { PersonId = person.Id, TeamId = team.Id, From = began, RecordedAt = since });
        }

        async Task<Guid> EnterAsync(string name, string email, Role role)
        {
            var entry = new Entry(role, name, email, Password());
            var (problems, _, id) = await Founding.AdmitAsync(services, tenantId, name, email, entry.Password, role, ct);
            if (problems is { Any: true }) throw new InvalidOperationException(string.Join(" ", problems.Messages.Values));
            entries.Add(entry);
            return id;
        }
    }

    private static string Password() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
}
