using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Web.Assistants;

/// <summary>Tools for assistants at <c>/mcp</c>, over the Model Context Protocol; off until an administrator switches them on.</summary>
internal static class AssistantEndpoint
{
    private const string Path = "/mcp";

    public static void AddAssistants(this IServiceCollection services) =>
        services.AddMcpServer(o => o.ServerInfo = new() { Name = "Coxswain", Version = "1" }).WithHttpTransport(o => o.Stateless = true).WithTools<AssistantTools>();

    public static void MapAssistants(this WebApplication app) => app.MapMcp(Path).WithMetadata(new Requirement(Permission.UseApi));

    /// <summary>Stands behind the gatekeeper.</summary>
    public static void UseAssistantSwitch(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(Path) || (await http.RequestServices.GetRequiredService<AppDb>().TenantAsync(http.RequestAborted)).OffersTools) await next(http);
        else await new Refused(StatusCodes.Status403Forbidden, T("Tools for assistants are switched off. An administrator can switch them on under Settings, Programs and API.")).ExecuteAsync(http);
    });
}
