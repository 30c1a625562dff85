using System.Net;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>A deal with an account and three people there, to be planned.</summary>
internal sealed record Planned(Sales Sales, Opportunity Deal, Account Account, Contact Petra, Contact Okan, Contact Femke)
{
    public string Url => $"/opportunities/{Deal.Id}";

    public string Plan => Url + "/plan";

    public HttpClient Ana => Sales.Ana.PlainBrowser;

    public static async Task<Planned> OnAsync(Engine engine, long? amount = 184_000_00) => await InAsync(await Sales.OnAsync(engine), amount);

    public static async Task<Planned> InAsync(Sales sales, long? amount = 184_000_00)
    {
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        var away = new Account { Name = "Harbour board", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account, away);
        Contact Of(string name, string title, Account at) => new() { Name = name, Title = title, Email = $"{name.Split(' ')[^1].ToLowerInvariant()}@{(at == account ? "nordwind" : "harbour")}.example", OwnerId = sales.Ana.Id, AccountId = at.Id };
        var (petra, okan, femke) = (Of("Petra Brandt", "Head of operations", account), Of("Okan Yildiz", "IT architecture", account), Of("Femke Boer", "Harbour master", away));
        await sales.Ana.Tenant.SaveAsync(petra, okan, femke);
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Amount = amount, Currency = "EUR", StageSince = new DateTime(2026, 7, 2, 8, 0, 0, DateTimeKind.Utc) };
        await sales.Ana.Tenant.SaveAsync(deal);
        return new Planned(sales, deal, account, petra, okan, femke);
    }

    public Task<HttpResponseMessage> BeginAsync(params (string, string)[] answers) => Ana.PostFormAsync(Plan, answers);

    /// <summary>Gives a contact of the account a part, and says where they stand on the map.</summary>
    public async Task<Guid> NameAsync(Contact contact, string part)
    {
        var answer = await Ana.PostFormAsync(Plan + "/people", ("Contact", $"{contact.Id}"), ("Part", part));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split("person=")[1].Split('#', '&')[0]);
    }

    public Task<HttpResponseMessage> JudgeAsync(string field, Guid? person, params (string, string)[] rest) => Ana.PostFormAsync(Plan + "/judgements", [("Field", field), .. person is { } id ? [("Person", $"{id}")] : Array.Empty<(string, string)>(), .. rest]);

    public async Task SayAsync(string field, Guid? person, params (string, string)[] rest)
    {
        var answer = await JudgeAsync(field, person, rest);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, $"{field}: {(int)answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}");
    }

    /// <summary>What a refused form says.</summary>
    public static async Task RefusedAsync(HttpResponseMessage answer, string said)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public DateOnly Today => DateOnly.FromDateTime(Sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
}
