using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Me;

/// <summary>Everything about oneself as a file.</summary>
internal static class MyData
{
    public static async Task<Outcome<PersonDataView>> Do(AppDb db, IEnumerable<IPersonData> data, TimeProvider clock, CancellationToken ct) =>
        await PersonDataAct.ShowAsync(db, data, "person", db.Viewer.PersonId, "/me", await db.People.Where(p => p.Id == db.Viewer.PersonId).Select(p => p.Name).SingleAsync(ct), clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<PersonExportAsked>> Ask(AppDb db, CancellationToken ct) => PersonDataAct.AskAsync(db, "person", db.Viewer.PersonId, "/me/data", ct);
}
