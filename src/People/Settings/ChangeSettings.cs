using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Settings;

/// <summary>Changes what everything counts by. Nothing stored is rewritten: figures are read anew by the new settings.</summary>
internal static class ChangeSettings
{
    public sealed record Input
    {
        [Required, StringLength(200)]
        public string? Name { get; init; }

        [Required, StringLength(3, MinimumLength = 3)]
        public string? Currency { get; init; }

        /// <summary>Rates were to the old currency; with a new one they go.</summary>
        public bool RatesMayGo { get; init; }

        [Required]
        public string? TimeZone { get; init; }

        /// <summary>Empty for what the browser of each asks for.</summary>
        public string Culture { get; init; } = "";

        [Range(1, 12)]
        public int FiscalStartMonth { get; init; } = 1;
        public QuarterPattern QuarterPattern { get; init; }
        public YearStart YearStart { get; init; }
        public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

        /// <summary>Room for the files on records; as it is, where nobody says.</summary>
        [Range(1, 100_000_000)]
        public int? FileRoomMegabytes { get; init; }
    }

    public static async Task<Outcome<SettingsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var rates = tenant.Currency == Currencies.Clean(input.Currency) ? [] : await db.Rows<ExchangeRate>().ToListAsync(ct);
        if (Wrong(input, rates.Count) is { Any: true } problems) return Outcome.Invalid(problems);

        var changes = Changes(tenant, input);
        (tenant.Name, tenant.Currency, tenant.TimeZone, tenant.Culture) = (input.Name!, Currencies.Clean(input.Currency)!, input.TimeZone!, input.Culture);
        (tenant.FiscalStartMonth, tenant.QuarterPattern, tenant.YearStart, tenant.WeekStart) = (input.FiscalStartMonth, input.QuarterPattern, input.YearStart, input.WeekStart);
        tenant.FileRoomMegabytes = input.FileRoomMegabytes ?? tenant.FileRoomMegabytes;
        db.RemoveRange(rates);
        foreach (var change in changes) db.Happened("organisation", Guid.Empty, change);
        await db.SaveChangesAsync(ct);
        return (await ShowSettings.Do(db, clock, ct)).Saying(T("Saved."));
    }

    private static Problems Wrong(Input input, int rates) => new Problems()
        .AddIf(Currencies.Clean(input.Currency) is null, nameof(input.Currency), T("A currency is three letters, like EUR."))
        .AddIf(rates > 0 && !input.RatesMayGo, nameof(input.RatesMayGo), N(rates, "One exchange rate is to the old currency. Say that it may go, and enter it anew.", "{0} exchange rates are to the old currency. Say that they may go, and enter them anew."))
        .AddIf(!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone!, out _), nameof(input.TimeZone), T("No such time zone: write it like Europe/Berlin."))
        .AddIf(input.Culture is not "" && Localisation.Known(input.Culture) is null, nameof(input.Culture), T("This language is not known here."));

    private static List<SettingChanged> Changes(Tenant tenant, Input input) =>
    [
        .. new SettingChanged[]
        {
            new(nameof(input.Name), tenant.Name, input.Name!), new(nameof(input.Currency), tenant.Currency, Currencies.Clean(input.Currency)!),
            new(nameof(input.TimeZone), tenant.TimeZone, input.TimeZone!), new(nameof(input.Culture), tenant.Culture, input.Culture),
            new(nameof(input.FileRoomMegabytes), $"{tenant.FileRoomMegabytes}", $"{input.FileRoomMegabytes ?? tenant.FileRoomMegabytes}"),
            new(nameof(input.FiscalStartMonth), $"{tenant.FiscalStartMonth}", $"{input.FiscalStartMonth}"), new(nameof(input.QuarterPattern), $"{tenant.QuarterPattern}", $"{input.QuarterPattern}"),
            new(nameof(input.YearStart), $"{tenant.YearStart}", $"{input.YearStart}"), new(nameof(input.WeekStart), $"{tenant.WeekStart}", $"{input.WeekStart}"),
        }.Where(c => c.Before != c.After),
    ];
}

/// <summary>A setting of the organisation changed.</summary>
internal sealed record SettingChanged(string Setting, string Before, string After) : News("organisation.changed");
