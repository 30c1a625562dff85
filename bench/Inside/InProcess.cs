using Coxswain.Demo;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
using Coxswain.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Bench;

/// <summary>The product inside the bench itself, with a small company to be filled up.</summary>
internal static class InProcess
{
    /// <param name="place">An empty folder, or a PostgreSQL connection to an empty database.</param>
    /// <param name="builder">What the bench wants of the server.</param>
    public static async Task<(Database Database, WebApplication App)> BuildAsync(string place, WebApplicationBuilder builder)
    {
        var database = place.Contains('=', StringComparison.Ordinal) ? Database.OnPostgres(place) : Database.InFolder(place);
        var app = CoxswainHost.Build(builder, database);
        await using var first = app.Services.CreateAsyncScope();
        await first.ServiceProvider.GetRequiredService<Upgrade>().DoAsync(default);
        return (database, app);
    }

    public static Task<MadeCompany> CompanyAsync(WebApplication app) =>
        DemoCompany.CreateAsync(app.Services, new CompanyPlan { Until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) }.With(150), default);
}
