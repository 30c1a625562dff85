using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Says what a person of the map does in a deal. Whoever may change the deal may say so.</summary>
internal static class SayPart
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Somebody on the map of its account.</summary>
        public Guid? Person { get; init; }
        public DealPart? Part { get; init; }

        [StringLength(500)]
        public string? Evidence { get; init; }
    }

    public static async Task<Outcome<MapPartView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        if (deals.FirstOrDefault() is not { } known || await known.FindAsync(db, input.Id, ct) is not { } deal) return Outcome.Missing;
        if (!deal.MayEdit) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", deal.Name));
        if (await db.Rows<MapPerson>().Shown(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Person && p.AccountId == deal.AccountId, ct) is not { } person) return Outcome.Missing;
        if (input.Part is not { } part) return Outcome.Invalid("Part", T("Please fill this in."));
        if (person.ColleagueId is not null && part is not DealPart.Guide) return Outcome.Invalid("Part", DealParts.OnlyGuides);
        if (await db.Rows<MapPart>().AnyAsync(p => p.MapPersonId == person.Id && p.OpportunityId == deal.Id && p.Part == part, ct)) return Outcome.Invalid("Part", T("This is said already."));
        if (part is DealPart.Approver && await DealParts.OtherApproverAsync(db, deal.Id, person.Id, ct) is { } other) return Outcome.Invalid("Part", DealParts.Twice(other));
        var said = new MapPart { MapPersonId = person.Id, OpportunityId = deal.Id, Part = part, Evidence = input.Evidence, AsOf = await ListTasks.TodayAsync(db, clock, ct), SaidById = db.Viewer.PersonId };
        db.Add(said);
        await db.SaveChangesAsync(ct);
        return new MapPartView { Id = said.Id, Part = part, Evidence = said.Evidence, AsOf = said.AsOf };
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var said = await Do(input, db, deals, clock, ct);
        return said.View is { } part ? Outcome.Done(new WentBack($"/opportunities/{input.Id}/map?person={input.Person}")).Saying(T("Noted: {0}", MapWords.Of(part.Part)), $"/map-parts/{part.Id}/removals") : said.No;
    }

    public sealed record OfPart
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }
    }

    /// <summary>Takes it back.</summary>
    public static async Task<Outcome<WentBack>> Remove(OfPart input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var people = db.RowsWithRemoved<MapPerson>().Shown(db);
        if (await db.Rows<MapPart>().SingleOrDefaultAsync(p => p.Id == input.Id && people.Any(m => m.Id == p.MapPersonId), ct) is not { } part || deals.FirstOrDefault() is not { } known || await known.FindAsync(db, part.OpportunityId, ct) is not { } deal) return Outcome.Missing;
        if (!deal.MayEdit) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", deal.Name));
        part.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(LocalPath.Or(input.Back, $"/opportunities/{deal.Id}/map?person={part.MapPersonId}"))).Saying(T("{0} is removed.", MapWords.Of(part.Part)));
    }
}
