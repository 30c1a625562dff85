using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Search;
using Coxswain.Platform.Sending;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>What Platform's own tables keep about a person of one kind.</summary>
internal sealed class PlatformPersonData(string kind) : IPersonData
{
    public string Kind => kind;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        .. kind is "person" ? Own : [PersonRows.Simply(() => T("Words they are found by"), (db, id) => db.Rows<SearchDocument>().Where(d => d.Id == id))],
        PersonRows.Simply(() => T("Files about them that were made"), (db, id) => db.Rows<PersonExport>().Where(e => e.SubjectId == id)),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(Event)] = "Written behind the tables, opened.",
        [typeof(SubjectKey)] = "It opens what is written there, and says nothing itself.",
        [typeof(Delivery)] = "A pointer to an event, gone once it is delivered.",
        [typeof(Erasure)] = "Of who is erased there is nothing to give.",
        [typeof(TakenAct)] = "That a form was sent, for a day, so that it is not done twice.",
        [typeof(AccessRow)] = "Follows from role and team, which go along.",
        [typeof(Share)] = "Follows from the teams of accounts, which go along.",
    };

    private static IEnumerable<PersonRows> Own =>
    [
        PersonRows.Simply(() => T("Who looked at figures about whom"), (db, id) => db.Rows<Look>().Where(l => l.SubjectId == id)),
        PersonRows.Simply(() => T("Saved views"), (db, id) => db.RowsWithRemoved<SavedView>().Where(v => v.OwnerId == id)),
        PersonRows.Simply(() => T("Background work they asked for"), (db, id) => db.Rows<Job>().Where(j => j.AskedById == id)),
    ];
}
