using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Copies;

/// <summary>What is closed from everybody is so in a copy, too.</summary>
public sealed class PrivateInCopyTests
{
    private const string Secret = "Zweiundachtzig Jetties";

    [Theory, OnBoth]
    public async Task A_copy_holds_neither_where_we_walk_away_nor_the_key_that_opens_it(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var tenant = await (await place.ServeAsync()).TenantAsync();
        var (ana, admin) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor"), await tenant.PersonAsync(Role.Admin, "Zoe Adler"));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/stages", new { name = "Talks", category = "Pipeline" })).IsSuccessStatusCode);
        var made = await ana.Program.PostAsJsonAsync("/api/opportunities", new { name = "Yard planning" });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var deal = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
        Assert.True((await ana.Program.PostAsJsonAsync($"/api/opportunities/{deal}/walk-away", new { floor = 76_543, conditions = Secret })).IsSuccessStatusCode);
        Assert.Contains(Secret, await ana.PlainBrowser.GetStringAsync($"/opportunities/{deal}/negotiation"), StringComparison.Ordinal);
        var key = await File.ReadAllBytesAsync(Path.Combine(place.Folder, "private.key"));
        Assert.True(key.Length >= 32);
        using var copy = ZipFile.OpenRead(await place.BackupAsync());
        Assert.DoesNotContain(copy.Entries, e => e.Name.Contains("private", StringComparison.OrdinalIgnoreCase));
        var tellsThatOneWasSaid = false;
        foreach (var entry in copy.Entries)
        {
            using var held = new MemoryStream();
            await using (var part = await entry.OpenAsync()) await part.CopyToAsync(held);
            var bytes = held.ToArray();
            Assert.True(bytes.AsSpan().IndexOf(key) < 0, $"{entry.FullName} holds the key");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0, $"{entry.FullName} tells it");
            tellsThatOneWasSaid |= bytes.AsSpan().IndexOf("walk-away.created"u8) >= 0;
        }
        Assert.True(tellsThatOneWasSaid);
    }
}
