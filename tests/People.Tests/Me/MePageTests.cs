using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Me;

public sealed class MePageTests
{
    [Theory, OnBoth]
    public async Task A_key_opens_the_api_as_its_owner_until_it_is_revoked_and_nothing_else(Engine engine)
    {
        var (ana, _, _) = await SignedInAsync(engine);
        var key = Regex.Match(await (await ana.PostFormAsync("/me/keys", ("Name", "Nightly export"))).Content.ReadAsStringAsync(), "cox_[0-9]+_[0-9a-f]+").Value;
        var program = (await Host.On(engine)).Server.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("/me")).StatusCode);

        var id = Regex.Match(await ana.PageAsync("/me"), "/me/keys/([0-9a-f-]+)/revoke").Groups[1].Value;
        await ana.PostFormAsync($"/me/keys/{id}/revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/metrics")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_second_factor_is_asked_for_and_a_recovery_code_works_once(Engine engine)
    {
        var (ana, email, password) = await SignedInAsync(engine);
        var key = Regex.Match(await ana.PageAsync("/me/second-factor"), "<p class=\"quiet\">([A-Z2-7]{32})</p>").Groups[1].Value;
        var wrong = await ana.PostFormAsync("/me/second-factor", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var on = await (await ana.PostFormAsync("/me/second-factor", ("Code", Totp(key)))).Content.ReadAsStringAsync();
        var codes = Regex.Matches(on, "<code>([^<]+)</code>").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);

        var without = await (await Anyone(engine)).PostFormAsync("/sign-in", ("Email", email), ("Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Task<HttpResponseMessage> With(string code) => SignInAsync(engine, email, password, code);
        Assert.Equal(HttpStatusCode.SeeOther, (await With(codes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await With(codes[0])).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Other_browsers_are_listed_in_plain_words_and_signed_out_from_here(Engine engine)
    {
        var (ana, email, password) = await SignedInAsync(engine);
        var phone = await Anyone(engine);
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1");
        var signedIn = await phone.PostFormAsync("/sign-in", ("Email", email), ("Password", password));
        phone.DefaultRequestHeaders.Add("Cookie", Cookie(signedIn));
        Assert.Contains("Safari on iPhone", await ana.PageAsync("/me"));
        await ana.PostFormAsync("/me/sessions/end");
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync("/me")).StatusCode);
    }

    private static async Task<(HttpClient, string Email, string Password)> SignedInAsync(Engine engine)
    {
        const string password = "drei Ruder und ein Lied";
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana");
        var email = $"{Guid.NewGuid():N}@example.com";
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", "Ana"), ("Email", email), ("Role", "Seller"));
        var id = await admin.InDb(db => db.People.Where(p => p.Name == "Ana").Select(p => p.Id).SingleAsync());
        var link = Regex.Match(await (await admin.PlainBrowser.PostFormAsync($"/people/{id}/invitations")).Content.ReadAsStringAsync(), "/invitations/[0-9a-f-]+").Value;
        var client = await Anyone(engine);
        client.DefaultRequestHeaders.Add("Cookie", Cookie(await client.PostFormAsync(link, ("Password", password))));
        return (client, email, password);
    }

    private static async Task<HttpResponseMessage> SignInAsync(Engine engine, string email, string password, string code) =>
        await (await Anyone(engine)).PostFormAsync("/sign-in", ("Email", email), ("Password", password), ("Code", code));

    private static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name)).Split(';')[0];

    private static async Task<HttpClient> Anyone(Engine engine)
    {
        var client = (await Host.On(engine)).Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>RFC 6238 with the secret in base 32, as an authenticator computes it.</summary>
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30));
#pragma warning disable CA5350 // the algorithm of RFC 6238
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return (((hash[at] & 0x7F) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000).ToString("D6");
    }
}
