using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.Funnel;

public sealed class FunnelModule : IModule
{
    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Kinds.Opportunity, Permission.SeeFunnel, Permission.EditFunnel)];

    public void Map(Routes pages) { }
}
