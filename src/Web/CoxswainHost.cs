using Coxswain.People.SignIn;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
namespace Coxswain.Web;

/// <summary>Puts the web application together: the same for <c>cox serve</c>, the demo and the tests.</summary>
public static class CoxswainHost
{
    public static WebApplication Build(WebApplicationBuilder builder, Database database)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddPlatform(database, Modules.All);
        builder.Services.AddApiDescription();
        builder.Services.AddJobService();
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseSameOrigin();
        app.UseIdentification();
        app.UseLocalisation();
        app.UseFirstRun();
        app.UseGatekeeper();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var pages = Routes.Pages(app);
        PlatformPages.Map(pages);
        app.MapOpenApi("/api/openapi.json").WithMetadata(new Requirement(Permission.UseApi));
        var api = Routes.Api(app.MapGroup("/api"));
        PlatformPages.MapApi(api);
        foreach (var module in Modules.All)
        {
            module.Map(pages);
            module.MapApi(api);
        }
    }
}
