using System.Text.RegularExpressions;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>What is asked again for every batch is found by an index: whoever goes through all rows then takes longer with each row that is there.</summary>
public sealed partial class BatchCostTests
{
    private const int Rows = 1_600;

    // As many as an organisation has people, ways of selling and things to sell.
    private static readonly HashSet<string> Few = ["people", "stages", "products", "processes"];

    public static TheoryData<string, string> Files() => new()
    {
        { "accounts", "account_id,name,parent account,city\n" + All(i => $"A{i},Werft {i},Werft {i / 10},Hamburg") },
        { "contacts", "contact_id,name,account name,email\n" + All(i => $"C{i},Person {i},Werft {i / 4},p{i}@werft.example") },
        { "leads", "Lead ID,Lead Name,Company,Email,Lead Source\n" + All(i => $"L{i},Person {i},Werft {i},l{i}@werft.example,Fair") },
        { "deals", Generated.Header + All(i => $"D{i},Deal {i},Ana,Won,2026-01-01,2026-03-{i % 28 + 1:00},{i}") },
        { "activities", "activity_id,type,subject,date,account name\n" + All(i => $"T{i},Call,Call {i},2026-03-{i % 28 + 1:00} 10:00,Werft {i / 4}") },
        { "tasks", "task_id,subject,due date,status,account name\n" + All(i => $"T{i},Task {i},2026-03-{i % 28 + 1:00},Open,Werft {i / 4}") },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task Nothing_that_is_asked_for_each_batch_of_a_first_import_goes_through_all_rows(string kind, string text)
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var sent = await tenant.Host.Queries.CountAsync(async () => Assert.Equal(0, (await tenant.ImportAsync(Generated.File($"{kind}.csv", text))).Refused));
        var again = sent.Where(s => s.Contains("SELECT ", StringComparison.Ordinal)).GroupBy(s => Several().Replace(s, "(…)")).Where(s => s.Count() > 2).Select(s => s.MaxBy(t => t.Length)!).ToList();
        Assert.NotEmpty(again);
        var slow = new List<string>();
        foreach (var statement in again)
            foreach (var step in await tenant.PlanAsync(statement, isNew: true))
                if (ThroughAll().Match(step) is { Success: true } through && !Few.Contains(Table(statement, through.Groups["called"].Value))) slow.Add($"{step}\n{statement}");
        Assert.True(slow.Count == 0, string.Join("\n\n", slow));
    }

    private static string All(Func<int, string> row) => string.Concat(Enumerable.Range(0, Rows).Select(i => row(i) + "\n"));

    private static string Table(string statement, string called) => Regex.Match(statement, $"\"(\\w+)\" AS \"{called}\"").Groups[1].Value;

    // However many are looked up at once.
    [GeneratedRegex(@"\(@\w+(, @\w+)*\)")]
    private static partial Regex Several();

    // By the organisation alone, or by nothing.
    [GeneratedRegex(@"^SEARCH (?<called>\w+) USING (COVERING )?INDEX \S+ \(tenant_id=\?\)|^SCAN (?<called>\w+)$")]
    private static partial Regex ThroughAll();
}
