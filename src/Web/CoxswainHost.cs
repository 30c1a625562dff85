using System.IO.Compression;
using Coxswain.People.SignIn;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Web.Assistants;
using Microsoft.AspNetCore.ResponseCompression;
namespace Coxswain.Web;

/// <summary>Puts the web application together: the same for <c>cox serve</c>, the demo and the tests.</summary>
public static class CoxswainHost
{
    public static WebApplication Build(WebApplicationBuilder builder, Database database)
    {
        // Addresses hold one-time codes and statements hold what people typed: neither is for a log, whatever level somebody sets for the rest.
        // A failed statement is told by whoever meets it, once.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical).AddFilter("Npgsql", LogLevel.Critical);
        builder.AddTelemetry();
        builder.Services.AddRazorComponents();
        builder.Services.AddPlatform(database, Modules.All);
        builder.Services.AddApiDescription();
        builder.Services.AddAssistants();
        builder.Services.AddSmallAnswers();
        var files = AssetFiles.Read(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        builder.Services.AddSingleton(new Assets(files.Url));
        builder.Services.AddJobService();
        var app = builder.Build();
        // Half a second of the start, were it done there.
        app.Lifetime.ApplicationStarted.Register(() => _ = files.PressAsync());
        // With the last connection the log of writes goes into the file.
        app.Lifetime.ApplicationStopped.Register(database.LetGo);
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UseHealth();
        app.UseFaults();
        app.Use(files.ServeAsync);
        app.UseResponseCompression();
        app.UseApiVersion();
        app.UseRouting();
        app.UseSameOrigin();
        app.UseIdentification();
        app.UseLocalisation();
        app.UseFirstRun();
        app.UseApiPace();
        app.UseGatekeeper();
        app.UseAssistantSwitch();
        Map(app);
        return app;
    }

    // Pages hold no secret beside what a stranger could make them echo (no form tokens), so compressing them over HTTPS gives nothing away.
    private static void AddSmallAnswers(this IServiceCollection services) => services
        .AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add(new Pressed());
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/csv", "image/svg+xml"];
        });

    // A page of fifty rows is pressed in a third of the time that the usual quality of 4 takes, and is one part in fifteen larger.
    private sealed class Pressed : ICompressionProvider
    {
        private static readonly BrotliCompressionOptions Quick = new() { Quality = 2 };

        public string EncodingName => "br";
        public bool SupportsFlush => true;
        public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Quick, leaveOpen: true);
    }

    private static void Map(WebApplication app)
    {
        var pages = Routes.Pages(app);
        PlatformPages.Map(pages);
        app.MapGet(ApiAddress.Description, (ApiBook book) => book.AnswerAsync()).WithMetadata(new Requirement(Permission.UseApi));
        app.MapAssistants();
        var api = Routes.Api(app.MapGroup(ApiAddress.Root));
        app.MapFallback("/api/{**rest}", Refused.NoSuchAddress).WithMetadata(new Requirement(Permission.UseApi));
        PlatformPages.MapApi(api);
        foreach (var module in Modules.All)
        {
            module.Map(pages);
            module.MapApi(api);
        }
    }
}
