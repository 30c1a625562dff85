using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>
/// Mail and meetings of those who try the demo, as if they had been fetched: some of the invented touches have their words, some people wait
/// to be known. Planted, and says so; no other machine is asked, then or later, since nothing is kept that would let anybody in.
/// </summary>
internal static class Inbox
{
    private const int Touches = 14;

    private static readonly (string Subject, string Text)[] Mails =
    [
        ("Delivery dates for the second site", "Thank you for the plan. Could you move the second site by two weeks? Our electrician is away until then.\n\nBest regards"),
        ("Questions on the offer", "Three questions before Thursday:\n1. Is the training included?\n2. Who is on site for the first week?\n3. What happens if we take only the first phase?"),
        ("Who should be at the table", "I would like our plant manager to join. She decides how we work with it every day."),
        ("Minutes of yesterday", "As agreed: you send the figures of the two reference sites, we clear the budget by the end of the month."),
    ];

    private static readonly (string Address, string Name, string Subject, int Days)[] Strangers =
    [
        ("t.almeida@portside.example", "Teresa Almeida", "Introduction by our supplier", 1), ("t.almeida@portside.example", "Teresa Almeida", "Our call next week", 0), ("office@northyard.example", "North Yard", "Request for an offer", 2), ("newsdesk@tradeweekly.example", "Trade Weekly", "Your interview", 3),
    ];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, Guid person, int nth, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -11 - nth);
        var at = plan.Morning(plan.Until);
        var feed = new Feed { Id = chance.Key(at), Kind = FeedKind.Mailbox, PersonId = person, Host = "planted.demo.example", User = "demo", Closed = "", MadeAt = at.AddDays(-30), LastAt = at, GoodAt = at };
        var rows = new List<Entity>();
        foreach (var touch in await db.Rows<Interaction>().AsNoTracking().Where(i => i.OwnerId == person && i.ContactId != null && (i.Kind == InteractionKind.Mail || i.Kind == InteractionKind.Meeting)).OrderByDescending(i => i.OccurredAt).ThenBy(i => i.Id).Take(Touches).ToListAsync(ct))
        {
            var (subject, text) = chance.One(Mails);
            var captured = new Captured
            {
                Id = chance.Key(touch.OccurredAt), FeedId = feed.Id, PersonId = person, Kind = touch.Kind is InteractionKind.Mail ? CapturedKind.Mail : CapturedKind.Meeting, Key = $"planted {touch.Id:N}", State = CapturedState.Filed, OccurredAt = touch.OccurredAt, Minutes = touch.Minutes, Inbound = touch.Inbound,
                Subject = subject, Text = text, Files = chance.Of(0.3) ? """[{"Name":"site-plan.pdf","Bytes":184320}]""" : null,
            };
            var with = await db.Rows<Contact>().AsNoTracking().SingleAsync(c => c.Id == touch.ContactId, ct);
            rows.AddRange([captured, new CapturedTouch { Id = chance.Key(touch.OccurredAt), CapturedId = captured.Id, InteractionId = touch.Id }, Address(chance, captured, with.Email ?? "unknown@demo.example", with.Name, touch.Inbound is false ? Part.To : Part.From, with.Id)]);
        }
        foreach (var (address, name, subject, days) in Strangers)
        {
            var captured = new Captured { Id = chance.Key(at.AddDays(-days)), FeedId = feed.Id, PersonId = person, Kind = CapturedKind.Mail, Key = $"planted {nth} {subject}", State = CapturedState.Waiting, Why = WaitReason.Nobody, OccurredAt = at.AddDays(-days), Inbound = true, Subject = subject, Text = "This mail was planted to show how one is filed that nobody is known for." };
            rows.AddRange([captured, Address(chance, captured, address, name, Part.From, null)]);
        }
        FeedRun[] runs =
        [
            new() { Id = chance.Key(at.AddHours(-2)), FeedId = feed.Id, At = at.AddHours(-2), Fault = OutsideFault.TooSlow },
            new() { Id = chance.Key(at.AddHours(-1)), FeedId = feed.Id, At = at.AddHours(-1), Fetched = Touches, Filed = Touches - 1, Waiting = 1, Skipped = 3, Reasons = JsonSerializer.Serialize(new Skips[] { new(SkipReason.Automatic, 2, ["INBOX 811", "INBOX 814"]), new(SkipReason.Colleagues, 1, ["INBOX 812"]) }) },
            new() { Id = chance.Key(at), FeedId = feed.Id, At = at, Fetched = 1, Waiting = 1 },
        ];
        db.Add(feed);
        await db.SaveChangesAsync(ct);
        db.AddRange(rows.OfType<Captured>());
        await db.SaveChangesAsync(ct);
        db.AddRange(rows.Where(r => r is not Captured));
        db.AddRange(runs);
        await db.SaveChangesAsync(ct);
    }

    private static CapturedAddress Address(Chance chance, Captured captured, string address, string? name, Part part, Guid? contact) =>
        new() { Id = chance.Key(captured.OccurredAt), CapturedId = captured.Id, Address = address.ToLowerInvariant(), Name = name, Part = part, IsOutside = true, ContactId = contact };
}
