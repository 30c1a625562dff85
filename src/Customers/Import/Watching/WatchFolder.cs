using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Watching;

/// <summary>The watched folder as pages show it.</summary>
/// <param name="Folder">Where files are put, on the machine.</param>
/// <param name="By">Who switched it on; null while it is off.</param>
/// <param name="Since">When, in UTC.</param>
/// <param name="Lying">Files that lie there now.</param>
/// <param name="MayStill">Whoever switched it on may still take files in; else nothing is taken.</param>
/// <param name="MaySwitch">The viewer may switch it.</param>
public sealed record WatchedView(string Folder, string? By, DateTime? Since, int Lying, bool MayStill, bool MaySwitch)
{
    public bool IsOn => Since is not null;

    internal static async Task<WatchedView> OfAsync(AppDb db, DataFolder data, IPeopleNow people, CancellationToken ct)
    {
        var folder = new WatchedFolder(data, db.Viewer.TenantId);
        var (on, may) = (folder.Switch, db.Viewer.May(Permission.ManageSettings));
        if (on is null) return new WatchedView(folder.Incoming, null, null, 0, true, may);
        var by = await people.FindAsync(db, on.PersonId, ct);
        return new WatchedView(folder.Incoming, by?.Name ?? (await people.NamesAsync(db, [on.PersonId], ct)).GetValueOrDefault(on.PersonId) ?? T("the operator"), on.Since, folder.Lying().Count, by?.May(Permission.Import) ?? false, may);
    }
}

/// <summary>Shows the folder whose files are taken in by themselves.</summary>
internal static class ShowWatched
{
    public static async Task<Outcome<WatchedView>> Do(AppDb db, DataFolder data, IPeopleNow people, CancellationToken ct) => await WatchedView.OfAsync(db, data, people, ct);
}

/// <summary>Switches the watching on, as the viewer, or off.</summary>
internal static class WatchFolder
{
    public sealed record Input { public bool On { get; init; } }

    public static async Task<Outcome<WatchedView>> Do(Input input, AppDb db, DataFolder data, IPeopleNow people, TimeProvider clock, CancellationToken ct)
    {
        var folder = new WatchedFolder(data, db.Viewer.TenantId);
        if (input.On && db.Viewer.IsSystem) return Outcome.Refused(T("What is taken in has to be somebody's: sign in for this."));
        db.Happened("import", Guid.Empty, new FolderWatched(input.On));
        await db.SaveChangesAsync(ct);
        if (input.On) folder.On(new WatchSwitch(db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime));
        else folder.Off();
        return Outcome.Done(await WatchedView.OfAsync(db, data, people, ct)).Saying(input.On ? T("The folder is watched.") : T("The folder is no longer watched."));
    }
}

/// <summary>Somebody switched the watching of the folder on or off.</summary>
internal sealed record FolderWatched(bool IsOn) : News("import.watched");
