using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Sending;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Api;

/// <summary>An answer that holds what is kept nowhere: asked for again with the same key, it is not told again.</summary>
public interface IToldOnce;

/// <summary>Does what carries an <c>Idempotency-Key</c> once: that it was done is saved with what it changes, and sent again it is answered as it was.</summary>
internal sealed class ApiOnce
{
    private readonly HttpContext _http;
    private readonly Guid _id;
    private readonly byte[] _said;

    private ApiOnce(HttpContext http, Guid id, byte[] said) => (_http, _id, _said) = (http, id, said);

    private AppDb Db => _http.RequestServices.GetRequiredService<AppDb>();

    private SecretKeeper Secrets => _http.RequestServices.GetRequiredService<SecretKeeper>();

    /// <summary>Null for a request without a key. Reads the body, which is then read again by the act.</summary>
    public static async Task<ApiOnce?> OfAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || http.Request.HasFormContentType || http.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key) return null;
        http.Request.EnableBuffering();
        var body = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        var actor = http.RequestServices.GetRequiredService<CurrentViewer>().Value.PersonId;
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"api\0{actor}\0{key}"));
        return new ApiOnce(http, new Guid(id.AsSpan(0, 16)), SHA256.HashData([.. Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\0"), .. body]));
    }

    /// <summary>The answer it had before; null where it was not done.</summary>
    public async Task<IResult?> BeforeAsync()
    {
        if (await Db.Rows<TakenAct>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == _id, _http.RequestAborted) is not { } taken) return null;
        if (taken.Said is null || !taken.Said.SequenceEqual(_said)) return Results.Problem(statusCode: 422, detail: T("This key was sent before with something else. A new act takes a new key."));
        if (Secrets.Open(taken.Answer) is not { } answer) return Results.Problem(statusCode: 409, detail: T("This was done on {0}; its answer is no longer kept.", taken.TakenAt.ToString("u")));
        _http.Response.Headers["Idempotent-Replayed"] = "true";
        return Results.Content(answer, "application/json", Encoding.UTF8, taken.Status);
    }

    /// <inheritdoc cref="BeforeAsync"/>
    public async Task<IResult?> MeanwhileAsync()
    {
        await using var scope = FreshScope.Of(_http);
        return await BeforeAsync();
    }

    /// <summary>Saves with the act that it was done.</summary>
    public Task<int> TakeAsync(object? view, int status)
    {
        var now = Db.Clock.GetUtcNow().UtcDateTime;
        var taken = new TakenAct { Id = _id, PersonId = Db.Viewer.PersonId, OccurredAt = now, TakenAt = now, Said = _said, Status = status };
        if (view is not IToldOnce) taken.Answered(Secrets.Close(JsonSerializer.Serialize(view, ApiJson.Out)));
        Db.Add(taken);
        return Db.SaveChangesAsync(_http.RequestAborted);
    }
}
