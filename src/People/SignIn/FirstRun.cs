using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>
/// The first administrator of a new installation. Guarded by a token that only the console shows; made with the keys that all processes of
/// the installation share, so that behind a balancer each takes the token of any.
/// </summary>
public sealed class FirstRun(IServiceScopeFactory scopes, IDataProtectionProvider protection)
{
    private bool _isOver;

    /// <summary>What the console prints; nobody else knows it.</summary>
    public string Token => Base64Url.EncodeToString(Protector.Protect([]));

    private IDataProtector Protector => protection.CreateProtector("Coxswain.FirstRun");

    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (_isOver) return false;
        await using var scope = scopes.CreateAsyncScope();
        _isOver = await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Login>().AnyAsync(ct);
        return !_isOver;
    }

    internal bool Knows(string? token)
    {
        if (token is null) return false;
        try { return Protector.Unprotect(Base64Url.DecodeFromChars(token)) is []; }
        catch (Exception e) when (e is FormatException or CryptographicException) { return false; }
    }
}

internal static class ShowFirstRun
{
    public sealed record Input
    {
        public string? Token { get; init; }
    }

    public static async Task<Outcome<FirstRunView>> Do(Input input, FirstRun first, DemoOffer offer, ThisMachine machine, IServiceProvider services, HttpContext http)
    {
        var ct = http.RequestAborted;
        if (!await first.IsOpenAsync(ct)) return Outcome.Missing;
        // What was imported before anyone could sign in is in the currency said then.
        var currency = await Founding.AllAsync(services, ct) is [var waiting, ..] ? waiting.Currency : RegionCurrency();
        return new FirstRunView(input.Token, currency, TimeZoneInfo.Local.Id, CultureInfo.CurrentCulture.Name, offer.Stands && first.Knows(input.Token) && machine.Sends(http));
    }

    private static string RegionCurrency()
    {
        try { return new RegionInfo(CultureInfo.CurrentCulture.Name).ISOCurrencySymbol; }
        catch (ArgumentException) { return "EUR"; }
    }
}

/// <param name="OffersDemo">Whoever asks may have the demo company made: they know the token and sit at the machine.</param>
public sealed record FirstRunView(string? Token, string Currency, string TimeZone, string Culture, bool OffersDemo);

/// <summary>Makes the organisation and its first administrator, and signs them in.</summary>
internal static class Begin
{
    public sealed record Input
    {
        [Required]
        public string? Token { get; init; }

        [Required, StringLength(200)]
        public string? Organisation { get; init; }

        [Required, StringLength(3, MinimumLength = 3)]
        public string? Currency { get; init; }

        [Range(1, 12)]
        public int FiscalStartMonth { get; init; } = 1;

        [Required]
        public string? TimeZone { get; init; }

        [Required, StringLength(200)]
        public string? Name { get; init; }

        [Required, EmailAddress, StringLength(320)]
        public string? Email { get; init; }

        [Required, StringLength(500)]
        public string? Password { get; init; }
    }

    public static async Task<Outcome<SignedIn>> Do(Input input, FirstRun first, IServiceProvider services, HttpContext http, CancellationToken ct)
    {
        if (!await first.IsOpenAsync(ct)) return Outcome.Missing;
        if (!first.Knows(input.Token)) return Outcome.Invalid(nameof(input.Token), T("This is not the token the console shows."));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone!, out _)) return Outcome.Invalid(nameof(input.TimeZone), T("No such time zone: write it like Europe/Berlin."));

        // What a command imported before anyone could sign in waits for its first administrator.
        var tenant = await Founding.AllAsync(services, ct) is [var waiting, ..] ? waiting.Id : await Founding.FoundAsync(services, New(input, services), ct);
        var made = await Founding.AdmitAsync(services, tenant, input.Name!, input.Email!, input.Password!, Role.Admin, ct);
        if (made.Problems is { Any: true } problems) return Outcome.Invalid(problems);
        await SettingsAsync(services, tenant, input, ct);
        await services.GetRequiredService<SessionCookie>().BeginAsync(http, made.Login!, ct);
        return new SignedIn("/import");
    }

    private static Tenant New(Input input, IServiceProvider services) =>
        new() { Name = input.Organisation!, Currency = input.Currency!.ToUpperInvariant(), MadeAt = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime };

    private static async Task SettingsAsync(IServiceProvider services, int id, Input input, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(id));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == id, ct);
        (tenant.Name, tenant.Currency, tenant.TimeZone, tenant.FiscalStartMonth, tenant.Culture) = (input.Organisation!, input.Currency!.ToUpperInvariant(), input.TimeZone!, input.FiscalStartMonth, CultureInfo.CurrentCulture.Name);
        // Nobody showed the first administrator what is computed: the next sign-in does.
        foreach (var person in await db.People.Where(p => p.LoginId != null).ToListAsync(ct)) person.ToldAt = null;
        await db.SaveChangesAsync(ct);
    }
}
