using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tenants;

/// <summary>What a module gives a new organisation to start with: default stages, for instance.</summary>
public interface INewTenant
{
    /// <summary>Adds the rows; the caller saves.</summary>
    void Prepare(AppDb db, Tenant tenant);
}
