using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
namespace Coxswain.Platform.Tests.Http;

public sealed class SafeHeadersTests
{
    [Theory]
    [InlineData("/", "a page")]
    [InlineData("/accounts/00000000-0000-0000-0000-000000000001", "a record that is not here")]
    [InlineData("/no-such-place", "an address nobody serves")]
    [InlineData("/people", "a place of another role")]
    [InlineData("/api/accounts", "the API")]
    [InlineData("/assets/any/css/look.css", "a file")]
    public async Task Every_answer_carries_the_strict_policy(string url, string what)
    {
        var seller = await (await (await Host.On(Engine.Sqlite)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var answer = await seller.PlainBrowser.GetAsync(url);
        Assert.True(SafeHeaders.Policy == answer.Headers.GetValues("Content-Security-Policy").Single(), what);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public void The_policy_allows_no_inline_code_no_foreign_host_and_no_frame()
    {
        Assert.DoesNotContain("unsafe", SafeHeaders.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SafeHeaders.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", SafeHeaders.Policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", SafeHeaders.Policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", SafeHeaders.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_person_is_kept_in_no_cache()
    {
        var seller = await (await (await Host.On(Engine.Sqlite)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var answer = await seller.PlainBrowser.GetAsync("/accounts");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
