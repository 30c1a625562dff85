using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Teams;
using Coxswain.Platform.Data;
namespace Coxswain.People;

/// <summary>The module's doors to the database.</summary>
internal static class PeopleDb
{
    extension(AppDb db)
    {
        internal IQueryable<Person> People => db.Rows<Person>();
        internal IQueryable<Team> Teams => db.Rows<Team>();
        internal IQueryable<Membership> Memberships => db.Rows<Membership>();
        internal IQueryable<Telling> Tellings => db.Rows<Telling>();
        internal IQueryable<OneTimeLink> OneTimeLinks => db.Rows<OneTimeLink>();
        internal IQueryable<ApiKey> ApiKeys => db.Rows<ApiKey>();
        internal IQueryable<Session> Sessions => db.Rows<Session>().Where(s => s.TenantId == db.Viewer.TenantId);
    }
}
