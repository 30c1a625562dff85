using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Teams;
using Coxswain.Platform.Privacy;
using Microsoft.AspNetCore.Identity;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People;

/// <summary>What is kept about those who work here.</summary>
internal sealed class PeopleProcessing : IProcessing
{
    public IReadOnlyList<Processing> Entries { get; } =
    [
        new(() => T("Those who work here"), About.OwnPeople, [typeof(Person), typeof(Membership), typeof(Telling)])
        {
            What = () => T("Name, address, role, team from when to when, and when they were told what is computed about them."), Purpose = () => T("Who may see and do what"), Basis = () => T("the employment or service contract"), SeenBy = () => T("everybody here; role and departure: administrators"), Kept = () => T("for good: what they did is history"),
        },
        new(() => T("Signing in"), About.OwnPeople, [typeof(Login), typeof(Session), typeof(ApiKey), typeof(OneTimeLink), typeof(IdentityUserToken<Guid>), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>)])
        {
            What = () => T("How they sign in, in which browsers, and the keys of their programs; passwords and keys only as fingerprints."), Purpose = () => T("Letting in who belongs here, and nobody else"), Basis = () => T("the employment or service contract"), SeenBy = () => T("the person"), Kept = () => T("until they end it, or leave"),
        },
        new(() => T("Teams"), About.Nobody, [typeof(Team)]) { What = () => T("Names of teams and who leads them.") },
    ];
}

/// <summary>What is kept about somebody who works here.</summary>
internal sealed class OwnData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Person"), (db, id) => db.People.Where(p => p.Id == id)),
        PersonRows.Simply(() => T("Teams they were in"), (db, id) => db.Memberships.Where(m => m.PersonId == id)),
        PersonRows.Simply(() => T("Signing in"), (db, id) => db.Rows<Login>().Where(l => l.PersonId == id)) with { Withheld = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "NormalizedEmail", "NormalizedUserName"] },
        PersonRows.Simply(() => T("Browsers"), (db, id) => db.Sessions.Where(s => s.PersonId == id)) with { Withheld = ["Id"] },
        PersonRows.Simply(() => T("Keys for programs"), (db, id) => db.ApiKeys.Where(k => k.PersonId == id)),
        PersonRows.Simply(() => T("Links they were given"), (db, id) => db.OneTimeLinks.Where(l => l.PersonId == id)) with { Withheld = ["Id"] },
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(Telling)] = "That a team was told; when they read it stands with the person.",
        [typeof(IdentityUserToken<Guid>)] = "The secret of the second factor opens a door.",
        [typeof(IdentityUserClaim<Guid>)] = "Nothing is kept there.",
        [typeof(IdentityUserLogin<Guid>)] = "Nothing is kept there yet.",
    };
}
