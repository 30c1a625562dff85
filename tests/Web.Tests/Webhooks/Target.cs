using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Web.Tests.Webhooks;

/// <summary>Another program on this machine that is told something over a real line, and behaves as told.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Target(WebApplication app) => _app = app;

    public ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body)> Got { get; } = new();

    /// <summary>What it answers with; 0 does not answer until it is let go.</summary>
    public int Status { get; set; } = 200;

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<Target> StartAsync(int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var target = new Target(app) { Status = status };
        app.Run(target.TakeAsync);
        await app.StartAsync();
        return target;
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Got.Enqueue((new HeaderDictionary(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value)), body.ToArray()));
        if (Status == 0) await _letGo.Task;
        http.Response.StatusCode = Status == 0 ? 200 : Status;
        if (Status is 302) http.Response.Headers.Location = Url + "/elsewhere";
    }

    public async ValueTask DisposeAsync()
    {
        _letGo.TrySetResult();
        await _app.DisposeAsync();
    }
}
