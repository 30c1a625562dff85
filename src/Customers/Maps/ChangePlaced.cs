using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Changes what is said of a person of the map: what was sent, the rest stays. A new judgement is of the day it is made, by who makes it.</summary>
internal static class ChangePlaced
{
    public sealed record Input : MapPersonFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }
    }

    public static async Task<Outcome<MapPersonView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.MapPersonForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var person = found!;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var said = Whole(input, person);
        var problems = await PlacePerson.CheckAsync(said, person.AccountId, person, today, db, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var judged = said.Influence != person.Influence || said.Stance != person.Stance || said.Evidence != person.Evidence || input.Sent.Contains("AsOf") && input.AsOf is not null && input.AsOf != person.AsOf;
        var merge = await db.MergeAsync(person, person.Drawn(input.Version), ct);
        if (input.Sent.Contains("ContactId")) person.ContactId = merge.Take(nameof(person.ContactId), person.ContactId, input.ContactId);
        if (input.Sent.Contains("Placeholder") || said.ContactId is not null) person.Placeholder = merge.Take(nameof(person.Placeholder), person.Placeholder, said.ContactId is null ? said.Placeholder : null);
        if (input.Sent.Contains("IsBody")) person.IsBody = merge.Take(nameof(person.IsBody), person.IsBody, input.IsBody is true);
        if (input.Sent.Contains("SitsInId")) (person.SeatedOn, person.SitsInId) = (input.SitsInId is null ? null : input.SitsInId == person.SitsInId ? person.SeatedOn : today, merge.Take(nameof(person.SitsInId), person.SitsInId, input.SitsInId));
        if (input.Sent.Contains("ReportsToId")) person.ReportsToId = merge.Take(nameof(person.ReportsToId), person.ReportsToId, input.ReportsToId);
        if (input.Sent.Contains("Influence")) person.Influence = merge.Take(nameof(person.Influence), person.Influence, input.Influence);
        if (input.Sent.Contains("Stance")) person.Stance = merge.Take(nameof(person.Stance), person.Stance, input.Stance);
        if (input.Sent.Contains("Evidence")) person.Evidence = merge.Take(nameof(person.Evidence), person.Evidence, input.Evidence);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        if (judged) (person.AsOf, person.SaidById) = said.Judges ? ((DateOnly?)(input.AsOf ?? today), (Guid?)db.Viewer.PersonId) : (null, null);
        await db.SaveChangesAsync(ct);
        return await PlacePerson.OneAsync(db, person, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (row, no) = await db.MapPersonForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var account = row!.AccountId;
        var changed = await Do(input, db, clock, ct);
        return changed.View is { } person ? Outcome.Done(new WentBack(PlacePerson.UrlOf(account, input.Deal, person.Id))).Saying(T("{0} is saved.", person.Name)) : changed.No;
    }

    // As it will be: what is not sent is as it was.
    private static MapPersonFields Whole(Input input, MapPerson person) => new()
    {
        ContactId = input.Sent.Contains("ContactId") ? input.ContactId : person.ContactId,
        Placeholder = input.Sent.Contains("Placeholder") ? input.Placeholder : person.Placeholder,
        IsBody = input.Sent.Contains("IsBody") ? input.IsBody : person.IsBody,
        SitsInId = input.Sent.Contains("SitsInId") ? input.SitsInId : person.SitsInId,
        ReportsToId = input.Sent.Contains("ReportsToId") ? input.ReportsToId : person.ReportsToId,
        Influence = input.Sent.Contains("Influence") ? input.Influence : person.Influence,
        Stance = input.Sent.Contains("Stance") ? input.Stance : person.Stance,
        Evidence = input.Sent.Contains("Evidence") ? input.Evidence : person.Evidence,
        AsOf = input.AsOf,
    };
}
