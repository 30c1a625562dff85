using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Platform.Data;
namespace Coxswain.Testing;

/// <summary>Mail and meetings as if they had been fetched: one filed, one waiting, and the connection they came from. Nothing is asked of any other machine.</summary>
/// <param name="Feed">The connection.</param>
/// <param name="Filed">A mail filed with a contact.</param>
/// <param name="Sender">The address of somebody nobody knows.</param>
public sealed record CapturedThings(Guid Feed, Guid Filed, Guid Sender)
{
    public static async Task<CapturedThings> PlantAsync(TestViewer owner, Guid account, Guid contact, string word, int size = 1)
    {
        var now = owner.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        var feed = new Feed { Kind = FeedKind.Mailbox, PersonId = owner.Id, Host = word, User = word, Closed = "", MadeAt = now, LastAt = now, GoodAt = now };
        var filed = Many(i => Of(CapturedState.Filed, i));
        var waiting = Many(i => Of(CapturedState.Waiting, i));
        var touches = Many(i => new Interaction { Kind = InteractionKind.Mail, OwnerId = owner.Id, OccurredAt = now.AddHours(-i), AccountId = account, ContactId = contact, Inbound = true });
        var senders = Many(i => new CapturedAddress { CapturedId = waiting[i].Id, Address = $"{word}{i}@{word}", Name = word, Part = Part.From, IsOutside = true });
        await owner.Tenant.SaveAsync([feed, .. filed, .. waiting, .. touches]);
        await owner.Tenant.SaveAsync([
            .. senders, .. Many(i => new CapturedTouch { CapturedId = filed[i].Id, InteractionId = touches[i].Id }), .. Many(i => new CapturedAddress { CapturedId = filed[i].Id, Address = $"{word}.{i}@{word}", Name = word, Part = Part.From, IsOutside = true, ContactId = contact }),
            new FeedRun { FeedId = feed.Id, At = now, Fetched = 2, Filed = 1, Waiting = 1, Skipped = 1, Reasons = """[{"Reason":4,"Count":1,"Which":["7"]}]""" }, new FeedFolder { FeedId = feed.Id, Name = word, Validity = 1, LastUid = 7 },
            new IgnoredAddress { PersonId = owner.Id, Pattern = $"@{word}" }, new CaptureChoice { PersonId = owner.Id, OwnAddresses = $"{word}@{word}" },
        ]);
        return new CapturedThings(feed.Id, filed[0].Id, senders[0].Id);

        Captured Of(CapturedState state, int i) => new() { FeedId = feed.Id, PersonId = owner.Id, Kind = CapturedKind.Mail, Key = $"{state}{i}", State = state, OccurredAt = now.AddHours(-i), Inbound = true, Subject = word, Text = word, Files = $$"""[{"Name":"{{word}}","Bytes":2048}]""" };

        T[] Many<T>(Func<int, T> make) => [.. Enumerable.Range(0, size).Select(make)];
    }
}
