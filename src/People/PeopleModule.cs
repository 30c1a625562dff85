using Coxswain.Platform;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People;

public sealed class PeopleModule : IModule
{
    public void Add(IServiceCollection services) => services.AddSingleton<Visibility.AccessRules>();

    public void Map(Routes pages) { }
}
