using System.Net;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Disagreement;

/// <summary>Ana is at odds with Sia; nobody else knows.</summary>
internal sealed record Odds(Sales Sales, TestViewer Sia, Guid Sheet)
{
    /// <summary>In nothing else.</summary>
    public const string Issue = "Wer zuerst an die Jetties darf", Gesture = "Ein Wort zur Regatta", Answer = "Lachte vom Dreimaster her";

    public TestViewer Ana => Sales.Ana;

    public string Url => $"/disagreements/{Sheet}";

    public static async Task<Odds> OnAsync(Engine engine, params (string, string)[] more)
    {
        var sales = await Sales.OnAsync(engine);
        var sia = await sales.Ana.Tenant.PersonAsync(Role.Support, "Sia Malik");
        var answer = await sales.Ana.PlainBrowser.PostFormAsync("/disagreements", [("Issue", Issue), ("PersonId", $"{sia.Id}"), .. more]);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return new(sales, sia, Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]));
    }

    public Task<HttpResponseMessage> PostAsync(string to, params (string, string)[] fields) => Ana.PlainBrowser.PostFormAsync(to.Length == 0 ? Url : $"{Url}/{to}", fields);

    /// <summary>Posts what is wrong and reads what is said of it.</summary>
    public async Task<string> RefusedAsync(string to, params (string, string)[] fields)
    {
        var answer = await PostAsync(to, fields);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> ReadAsync(TestViewer? who = null) => JsonDocument.Parse(await (who ?? Ana).Program.PageAsync($"/api{Url}")).RootElement;

    /// <summary>Makes a gesture and says how it was met.</summary>
    public async Task MadeAsync(string rung, string? response, string on = "2026-07-01", string? responded = null)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync("gestures", ("Rung", rung), ("Text", Gesture), ("On", on))).StatusCode);
        if (response is null) return;
        var made = (await ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync($"gestures/{made}/responses", ("Response", response), ("RespondedOn", responded ?? on), ("Note", Answer))).StatusCode);
    }
}
