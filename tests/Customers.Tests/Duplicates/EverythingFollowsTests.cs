using System.Reflection;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class EverythingFollowsTests
{
    // People, teams, runs, keys and prices: what is no customer is never merged.
    private static readonly HashSet<string> Others =
    [
        "owner_id", "person_id", "actor_id", "by_id", "viewer_id", "asked_by_id", "said_by_id", "to_id", "from_id", "login_id", "made_by_id", "manager_id", "team_id", "user_id", "run_id", "opportunity_id", "stage_id", "state_id", "event_id", "player_id", "strength_id", "apart_by_id", "undone_by_id", "asked_for_id", "rated_by_id", "observer_id", "credit_to_id", "raised_by_id", "settled_by_id", "webhook_id", "job_id",
    ];

    [Theory, OnBoth]
    public async Task Every_column_that_can_name_a_customer_has_a_foreign_key_or_says_what_it_names(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var untold = await ana.InDb(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(Entity))).SelectMany(t => t.GetProperties()
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && p.Name is not nameof(Entity.Id) && !p.IsForeignKey() && p.PropertyInfo?.GetCustomAttribute<PointsAtAttribute>() is null && !Others.Contains(p.GetColumnName()))
            .Select(p => $"{t.GetTableName()}.{p.GetColumnName()}")).ToList()));
        Assert.True(untold.Count == 0, $"When two records are merged, would these follow? Say it with a foreign key or [PointsAt]: {string.Join(", ", untold)}");
    }

    [Theory, OnBoth]
    public async Task Everything_that_comes_over_is_said_in_words(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var unsaid = await ana.InDb(db => Task.FromResult(MergeKind.All.SelectMany(k => Pointers.To(db.Model, k.Type)).Select(p => p.Name).Distinct().Where(n => DuplicateWords.Moved(n) == n).ToList()));
        Assert.Empty(unsaid);
    }

    [Theory, OnBoth]
    public async Task Every_fact_of_a_record_can_be_chosen(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        string[] decided = ["TenantId", "Id", "Version", "SourceId", "CustomFields", "RemovedAt", "MergedIntoId", "CameOn", "FoldedName", "FoldedIndustry", "FoldedPlace", "Site", "FoldedEmail", "FoldedCompany"];
        foreach (var kind in MergeKind.All)
        {
            var columns = await ana.InDb(db => Task.FromResult(db.Model.FindEntityType(kind.Type)!.GetProperties().Select(p => p.Name).ToList()));
            Assert.Equal(columns.Except(decided).Order(), kind.Columns.Values.SelectMany(c => c).Order());
        }
    }

    [Theory, OnBoth]
    public async Task Whatever_stands_at_either_of_two_accounts_stands_at_one_and_goes_back_as_it_was(Engine engine)
    {
        var (floor, other) = await FloorAsync(engine);
        await RoundTripAsync(floor, typeof(Account), floor.Account, other.Account);
    }

    [Theory, OnBoth]
    public async Task Whatever_stands_at_either_of_two_contacts_stands_at_one_and_goes_back_as_it_was(Engine engine)
    {
        var (floor, other) = await FloorAsync(engine);
        await RoundTripAsync(floor, typeof(Contact), floor.Contact, other.Contact);
    }

    [Theory, OnBoth]
    public async Task Whatever_stands_at_either_of_two_leads_stands_at_one_and_goes_back_as_it_was(Engine engine)
    {
        var (floor, other) = await FloorAsync(engine);
        await RoundTripAsync(floor, typeof(Lead), floor.Lead, other.Lead);
    }

    // The second one has one row of every kind that can name it.
    private static async Task<(Floor Floor, (Guid Account, Guid Contact, Guid Lead) Other)> FloorAsync(Engine engine)
    {
        var floor = await Floor.OfAsync(await Host.On(engine), 10);
        var tenant = floor.Manager.Tenant;
        var account = new Account { Name = "Second quay", OwnerId = floor.Manager.Id, Industry = "Ports" };
        await tenant.SaveAsync(account);
        var contact = new Contact { Name = "Second person", OwnerId = floor.Manager.Id, AccountId = account.Id, Title = "Buyer" };
        var lead = new Lead { Name = "Second caller", OwnerId = floor.Manager.Id, CameOn = new(2026, 1, 1), Status = LeadStatus.New, Need = "Cranes" };
        await tenant.SaveAsync(contact, lead);
        await tenant.SaveAsync(new Share { Kind = Kinds.Account, RowId = account.Id, PersonId = floor.Admin.Id, Level = AccessLevel.Edit }, new Share { Kind = Kinds.Contact, RowId = contact.Id, PersonId = floor.Admin.Id, Level = AccessLevel.Edit }, new Share { Kind = Kinds.Lead, RowId = lead.Id, PersonId = floor.Admin.Id, Level = AccessLevel.Edit });
        return (floor, (account.Id, contact.Id, lead.Id));
    }

    private static async Task RoundTripAsync(Floor floor, Type type, Guid full, Guid keep)
    {
        var (tenant, kind) = (floor.Manager.Tenant, MergeKind.All.Single(k => k.Type == type));
        var pair = await tenant.PairAsync(kind.Kind, full, keep);
        var before = await tenant.EverythingAsync();
        var there = await tenant.InDb(db => Pointers.CountAsync(db, type, full, keep, default));
        Assert.Equal(await tenant.InDb(async db => (await Pointers.AtAsync(db, type, full, keep, default)).Select(p => (p.Name, p.Ids.Count + p.Left.Count, p.Left.Count)).Order().ToList()), there.Select(c => (c.Name, c.Rows, c.Left)).Order());
        Assert.True(there.Count >= (type == typeof(Account) ? 15 : type == typeof(Contact) ? 6 : 2), string.Join(", ", there));
        var merged = await floor.Manager.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{keep}"));
        Assert.Equal(kind.Href(keep), merged.Next());
        // Nothing is left behind but what the other has already.
        Assert.Equal(there.Where(c => c.Left > 0).Select(c => (c.Name, c.Left)).Order(), (await tenant.InDb(db => Pointers.CountAsync(db, type, full, keep, default))).Select(c => (c.Name, c.Rows)).Order());
        var page = await floor.Manager.Browser.GetAsync(kind.Href(keep));
        Assert.True(page.IsSuccessStatusCode, $"{(int)page.StatusCode}");
        var merge = await tenant.InDb(db => db.Rows<RecordMerge>().SingleAsync());
        await floor.Manager.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos");
        var after = await tenant.EverythingAsync();
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (row, values) in before) Assert.Equal(values, after[row]);
    }
}
