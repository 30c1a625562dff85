using System.Reflection;
using Coxswain.Platform;
using Coxswain.Testing;
namespace Coxswain.Architecture.Tests;

/// <summary>A module is used through its root namespace only, and references form a tree.</summary>
public sealed class BoundaryTests
{
    private static readonly string[] Order = ["Platform", "People", "Customers", "Funnel", "Insight"];

    [Fact]
    public void References_go_down_the_tree_only()
    {
        var upward = Modules.All.Select(m => m.GetType().Assembly)
            .SelectMany(a => a.GetReferencedAssemblies().Select(r => (From: Short(a.GetName()), To: Short(r))))
            .Where(r => Order.Contains(r.To) && Array.IndexOf(Order, r.To) > Array.IndexOf(Order, r.From));
        Assert.Empty(upward);
    }

    [Fact]
    public void What_a_module_shows_to_others_stands_in_its_root_namespace()
    {
        // Components and the models they draw have to be public for the framework; acts stay internal.
        var shown = Modules.All.SelectMany(m => m.GetType().Assembly.GetExportedTypes())
            .Where(t => t.Namespace?.Count(c => c == '.') > 1 && IsAct(t)).Select(t => t.FullName);
        Assert.Empty(shown.Except(["Coxswain.Insight.Briefing.ReadBrief", "Coxswain.Insight.Reports.ReadReport"]));
    }

    private static bool IsAct(Type type) => type is { IsAbstract: true, IsSealed: true } && type.GetMethod("Do", BindingFlags.Public | BindingFlags.Static) is not null;

    private static string Short(AssemblyName name) => name.Name!.Replace("Coxswain.", "", StringComparison.Ordinal);
}
