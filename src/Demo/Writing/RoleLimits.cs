using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company decided of its roles beyond what is usual.</summary>
internal static class RoleLimits
{
    public static IEnumerable<Entity> Rows =>
    [
        new RoleRule { Role = Role.Support, Kind = Customers.Kinds.Lead, See = Extent.Own, Change = Extent.Own },
        new FieldRule { Role = Role.Support, Kind = Customers.Kinds.Account, Field = "Revenue", Left = AccessLevel.Read },
        new FieldRule { Role = Role.Support, Kind = Customers.Kinds.Account, Field = "RevenueCurrency", Left = AccessLevel.Read },
        new FieldRule { Role = Role.Trainer, Kind = Funnel.Kinds.Opportunity, Field = "Amount", Left = null },
        new FieldRule { Role = Role.Trainer, Kind = Funnel.Kinds.OpportunityLine, Field = "UnitPrice", Left = null },
    ];
}
