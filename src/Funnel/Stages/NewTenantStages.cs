using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
namespace Coxswain.Funnel.Stages;

/// <summary>Gives a new organisation the default process.</summary>
internal sealed class NewTenantStages : INewTenant
{
    public void Prepare(AppDb db, Tenant tenant) => db.AddRange(DefaultStages.Make());
}
