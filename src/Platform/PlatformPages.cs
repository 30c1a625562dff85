using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Search;
using Coxswain.Platform.Ui;
namespace Coxswain.Platform;

/// <summary>The few pages that belong to no module.</summary>
public static class PlatformPages
{
    public static void Map(Routes pages)
    {
        var entered = pages.Requires(Permission.Enter);
        entered.Show<FindList>("/find", Find.Do);
        entered.Show<FindPage>("/search", Find.Do);
        entered.Show<QuickAddPage>("/add", QuickAdd.Do);
        entered.Show<DesignPage>("/design", ShowDesign.Do);
        entered.Act("/views", SaveView.Do, (SavedView view) => view.Href).Redraws<SaveViewForm>(SaveView.Again);
        entered.Act("/views/{id:guid}", RenameView.Do, (SavedView view) => view.Href).Redraws<RenameViewForm>(RenameView.Again);
        entered.Act("/views/{id:guid}/removals", RemoveView.Do, (SavedView view) => view.Path);
        entered.Act("/views/{id:guid}/restorations", RestoreView.Do, (SavedView view) => view.Href);
    }
}
