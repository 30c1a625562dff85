using Coxswain.Customers.Duplicates;
using Coxswain.Demo.Inventing;
using Coxswain.People.Keys;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Webhooks;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>The programs around the invented company's records: one that reads them with a key of its own, and one that would be told of won deals and is not, since nothing leaves a demo.</summary>
internal sealed class Programs
{
    private const string Host = "hooks.halma.example";
    private const int DaysOfKey = 365;

    private readonly DateTime _began;

    public Programs(CompanyPlan plan)
    {
        _began = plan.Morning(plan.Began);
        Account = new() { Id = new Chance(plan.Seed, -54).Key(_began), Name = "Data warehouse", Role = Role.Leader, IsService = true };
    }

    /// <summary>To be put in with the workforce.</summary>
    public Person Account { get; }

    public async Task PlantAsync(IServiceProvider services, Viewer admin, CancellationToken ct) => await services.AsAsync(admin, async (own, db) =>
    {
        var secrets = own.GetRequiredService<SecretKeeper>();
        // Shown to nobody: whoever wants to read by program makes a key of their own.
        new KeyFields { Name = "Nightly copy", Days = DaysOfKey, Scopes = ["customers:read", "funnel:read"] }.Make(db, Account.Id, own.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).Must("make a key");
        db.Add(new Webhook { Name = "Won deals, to the chat", ClosedUrl = secrets.Close($"https://{Host}/won"), Host = Host, ClosedSecret = secrets.Close(WebhookSignature.NewSecret()), Kinds = "opportunity.moved", OwnerId = admin.PersonId, AddedAt = _began, StoppedAt = _began, Stopped = StopCause.ByHand });
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Makes one record of each of these pairs, as somebody did who knew that they are.</summary>
    public static async Task MergeAsync(IServiceProvider services, Viewer leader, IEnumerable<PlantedPair> pairs, CancellationToken ct)
    {
        foreach (var pair in pairs)
            await services.AsAsync(leader, async (own, db) =>
            {
                var clock = own.GetRequiredService<TimeProvider>();
                var put = (await PairByHand.Do(new() { Kind = pair.Kind, Of = pair.First, Other = $"{pair.Second}" }, db, clock, ct)).Must("compare two records");
                (await MergeRecords.Do(new() { Id = put.Id, Keep = pair.First }, db, clock, ct)).Must("merge two records");
            });
    }
}
