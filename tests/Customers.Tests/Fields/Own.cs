using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Fields;

/// <summary>An organisation that adds fields of its own to accounts.</summary>
internal sealed record Own(TestViewer Leader)
{
    public static async Task<Own> OnAsync(Engine engine) => new(await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Lena Vogt"));

    public async Task<Guid> FieldAsync(string label, string type, string? options = null, string? link = null, string? formula = null)
    {
        var answer = await Leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label, type, options, linkKind = link, formula });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<string> RefusedAsync(string label, string type, string formula)
    {
        var answer = await Leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label, type, formula });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<Guid> AccountAsync(string name, object custom)
    {
        var answer = await Leader.Program.PostAsJsonAsync("/api/accounts", new { name, custom });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public Task<JsonElement> ReadAsync(Guid account) => Leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}");

    public async Task<IEnumerable<string?>> NamesAsync(string query) => (await Leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts" + query)).GetProperty("rows").EnumerateArray().Select(a => a.GetProperty("name").GetString());
}
