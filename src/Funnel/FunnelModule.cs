using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel;

public sealed class FunnelModule : IModule
{
    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Kinds.Opportunity, Permission.SeeFunnel, Permission.EditFunnel)];

    public void Add(IServiceCollection services) => services.AddSingleton<IFollower, OpportunityStates>().AddSingleton<INewTenant, NewTenantStages>();

    public void Map(Routes pages) { }
}
