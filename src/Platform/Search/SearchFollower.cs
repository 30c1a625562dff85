using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Search;

/// <summary>Keeps the search words of a record in step with every save of it.</summary>
internal sealed class SearchFollower : IFollower
{
    public IEnumerable<Entity> Beside(Entity added, DateTime now) => added is ISearchable ? [Fill(Stub(added), added)] : [];

    public void Follow(AppDb db, EntityEntry<Entity> changed, DateTime now)
    {
        if (changed.Entity is not ISearchable || changed.State is not (EntityState.Modified or EntityState.Deleted)) return;
        // A scope that saves the same record twice has its words at hand already.
        var document = db.ChangeTracker.Entries<SearchDocument>().FirstOrDefault(d => d.Entity.Id == changed.Entity.Id)?.Entity ?? Attach(db, changed.Entity);
        if (changed.State is EntityState.Deleted) db.Remove(document);
        else Fill(document, changed.Entity);
        if (changed.State is EntityState.Modified) db.Entry(document).State = EntityState.Modified;
    }

    private static SearchDocument Attach(AppDb db, Entity row)
    {
        var document = Stub(row);
        document.TenantId = row.TenantId;
        db.Attach(document);
        return document;
    }

    private static SearchDocument Stub(Entity row) => new()
    {
        Id = row.Id, Kind = row.GetType().KindOf(), OwnerId = default, Title = "", Hint = "", Url = "", Tokens = "", Words = "",
    };

    private static SearchDocument Fill(SearchDocument document, Entity row)
    {
        var words = ((ISearchable)row).Words;
        document.OwnerId = (row as IOwned)?.OwnerId ?? Guid.Empty;
        document.Title = words?.Title ?? "";
        document.Hint = words?.Hint ?? "";
        document.Url = words?.Url ?? "";
        document.Tokens = SearchTokens.Of(row.TenantId, document.Kind, document.OwnerId);
        document.Words = words is null ? "" : Apart(Folding.Fold($"{words.Title} {words.Hint} {words.More}"));
        return document;
    }

    // An engine of its own accord keeps an e-mail address as one word, and would not find it by the name of its host.
    private static string Apart(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++) to[i] = char.IsLetterOrDigit(from[i]) || char.IsSurrogate(from[i]) ? from[i] : ' ';
    });
}

internal static class SearchTokens
{
    public static string Of(int tenant, string kind, Guid owner) => $"{Tenant(tenant)} {Kind(kind)} {KindOwner(kind, owner)}";

    public static string Tenant(int tenant) => $"t{tenant}";

    public static string Kind(string kind) => $"k{Word(kind)}";

    public static string KindOwner(string kind, Guid owner) => $"o{Word(kind)}{owner:N}";

    // The index knows single words only: a kind of two is one here.
    private static string Word(string kind) => kind.Replace("-", "", StringComparison.Ordinal);
}
