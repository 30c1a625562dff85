namespace Coxswain.Testing;

/// <summary>Posts as a form does.</summary>
public static class Forms
{
    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string url, params (string Name, string Value)[] fields) =>
        client.PostAsync(url, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public static async Task<string> PageAsync(this HttpClient client, string url)
    {
        var answer = await client.GetAsync(url);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}: {text}");
    }
}
