using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.SignIn;

/// <summary>Leads every page of an installation without anyone to sign in to its first run.</summary>
public static class FirstRunGate
{
    public static void UseFirstRun(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var first = http.RequestServices.GetRequiredService<FirstRun>();
        var leads = http.Request.Path == "/sign-in" && HttpMethods.IsGet(http.Request.Method) && await first.IsOpenAsync(http.RequestAborted);
        if (leads) http.Response.Redirect("/first-run");
        else await next(http);
    });
}
