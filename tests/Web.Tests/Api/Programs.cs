using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

/// <summary>Programs as tests send them: with a key, as JSON.</summary>
internal static partial class Programs
{
    /// <summary>A program with a key that a person makes for themselves on their page.</summary>
    public static async Task<HttpClient> WithKeyAsync(TestViewer person, params (string Name, string Value)[] more)
    {
        var page = await (await person.PlainBrowser.PostFormAsync("/me/keys", [("Name", "Loader"), .. more])).Content.ReadAsStringAsync();
        return With(person.Tenant.Host, Key().Match(page).Value);
    }

    public static HttpClient With(Host host, string key)
    {
        var client = host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public static async Task<JsonNode> GetAsync(HttpClient client, string url) => JsonNode.Parse(await client.GetStringAsync(url))!;

    public static async Task<(int Status, JsonNode? Body)> SendAsync(HttpClient client, string verb, string url, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), url) { Content = JsonContent.Create(body ?? new object()) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    [GeneratedRegex("cox_[0-9]+_[0-9a-f]{48}")]
    public static partial Regex Key();
}
