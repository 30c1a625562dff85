using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>Contracts and subscriptions of other systems come in with what they pay, how they end and whether they renew themselves.</summary>
public sealed class ContractImportTests
{
    private const string Accounts = "Account,Owner\nNordwind,Ana Okafor\nSaltmere,Ana Okafor\n";

    [Theory, OnBoth]
    public async Task A_file_of_contracts_brings_terms_notice_and_amounts_and_the_same_file_again_changes_nothing(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var file = ("contracts.csv", "Contract number,Contract name,Account name,Contract start date,Contract term (months),Auto renew,Notice period days,ARR,Setup fee,Status\n"
            + "C-1,Yard planning,Nordwind,2026-01-01,24,yes,90,24000,1500,Activated\nC-2,Gate desk,Saltmere,2026-03-15,12,no,,,,Activated\nC-3,Not signed,Saltmere,2026-03-15,12,no,,900,,Draft\nC-4,Whose,,2026-03-15,12,no,,900,,Activated\n");
        var result = await tenant.ImportAsync(Generated.Folder(("accounts.csv", Accounts), file));
        Assert.Equal("contract", result.Plan.Files.Single(f => f.Name == "contracts.csv").Kind);
        Assert.Contains(result.Remarks, r => r.Refused && r.Reason.Contains("It is a draft", StringComparison.Ordinal));
        var contracts = await ContractsAsync(tenant);
        Assert.Equal(["Gate desk", "Yard planning"], contracts.Select(c => Text(c, "name")).Order());
        var yard = contracts.Single(c => Text(c, "name") == "Yard planning");
        Assert.Equal(("Nordwind", "2026-01-01", "2027-12-31", 24, 90), (Text(yard, "accountName"), Text(yard, "startsOn"), Text(yard, "endsOn"), yard.GetProperty("renewsMonths").GetInt32(), yard.GetProperty("noticeDays").GetInt32()));
        Assert.Equal((24000m, "Year", 1500m), (yard.GetProperty("recurring").GetDecimal(), Text(yard, "every"), yard.GetProperty("oneOff").GetDecimal()));
        var gate = contracts.Single(c => Text(c, "name") == "Gate desk");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null), (gate.GetProperty("recurring").ValueKind, gate.GetProperty("renewsMonths").ValueKind, gate.GetProperty("noticeDays").ValueKind));
        var again = await tenant.ImportAsync(Generated.Folder(file));
        Assert.Equal((0, 0, 2), (again.Created, again.Changed, again.Same));
    }

    [Theory, OnBoth]
    public async Task Subscriptions_by_month_or_quarter_are_known_again_without_a_key_and_a_notice_ends_them(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        const string Head = "Subscription name,Customer,Start date,End date,Recurring amount,Billing frequency,Cancelled on\n";
        await tenant.ImportAsync(Generated.Folder(("accounts.csv", Accounts), ("subscriptions.csv", Head + "Slots,Nordwind,2026-02-01,2027-01-31,450,Monthly,\nScans,Nordwind,2026-02-01,2027-01-31,600,Quarterly,\nOdd,Nordwind,2026-02-01,2027-01-31,10,Whenever,\n")));
        var again = await tenant.ImportAsync(Generated.Folder(("subscriptions.csv", Head + "Slots,Nordwind,2026-02-01,2027-01-31,450,Monthly,2026-06-30\nScans,Nordwind,2026-02-01,2027-01-31,600,Quarterly,\n")));
        Assert.Equal((0, 1, 1), (again.Created, again.Changed, again.Same));
        var contracts = (await ContractsAsync(tenant)).ToDictionary(c => Text(c, "name")!);
        Assert.Equal((("Month", 450m, "2026-06-30"), ("Quarter", 600m, null)), ((Text(contracts["Slots"], "every"), contracts["Slots"].GetProperty("recurring").GetDecimal(), Text(contracts["Slots"], "noticeGivenOn")), (Text(contracts["Scans"], "every"), contracts["Scans"].GetProperty("recurring").GetDecimal(), Text(contracts["Scans"], "noticeGivenOn"))));
    }

    [Theory, OnBoth]
    public async Task Contracts_of_Salesforce_are_known_by_their_columns_and_can_be_taken_back(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(("Account.csv", "Id,Name,OwnerId,BillingCity,ParentId\n001A,Nordwind,,Bremen,\n"),
            ("Contract.csv", "Id,AccountId,ContractNumber,StartDate,EndDate,ContractTerm,Status,OwnerExpirationNotice\n800X,001A,00000100,2026-01-01,2026-12-31,12,Activated,30\n800Y,001A,00000101,2026-05-01,2025-12-31,12,Activated,30\n")));
        Assert.Equal("Salesforce", result.Plan.Files.Single(f => f.Name == "Contract.csv").System);
        Assert.Contains(result.Remarks, r => r.Refused && r.Reason.Contains("It would end before it begins", StringComparison.Ordinal));
        var contract = Assert.Single(await ContractsAsync(tenant));
        Assert.Equal(("00000100", "Nordwind", 30), (Text(contract, "name"), Text(contract, "accountName"), contract.GetProperty("noticeDays").GetInt32()));
        await tenant.WithRunner(r => r.UndoAsync(result.RunId, null, default));
        Assert.Empty(await ContractsAsync(tenant));
    }

    private static async Task<List<JsonElement>> ContractsAsync(TestTenant tenant)
    {
        var leader = await tenant.PersonAsync(Role.Leader, "Ruth Adler");
        return [.. (await leader.Program.GetFromJsonAsync<JsonElement>("/api/contracts?all=1")).GetProperty("rows").EnumerateArray()];
    }

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();
}
