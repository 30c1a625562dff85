using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Demo.Inventing;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Bench.Wide;

/// <summary>Writes the accounts and what was done with them: one account in a thousand has a thousand times as much as the others.</summary>
internal sealed class Filling(IServiceProvider services, int tenant, int accounts, int interactions)
{
    private const int AtOnce = 500;
    private readonly Random _random = new(7);
    private readonly List<Guid> _ids = [];
    private Guid _owner;

    /// <summary>An account with very much, and one with little.</summary>
    public Guid Busy => _ids[0];
    private Guid Quiet => _ids[1];

    public async Task<int> AccountsAsync()
    {
        await using var scope = services.AsSystem(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        _owner = await db.PersonRows().Where(p => p.Role == Role.Leader).Select(p => p.Id).FirstAsync();
        var fields = await db.CustomFieldsAsync("account", default);
        await new BulkLoad(db, asItHappened: true).FillAsync(Batches(), null, default);
        return accounts;

        IEnumerable<IReadOnlyList<Entity>> Batches()
        {
            for (var from = 0; from < accounts; from += AtOnce)
            {
                var batch = Enumerable.Range(from, Math.Min(AtOnce, accounts - from)).Select(i =>
                {
                    var account = new Account { Name = $"Account {i:0000000}", OwnerId = _owner, Country = "DE" };
                    CustomValues.Keep(account, Fields.Of(fields, _random));
                    return account;
                }).ToList();
                _ids.AddRange(batch.Select(a => a.Id));
                yield return batch;
            }
        }
    }

    /// <summary>Finds the two accounts that are looked at, as an earlier run left them.</summary>
    public async Task FindAsync()
    {
        await using var scope = services.AsSystem(tenant);
        _ids.AddRange(await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Account>().Where(a => a.Name == "Account 0000000" || a.Name == "Account 0000001").OrderBy(a => a.Name).Select(a => a.Id).ToListAsync());
    }

    public async Task<int> InteractionsAsync()
    {
        await using var scope = services.AsSystem(tenant);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await new BulkLoad(scope.ServiceProvider.GetRequiredService<AppDb>(), asItHappened: true).FillAsync(Batches(), null, default);
        return interactions;

        IEnumerable<IReadOnlyList<Entity>> Batches()
        {
            for (var from = 0; from < interactions; from += AtOnce)
                yield return [.. Enumerable.Range(from, Math.Min(AtOnce, interactions - from)).Select(i => new Interaction
                {
                    Kind = (InteractionKind)(i % 4), OwnerId = _owner, Subject = $"About the {Fields.Answers[i % 5]} quay, {i % 1000}", OccurredAt = now.AddMinutes(-_random.Next(3 * 525_600)),
                    AccountId = i % 1000 == 0 ? Busy : _ids[1 + _random.Next(_ids.Count - 1)], Inbound = i % 2 == 0,
                })];
        }
    }

    public IEnumerable<(string What, string Url)> Pages() =>
    [
        ("a plain answer", "/health/live"),
        ("accounts by name", "/accounts"),
        ("the same with ten own columns", $"/accounts?columns={string.Join(',', Enumerable.Range(1, 10).Select(i => i % 2 == 0 ? $"cf.text_{i}" : $"cf.number_{i}"))}"),
        ("narrowed to an own answer, of an index", "/accounts?cf.choice_1=North"),
        ("sorted by an own number, of an index", "/accounts?sort=-cf.number_1"),
        ("narrowed by one and sorted by another", "/accounts?cf.choice_1=North&sort=-cf.number_1"),
        ("conditions on three", $"/accounts?where={Uri.EscapeDataString("cf.choice_1 = North and cf.number_1 >= 99000 and cf.date_1 >= 2026-06-01")}"),
        ("in groups by an own answer, with the sum of an own amount", "/accounts?group=cf.choice_1&columns=cf.money_1"),
        ("as a board by an own answer", "/accounts?as=board&group=cf.choice_1&columns=cf.money_1"),
        ("as a calendar by an own day", "/accounts?as=calendar&group=cf.date_1"),
        ("an account with all fifty", $"/accounts/{Quiet}"),
        ("an account with ten thousand interactions", $"/accounts/{Busy}"),
        ("its timeline, touches alone", $"/accounts/{Busy}/timeline?sort=Touches"),
        ("its timeline, narrowed by a word", $"/accounts/{Busy}/timeline?q=inland"),
        ("interactions as data, the latest thousand", "/api/interactions?limit=1000"),
        ("interactions of an account as data", $"/api/interactions?account={Busy}&limit=100"),
        ("what changed since a moment ago, as data", $"/api/interactions?changedSince={TimeProvider.System.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"),
        ("search by the words of an own field", "/search?q=harbour+mole+77"),
        ("Today", "/today"),
    ];
}
