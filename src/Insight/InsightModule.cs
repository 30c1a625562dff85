using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.Insight;

public sealed class InsightModule : IModule
{
    /// <summary>Figures about a person: seen by that person and their line, changed by nobody.</summary>
    public const string Figures = "figures";

    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Figures, Permission.Enter, Permission.Enter, Scope.Line)];

    public void Map(Routes pages) { }
}
