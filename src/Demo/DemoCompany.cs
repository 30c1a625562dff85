using Coxswain.People;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo;

/// <summary>An invented company: the same people, customers and deals for the same seed and day, with the truth planted in them on record.</summary>
public static class DemoCompany
{
    public const string Name = "Halma Werke";

    /// <param name="services">The application's services, on a migrated database.</param>
    /// <param name="until">The last day anything happens on.</param>
    /// <param name="seed">Decides all that is left to chance.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How to enter, and what is true of the company.</returns>
    public static async Task<MadeCompany> CreateAsync(IServiceProvider services, DateOnly until, int seed, CancellationToken ct)
    {
        var began = until.AddYears(-DemoDeals.Years);
        var tenant = new Tenant { Name = Name, Currency = "EUR", MadeAt = began.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) };
        var id = await Founding.FoundAsync(services, tenant, ct);
        var chance = new Chance(seed);
        var staff = await DemoStaff.HireAsync(services, id, began, ct);

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(id));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var customers = DemoCustomers.Make(staff.Sellers, chance);
        var deals = await DemoDeals.MakeAsync(db, staff.Sellers, customers, until, chance, ct);
        await db.InsertManyAsync([.. customers.Rows, .. deals.Rows], ct);
        return new MadeCompany(id, staff.Entries, deals.Truth);
    }
}

/// <summary>The demo company as it was made.</summary>
/// <param name="TenantId">Its organisation.</param>
/// <param name="Entries">Who can sign in.</param>
/// <param name="Truth">What a good reader of its figures must find.</param>
public sealed record MadeCompany(int TenantId, IReadOnlyList<Entry> Entries, PlantedTruth Truth);

/// <summary>A person of the demo who can sign in.</summary>
public sealed record Entry(Role Role, string Name, string Email, string Password);

/// <summary>What was planted, so that figures can be checked against it.</summary>
/// <param name="WeakSeller">Wins less than the others, whatever the customer.</param>
/// <param name="WeakWinRate">Wins of all deals this person closes, in the long run.</param>
/// <param name="UsualWinRate">The same of everyone else.</param>
public sealed record PlantedTruth(string WeakSeller, double WeakWinRate, double UsualWinRate);
