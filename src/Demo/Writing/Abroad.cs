using Coxswain.Customers.Accounts;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
namespace Coxswain.Demo.Writing;

/// <summary>British customers of the invented company buy in pounds. The rate stays, so that what is planted in euros is found in euros, to the cent.</summary>
internal static class Abroad
{
    public const string Pound = "GBP";

    // Four pounds are five euros: what is whole in one is whole in hundredths of the other.
    private const long Pounds = 4, Euros = 5;

    public static string CurrencyOf(Account account) => account.Country is "GB" ? Pound : DemoCompany.Currency;

    public static long In(string currency, long cents) => currency is Pound ? cents * Pounds / Euros : cents;

    public static ExchangeRate Rate(CompanyPlan plan) => new() { Id = new Chance(plan.Seed, -58).Key(plan.Morning(plan.Began)), Currency = Pound, On = plan.Began.AddDays(-1), Rate = (double)Euros / Pounds };
}
