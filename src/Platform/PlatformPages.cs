using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Search;
namespace Coxswain.Platform;

/// <summary>The few pages that belong to no module.</summary>
public static class PlatformPages
{
    public static void Map(Routes pages)
    {
        var entered = pages.Requires(Permission.Enter);
        entered.Show<FindList>("/find", Find.Do);
        entered.Show<FindPage>("/search", Find.Do);
    }
}
