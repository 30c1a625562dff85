using Coxswain.Platform;
namespace Coxswain;

/// <summary>All modules of the product, in the order of their references.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All { get; } = [new People.PeopleModule(), new Customers.CustomersModule(), new Funnel.FunnelModule(), new Insight.InsightModule()];
}
