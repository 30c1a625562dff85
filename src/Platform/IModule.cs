using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Search;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform;

/// <summary>One per module: the host calls it, and its assembly is where the module's tables and texts are found.</summary>
public interface IModule
{
    /// <summary>Registers what the module gives to others through Platform's contracts.</summary>
    void Add(IServiceCollection services) { }

    /// <summary>The module's places in the navigation.</summary>
    IReadOnlyList<NavigationPlace> Places => [];

    /// <summary>The kinds of records that are found by their words.</summary>
    IReadOnlyList<SearchKind> SearchKinds => [];

    /// <summary>The kinds of rows of this module that belong to people.</summary>
    IReadOnlyList<OwnedKind> OwnedKinds => [];

    /// <summary>The kinds of records that can have fields of the organisation's own.</summary>
    IReadOnlyList<CustomFields.CustomKind> CustomKinds => [];

    /// <summary>The module's pages, each URL one line.</summary>
    void Map(Routes pages);

    /// <summary>The module's JSON API, over the same acts.</summary>
    void MapApi(Routes api) { }
}
