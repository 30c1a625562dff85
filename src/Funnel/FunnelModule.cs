using Coxswain.Funnel.Opportunities;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel;

public sealed class FunnelModule : IModule
{
    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Kinds.Opportunity, Permission.SeeFunnel, Permission.EditFunnel)];

    public void Add(IServiceCollection services) => services.AddSingleton<IFollower, OpportunityStates>();

    public void Map(Routes pages) { }
}
